#pragma once

#include <array>
#include <string_view>

namespace rapport {

// Short, plain words that are told apart over a bad line; one for each byte. Never changed: devices
// of different versions compare them.
extern const std::array<std::string_view, 256> kWords;

}  // namespace rapport
