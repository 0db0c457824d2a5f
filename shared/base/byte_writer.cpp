#include "shared/base/byte_writer.h"

#include <bit>

namespace rapport {

void ByteWriter::varint(std::uint64_t value) {
  while (value >= 0x80) {
    byte(static_cast<std::uint8_t>(value | 0x80U));
    value >>= 7U;
  }
  byte(static_cast<std::uint8_t>(value));
}

void ByteWriter::zigzag(std::int64_t value) {
  varint((static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63));
}

void ByteWriter::fixed64(std::uint64_t value) {
  for (unsigned shift = 0; shift < 64; shift += 8) byte(static_cast<std::uint8_t>(value >> shift));
}

void ByteWriter::float64(double value) {
  fixed64(std::bit_cast<std::uint64_t>(value == 0.0 ? 0.0 : value));
}

void ByteWriter::blob(ByteView bytes) {
  varint(bytes.size());
  raw(bytes);
}

}  // namespace rapport
