#pragma once

#include <cstdint>

#include "shared/base/bytes.h"
#include "shared/base/uuid.h"

namespace rapport {

// Appends to one growing buffer. Integers are little-endian; varints are LEB128, at most 10 bytes.
class ByteWriter {
 public:
  void byte(std::uint8_t value) { out_.push_back(static_cast<char>(value)); }
  void varint(std::uint64_t value);
  void zigzag(std::int64_t value);  // small magnitudes of either sign stay short
  void fixed64(std::uint64_t value);
  void float64(double value);  // IEEE 754 bits; -0 becomes 0, so that equal numbers are equal bytes
  void raw(ByteView bytes) { out_.append(bytes); }
  void blob(ByteView bytes);  // varint length, then the bytes
  void uuid(const Uuid& id) { raw(id.view()); }

  const Bytes& bytes() const { return out_; }
  Bytes take() { return std::move(out_); }
  std::size_t size() const { return out_.size(); }

 private:
  Bytes out_;
};

}  // namespace rapport
