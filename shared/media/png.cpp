#include <algorithm>
#include <array>
#include <string_view>

#include "shared/base/limits.h"
#include "shared/media/photo_parts.h"

namespace rapport {
namespace {

// PNG, third edition: chunks are length, type, contents, CRC.
constexpr ByteView kSignature("\x89PNG\r\n\x1A\n", 8);
constexpr std::size_t kAround = 12;
constexpr std::array<std::string_view, 16> kKept{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA",
                                                 "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs",
                                                 "cICP", "acTL", "fcTL", "fdAT"};

// CRC-32 as in ISO 3309.
std::uint32_t crcOf(ByteView bytes) {
  constexpr std::uint32_t kPolynomial = 0xEDB88320U;
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char each : bytes) {
    crc ^= static_cast<unsigned char>(each);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ ((crc & 1U) != 0 ? kPolynomial : 0U);
  }
  return ~crc;
}

void putChunk(Bytes& out, std::string_view type, ByteView contents) {
  putBigEndian(out, static_cast<std::uint32_t>(contents.size()), 4);
  const Bytes covered = Bytes(type) + Bytes(contents);
  out += covered;
  putBigEndian(out, crcOf(covered), 4);
}

bool isCritical(std::string_view type) { return type[0] >= 'A' && type[0] <= 'Z'; }

}  // namespace

Result<Bytes> pngWithoutMetadata(ByteView png) {
  if (!png.starts_with(kSignature)) return damagedPhoto();
  Bytes header, rest;
  std::optional<std::uint16_t> orientation;
  std::size_t at = kSignature.size();
  for (std::size_t parts = 0; parts < limits::kPhotoParts; ++parts) {
    if (png.size() - at < kAround) return damagedPhoto();
    const std::size_t length = bigEndian(png, at, 4);
    if (length > png.size() - at - kAround) return damagedPhoto();
    const std::string_view type = png.substr(at + 4, 4);
    const ByteView chunk = png.substr(at, kAround + length);
    at += chunk.size();
    if (header.empty() != (type == "IHDR")) return damagedPhoto();
    if (type == "IHDR") {
      header = chunk;
    } else if (type == "eXIf") {
      orientation = orientationIn(chunk.substr(8, length));
    } else if (std::ranges::find(kKept, type) != kKept.end()) {
      rest += chunk;
    } else if (isCritical(type)) {
      return damagedPhoto();
    }
    if (type != "IEND") continue;
    Bytes turned;
    if (orientation) putChunk(turned, "eXIf", tiffSaying(*orientation));
    return Bytes(kSignature) + header + turned + rest;
  }
  return damagedPhoto();
}

}  // namespace rapport
