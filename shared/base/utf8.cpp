#include "shared/base/utf8.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace rapport {
namespace {

struct Lead {
  std::size_t followers;
  std::uint32_t bits;
  std::uint32_t smallest;  // below it the sequence is overlong
};

bool leadOf(std::uint8_t byte, Lead& lead) {
  if (byte < 0x80) {
    lead = {0, byte, 1};
  } else if ((byte & 0xE0U) == 0xC0) {
    lead = {1, byte & 0x1FU, 0x80};
  } else if ((byte & 0xF0U) == 0xE0) {
    lead = {2, byte & 0x0FU, 0x800};
  } else if ((byte & 0xF8U) == 0xF0) {
    lead = {3, byte & 0x07U, 0x10000};
  } else {
    return false;
  }
  return true;
}

bool isScalar(std::uint32_t point) {
  return point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
}

// How many bytes from here on are plain ASCII without NUL, counted by eights: most text is.
std::size_t asciiEights(ByteView bytes) {
  constexpr std::uint64_t kTops = 0x8080808080808080U, kOnes = 0x0101010101010101U;
  std::size_t at = 0;
  for (; bytes.size() - at >= sizeof kTops; at += sizeof kTops) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    const bool holdsNul = ((eight - kOnes) & ~eight & kTops) != 0;
    if ((eight & kTops) != 0 || holdsNul) break;
  }
  return at;
}

bool isTextBytewise(ByteView bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    Lead lead{};
    if (!leadOf(static_cast<std::uint8_t>(bytes[at]), lead)) return false;
    if (bytes.size() - at <= lead.followers) return false;
    std::uint32_t point = lead.bits;
    for (std::size_t i = 0; i < lead.followers; ++i) {
      const auto next = static_cast<std::uint8_t>(bytes[++at]);
      if ((next & 0xC0U) != 0x80) return false;
      point = (point << 6U) | (next & 0x3FU);
    }
    if (point < lead.smallest || !isScalar(point)) return false;
  }
  return true;
}

}  // namespace

bool isText(ByteView bytes) { return isTextBytewise(bytes.substr(asciiEights(bytes))); }

}  // namespace rapport
