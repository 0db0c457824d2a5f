#include "shared/media/media_kind.h"

#include <algorithm>
#include <array>

#include "shared/base/limits.h"

namespace rapport {
namespace {

struct Named {
  MediaKind kind;
  std::string_view type;
  std::size_t mostBytes;
};

constexpr std::array<Named, 8> kKinds{{{MediaKind::kJpeg, "image/jpeg", limits::kPhotoBytes},
                                       {MediaKind::kPng, "image/png", limits::kPhotoBytes},
                                       {MediaKind::kWebp, "image/webp", limits::kPhotoBytes},
                                       {MediaKind::kOgg, "audio/ogg", limits::kRecordingBytes},
                                       {MediaKind::kWav, "audio/wav", limits::kRecordingBytes},
                                       {MediaKind::kMp3, "audio/mpeg", limits::kRecordingBytes},
                                       {MediaKind::kPdf, "application/pdf", limits::kPaperBytes},
                                       {MediaKind::kText, "text/plain", limits::kPaperBytes}}};

const Named& rowOf(MediaKind kind) { return kKinds.at(static_cast<std::size_t>(kind)); }

bool isRiff(ByteView bytes, std::string_view form) {
  constexpr std::size_t kFormAt = 8;
  return bytes.starts_with("RIFF") && bytes.size() >= kFormAt + form.size() &&
         bytes.substr(kFormAt, form.size()) == form;
}

bool isMp3(ByteView bytes) {
  constexpr unsigned char kSync = 0xFF, kSyncBits = 0xE0, kLayerBits = 0x06, kLayer3 = 0x02;
  if (bytes.starts_with("ID3")) return true;
  if (bytes.size() < 2) return false;
  const auto second = static_cast<unsigned char>(bytes[1]);
  return static_cast<unsigned char>(bytes[0]) == kSync && (second & kSyncBits) == kSyncBits &&
         (second & kLayerBits) == kLayer3;
}

// How many bytes the character that begins here has; 0 for what begins none.
std::size_t charactersBytes(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (first >= 0xE0 && first < 0xF0) return 3;
  return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

// UTF-8 without control characters but those of lines. The last character may be cut.
bool looksLikeText(ByteView bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    if (first < 0x20 && first != '\t' && first != '\n' && first != '\r') return false;
    const std::size_t length = charactersBytes(first);
    if (length == 0) return false;
    for (std::size_t i = 1; i < length && at + i < bytes.size(); ++i) {
      if ((static_cast<unsigned char>(bytes[at + i]) & 0xC0U) != 0x80U) return false;
    }
    at += length;
  }
  return !bytes.empty();
}

}  // namespace

const char* const kKindsKept =
    "photos (JPEG, PNG, WebP), recordings (Ogg, WAV, MP3), PDF and plain text";

std::string_view mediaTypeOf(MediaKind kind) { return rowOf(kind).type; }

std::optional<MediaKind> mediaKindNamed(std::string_view mediaType) {
  const auto found = std::ranges::find(kKinds, mediaType, &Named::type);
  if (found == kKinds.end()) return std::nullopt;
  return found->kind;
}

std::optional<MediaKind> mediaKindOf(ByteView beginning) {
  if (beginning.starts_with("\xFF\xD8\xFF")) return MediaKind::kJpeg;
  if (beginning.starts_with("\x89PNG\r\n\x1A\n")) return MediaKind::kPng;
  if (isRiff(beginning, "WEBP")) return MediaKind::kWebp;
  if (isRiff(beginning, "WAVE")) return MediaKind::kWav;
  if (beginning.starts_with("OggS")) return MediaKind::kOgg;
  if (beginning.starts_with("%PDF-")) return MediaKind::kPdf;
  if (isMp3(beginning)) return MediaKind::kMp3;
  if (looksLikeText(beginning.substr(0, kSniffedBytes))) return MediaKind::kText;
  return std::nullopt;
}

bool isPhoto(MediaKind kind) {
  return kind == MediaKind::kJpeg || kind == MediaKind::kPng || kind == MediaKind::kWebp;
}

bool isRecording(MediaKind kind) {
  return kind == MediaKind::kOgg || kind == MediaKind::kWav || kind == MediaKind::kMp3;
}

std::size_t mostBytesOf(MediaKind kind) { return rowOf(kind).mostBytes; }

}  // namespace rapport
