#include "shared/base/byte_reader.h"

#include <bit>
#include <cmath>

namespace rapport {

void ByteReader::fail() {
  failed_ = true;
  rest_ = {};
}

std::uint8_t ByteReader::byte() {
  if (rest_.empty()) {
    fail();
    return 0;
  }
  const auto value = static_cast<std::uint8_t>(rest_.front());
  rest_.remove_prefix(1);
  return value;
}

std::uint64_t ByteReader::varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const std::uint8_t part = byte();
    // Only one spelling of a number is accepted, so that equal structures are equal bytes.
    const bool overflows = shift == 63 && part > 1;
    const bool padded = part == 0 && shift > 0;
    if (overflows || padded) break;
    value |= static_cast<std::uint64_t>(part & 0x7FU) << shift;
    if ((part & 0x80U) == 0) return failed_ ? 0 : value;
  }
  fail();
  return 0;
}

std::int64_t ByteReader::zigzag() {
  const std::uint64_t raw = varint();
  return static_cast<std::int64_t>((raw >> 1U) ^ (~(raw & 1U) + 1U));
}

std::uint64_t ByteReader::fixed64() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 8) {
    value |= static_cast<std::uint64_t>(byte()) << shift;
  }
  return failed_ ? 0 : value;
}

double ByteReader::float64() {
  const auto value = std::bit_cast<double>(fixed64());
  if (std::isfinite(value) && !(value == 0.0 && std::signbit(value))) return value;
  fail();
  return 0.0;
}

ByteView ByteReader::raw(std::size_t sizeBytes) {
  if (sizeBytes > rest_.size()) {
    fail();
    return {};
  }
  const ByteView taken = rest_.substr(0, sizeBytes);
  rest_.remove_prefix(sizeBytes);
  return taken;
}

ByteView ByteReader::blob(std::size_t maxBytes) {
  const std::uint64_t sizeBytes = varint();
  if (sizeBytes > maxBytes) {
    fail();
    return {};
  }
  return raw(static_cast<std::size_t>(sizeBytes));
}

Uuid ByteReader::uuid() { return Uuid::fromBytes(raw(16)).value_or(Uuid{}); }

std::size_t ByteReader::count(std::size_t max) {
  const std::uint64_t things = varint();
  if (things <= max && things <= rest_.size()) return static_cast<std::size_t>(things);
  fail();
  return 0;
}

std::uint64_t ByteReader::upTo(std::uint64_t max) {
  const std::uint64_t value = varint();
  if (value <= max) return value;
  fail();
  return 0;
}

}  // namespace rapport
