#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "shared/base/bytes.h"

namespace rapport {

// The kinds of files that may be attached to a record: a fixed list, because each is served again
// to a browser, and because place data must be taken out of every kind that a camera writes. Videos
// and HEIC are not among them for that reason.
enum class MediaKind : std::uint8_t { kJpeg, kPng, kWebp, kOgg, kWav, kMp3, kPdf, kText };

// As HTTP and the attachment record name it: "image/jpeg".
std::string_view mediaTypeOf(MediaKind kind);
std::optional<MediaKind> mediaKindNamed(std::string_view mediaType);

// What a file is by its first bytes, whatever its name says; nothing for what is not on the list.
// `beginning` has the first kSniffedBytes, or all of a shorter file.
inline constexpr std::size_t kSniffedBytes = 4096;
std::optional<MediaKind> mediaKindOf(ByteView beginning);

bool isPhoto(MediaKind kind);
bool isRecording(MediaKind kind);
// The largest file of this kind that is kept (base/limits.h).
std::size_t mostBytesOf(MediaKind kind);

// "photos (JPEG, PNG, WebP), recordings …": for sentences that refuse another.
extern const char* const kKindsKept;

}  // namespace rapport
