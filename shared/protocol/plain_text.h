#pragma once

#include <string_view>

namespace rapport {

// What links and addresses are made of. Private to this folder.

// RFC 3986: letters, digits, '-', '.', '_' and '~', which are never escaped.
bool isUnreserved(char c);

// 1 to limits::kNameBytes unreserved signs.
bool isPlainValue(std::string_view text);

// Without the white space around it.
std::string_view trimmed(std::string_view text);

}  // namespace rapport
