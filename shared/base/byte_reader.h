#pragma once

#include <cstddef>
#include <cstdint>

#include "shared/base/bytes.h"
#include "shared/base/uuid.h"

namespace rapport {

// Reads what ByteWriter wrote, from bytes that nobody vouches for.
//
// The first thing that does not fit makes the reader fail for good: every later read answers zero
// or empty, so a decoder reads a whole structure and looks at ok() once, before it believes any of
// it.
class ByteReader {
 public:
  explicit ByteReader(ByteView bytes) : rest_(bytes) {}

  std::uint8_t byte();
  std::uint64_t varint();
  std::int64_t zigzag();
  std::uint64_t fixed64();
  double float64();  // NaN and infinities fail
  ByteView raw(std::size_t sizeBytes);
  ByteView blob(std::size_t maxBytes);
  Uuid uuid();
  // A number of things that follow. Fails past `max`, and when fewer bytes are left than things
  // were promised.
  std::size_t count(std::size_t max);
  // A varint that must not pass `max`.
  std::uint64_t upTo(std::uint64_t max);

  bool ok() const { return !failed_; }
  bool atEnd() const { return rest_.empty(); }
  // Everything was read, and all of it fitted.
  bool finished() const { return ok() && atEnd(); }
  std::size_t left() const { return rest_.size(); }
  void fail();

 private:
  ByteView rest_;
  bool failed_ = false;
};

}  // namespace rapport
