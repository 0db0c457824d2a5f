#include "shared/protocol/plain_text.h"

#include <algorithm>

#include "shared/base/limits.h"

namespace rapport {

bool isUnreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

bool isPlainValue(std::string_view text) {
  return !text.empty() && text.size() <= limits::kNameBytes &&
         std::ranges::all_of(text, isUnreserved);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

}  // namespace rapport
