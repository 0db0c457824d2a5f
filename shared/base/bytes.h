#pragma once

#include <string>
#include <string_view>

namespace rapport {

// Raw bytes. std::string because SQLite, Beast and libsodium all take it without a copy.
using Bytes = std::string;
using ByteView = std::string_view;

// Lower-case hexadecimal, two digits a byte.
std::string toHex(ByteView bytes);

}  // namespace rapport
