#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace rapport {

// Takes bytes in order. A failure ends what is being written.
using ByteSink = std::function<Status(std::string_view)>;

// How long something is and its CRC-32 (ISO 3309), which a ZIP wants to know before it begins.
class Measured {
 public:
  void add(std::string_view bytes);
  std::uint64_t sizeBytes() const { return sizeBytes_; }
  std::uint32_t crc() const { return ~crc_; }

 private:
  std::uint64_t sizeBytes_ = 0;
  std::uint32_t crc_ = 0xFFFFFFFF;
};

// A ZIP archive written from its beginning to its end, with its files stored as they are: what is
// behind it may neither be read again nor moved in. Below 4 GiB; the caller bounds it.
class ZipStore {
 public:
  explicit ZipStore(ByteSink sink) : sink_(std::move(sink)) {}

  // A file of which everything is at hand.
  Status add(const std::string& name, std::string_view contents);
  // One that comes piece by piece, and is exactly what was measured before.
  Status begin(const std::string& name, const Measured& measured);
  Status write(std::string_view bytes);
  Status finish();

 private:
  struct Entry {
    std::string name;
    Measured measured;
    std::uint64_t at = 0;
  };

  std::string headOf(const Entry& entry) const;

  ByteSink sink_;
  std::vector<Entry> entries_;
  std::uint64_t at_ = 0;
};

}  // namespace rapport
