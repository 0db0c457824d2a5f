#include "shared/model/language_tag.h"

#include <algorithm>

namespace rapport {
namespace {

constexpr std::size_t kLongestTag = 35;  // RFC 5646 §4.4.1
constexpr std::size_t kLongestSubtag = 8;

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isAlphanumeric(char c) { return isLetter(c) || (c >= '0' && c <= '9'); }

}  // namespace

bool isLanguageTag(std::string_view text) {
  if (text.size() > kLongestTag) return false;
  const std::string_view language = text.substr(0, text.find('-'));
  if (language.size() < 2 || language.size() > kLongestSubtag) return false;
  if (!std::ranges::all_of(language, isLetter)) return false;
  text.remove_prefix(language.size());
  while (!text.empty()) {
    text.remove_prefix(1);
    const std::string_view subtag = text.substr(0, text.find('-'));
    if (subtag.empty() || subtag.size() > kLongestSubtag) return false;
    if (!std::ranges::all_of(subtag, isAlphanumeric)) return false;
    text.remove_prefix(subtag.size());
  }
  return true;
}

}  // namespace rapport
