#pragma once

#include <string_view>

#include "shared/base/bytes.h"

namespace rapport::testing {

inline Bytes fromHex(std::string_view hex) {
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
  }
  return bytes;
}

template <typename Array>
std::string hexOf(const Array& bytes) {
  return toHex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

// The bytes 0, 1, 2 …
inline Bytes counting(std::size_t sizeBytes) {
  Bytes bytes;
  for (std::size_t i = 0; i < sizeBytes; ++i) bytes.push_back(static_cast<char>(i));
  return bytes;
}

}  // namespace rapport::testing
