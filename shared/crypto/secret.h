#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "shared/base/bytes.h"

namespace rapport {

// Overwrites memory in a way that no compiler removes.
void wipe(void* memory, std::size_t sizeBytes);

// Bytes that are overwritten when they go. Moves leave zeros behind; copies are asked for by name.
template <std::size_t kSize>
class Secret {
 public:
  Secret() = default;
  Secret(Secret&& other) noexcept : bytes_(other.bytes_) { other.clear(); }
  Secret& operator=(Secret&& other) noexcept {
    if (this != &other) {
      bytes_ = other.bytes_;
      other.clear();
    }
    return *this;
  }
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret() { clear(); }

  Secret copy() const {
    Secret other;
    other.bytes_ = bytes_;
    return other;
  }
  void clear() { wipe(bytes_.data(), kSize); }

  std::span<std::uint8_t, kSize> span() { return bytes_; }
  std::uint8_t* data() { return bytes_.data(); }
  const std::uint8_t* data() const { return bytes_.data(); }
  ByteView view() const { return {reinterpret_cast<const char*>(bytes_.data()), kSize}; }

 private:
  std::array<std::uint8_t, kSize> bytes_{};
};

// A symmetric key: of a database, of a MAC.
using SecretKey = Secret<32>;

}  // namespace rapport
