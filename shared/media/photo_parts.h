#pragma once

#include <cstdint>
#include <optional>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace rapport {

// What the formats of photo.h share. Private to this folder.

inline unsigned byteAt(ByteView bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}
std::uint32_t bigEndian(ByteView bytes, std::size_t at, std::size_t howMany);
std::uint32_t littleEndian(ByteView bytes, std::size_t at, std::size_t howMany);
void putBigEndian(Bytes& out, std::uint32_t value, std::size_t howMany);
void putLittleEndian(Bytes& out, std::uint32_t value, std::size_t howMany);

// Which way is up, from the TIFF structure that Exif is: 2 to 8. Nothing for upright pictures, and
// for what cannot be read.
std::optional<std::uint16_t> orientationIn(ByteView tiff);
// A TIFF structure that says this and nothing else.
Bytes tiffSaying(std::uint16_t orientation);

Error damagedPhoto();

Result<Bytes> jpegWithoutMetadata(ByteView jpeg);
Result<Bytes> pngWithoutMetadata(ByteView png);
Result<Bytes> webpWithoutMetadata(ByteView webp);

}  // namespace rapport
