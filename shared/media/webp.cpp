#include <algorithm>
#include <array>
#include <string_view>

#include "shared/base/limits.h"
#include "shared/media/photo_parts.h"

namespace rapport {
namespace {

// RFC 9649: a RIFF of chunks, each padded to an even length.
constexpr std::size_t kRiffBytes = 12, kChunkHeader = 8, kFrameHeader = 16;
constexpr std::array<std::string_view, 5> kKept{"VP8 ", "VP8L", "ALPH", "ICCP", "ANIM"};
constexpr unsigned kExifFlag = 0x08, kXmpFlag = 0x04;

struct Chunk {
  std::string_view type;
  ByteView contents;
};

// The chunk that begins here; moves on behind it. Nothing for what is none.
std::optional<Chunk> nextChunk(ByteView in, std::size_t& at) {
  if (in.size() - at < kChunkHeader) return std::nullopt;
  const std::size_t length = littleEndian(in, at + 4, 4);
  if (length > in.size() - at - kChunkHeader) return std::nullopt;
  const Chunk chunk{in.substr(at, 4), in.substr(at + kChunkHeader, length)};
  at = std::min(in.size(), at + kChunkHeader + length + length % 2);
  return chunk;
}

void putChunk(Bytes& out, std::string_view type, ByteView contents) {
  out += type;
  putLittleEndian(out, static_cast<std::uint32_t>(contents.size()), 4);
  out += contents;
  if (contents.size() % 2 != 0) out += '\0';
}

bool isKept(std::string_view type) { return std::ranges::find(kKept, type) != kKept.end(); }

// A frame of an animation holds chunks of its own.
std::optional<Bytes> cleanFrame(ByteView frame) {
  if (frame.size() < kFrameHeader) return std::nullopt;
  Bytes out(frame.substr(0, kFrameHeader));
  for (std::size_t at = kFrameHeader; at < frame.size();) {
    const auto chunk = nextChunk(frame, at);
    if (!chunk) return std::nullopt;
    if (isKept(chunk->type)) putChunk(out, chunk->type, chunk->contents);
  }
  return out;
}

std::optional<std::uint16_t> orientationOf(ByteView exif) {
  constexpr ByteView kPrefix("Exif\0\0", 6);
  return orientationIn(exif.starts_with(kPrefix) ? exif.substr(kPrefix.size()) : exif);
}

}  // namespace

Result<Bytes> webpWithoutMetadata(ByteView webp) {
  if (webp.size() < kRiffBytes || !webp.starts_with("RIFF") || webp.substr(8, 4) != "WEBP") {
    return damagedPhoto();
  }
  const std::size_t told = littleEndian(webp, 4, 4) + kChunkHeader;
  if (told > webp.size()) return damagedPhoto();
  const ByteView in = webp.substr(0, told);  // what lies behind is no part of the picture
  Bytes extended, body;
  std::optional<std::uint16_t> orientation;
  std::size_t parts = 0;
  for (std::size_t at = kRiffBytes; at < in.size();) {
    const auto chunk = nextChunk(in, at);
    if (!chunk || ++parts > limits::kPhotoParts) return damagedPhoto();
    if (chunk->type == "VP8X" && parts == 1 && !chunk->contents.empty()) {
      extended = chunk->contents;
    } else if (chunk->type == "EXIF") {
      orientation = orientationOf(chunk->contents);
    } else if (chunk->type == "ANMF") {
      const auto frame = cleanFrame(chunk->contents);
      if (!frame) return damagedPhoto();
      putChunk(body, chunk->type, *frame);
    } else if (isKept(chunk->type)) {
      putChunk(body, chunk->type, chunk->contents);
    }
  }
  if (body.empty()) return damagedPhoto();
  Bytes chunks;
  if (!extended.empty()) {
    unsigned flags = byteAt(extended, 0) & ~(kExifFlag | kXmpFlag);
    if (orientation) flags |= kExifFlag;
    extended[0] = static_cast<char>(flags);
    putChunk(chunks, "VP8X", extended);
  }
  chunks += body;
  if (!extended.empty() && orientation) putChunk(chunks, "EXIF", tiffSaying(*orientation));
  Bytes out = "RIFF";
  putLittleEndian(out, static_cast<std::uint32_t>(chunks.size() + 4), 4);
  return out + "WEBP" + chunks;
}

}  // namespace rapport
