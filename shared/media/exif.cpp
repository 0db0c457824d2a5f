#include "shared/media/photo_parts.h"

namespace rapport {
namespace {

constexpr std::uint16_t kOrientationTag = 0x0112;
constexpr std::uint16_t kShort = 3;
constexpr std::size_t kHeaderBytes = 8;
constexpr std::size_t kEntryBytes = 12;
constexpr std::uint16_t kLastOrientation = 8;

}  // namespace

std::uint32_t bigEndian(ByteView bytes, std::size_t at, std::size_t howMany) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < howMany; ++i) value = value << 8U | byteAt(bytes, at + i);
  return value;
}

std::uint32_t littleEndian(ByteView bytes, std::size_t at, std::size_t howMany) {
  std::uint32_t value = 0;
  for (std::size_t i = howMany; i > 0; --i) value = value << 8U | byteAt(bytes, at + i - 1);
  return value;
}

void putBigEndian(Bytes& out, std::uint32_t value, std::size_t howMany) {
  for (std::size_t i = howMany; i > 0; --i) out += static_cast<char>(value >> 8U * (i - 1) & 0xFFU);
}

void putLittleEndian(Bytes& out, std::uint32_t value, std::size_t howMany) {
  for (std::size_t i = 0; i < howMany; ++i) out += static_cast<char>(value >> 8U * i & 0xFFU);
}

// TIFF 6.0, section 2; Exif 2.32, 4.6.
std::optional<std::uint16_t> orientationIn(ByteView tiff) {
  if (tiff.size() < kHeaderBytes) return std::nullopt;
  const bool little = tiff.starts_with("II");
  if (!little && !tiff.starts_with("MM")) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t howMany) {
    return little ? littleEndian(tiff, at, howMany) : bigEndian(tiff, at, howMany);
  };
  const std::size_t directory = number(4, 4);
  if (directory > tiff.size() - 2) return std::nullopt;
  const std::size_t entries = number(directory, 2);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + i * kEntryBytes;
    if (entry + kEntryBytes > tiff.size()) return std::nullopt;
    if (number(entry, 2) != kOrientationTag || number(entry + 2, 2) != kShort) continue;
    const auto orientation = static_cast<std::uint16_t>(number(entry + 8, 2));
    if (orientation < 2 || orientation > kLastOrientation) return std::nullopt;
    return orientation;
  }
  return std::nullopt;
}

Bytes tiffSaying(std::uint16_t orientation) {
  Bytes tiff("MM\0*", 4);
  putBigEndian(tiff, kHeaderBytes, 4);
  putBigEndian(tiff, 1, 2);  // one entry
  putBigEndian(tiff, kOrientationTag, 2);
  putBigEndian(tiff, kShort, 2);
  putBigEndian(tiff, 1, 4);
  putBigEndian(tiff, orientation, 2);
  putBigEndian(tiff, 0, 2);
  putBigEndian(tiff, 0, 4);  // no further directory
  return tiff;
}

}  // namespace rapport
