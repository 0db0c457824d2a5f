#include "shared/protocol/number_text.h"

#include <charconv>
#include <cstdio>

namespace rapport {
namespace {

constexpr std::size_t kEpochDigits = 16;

}  // namespace

std::string numberText(const Number& number) {
  char digits[kEpochDigits + 1] = {};
  std::snprintf(digits, sizeof digits, "%016llx",
                static_cast<unsigned long long>(number.epoch.value));
  return std::string(digits) + ":" + std::to_string(number.n);
}

std::optional<Number> parseNumber(std::string_view text) {
  if (text.size() < kEpochDigits + 2 || text[kEpochDigits] != ':') return std::nullopt;
  Number number;
  const char* colon = text.data() + kEpochDigits;
  const auto epoch = std::from_chars(text.data(), colon, number.epoch.value, 16);
  const char* end = text.data() + text.size();
  const auto n = std::from_chars(colon + 1, end, number.n);
  const bool whole =
      epoch.ec == std::errc{} && epoch.ptr == colon && n.ec == std::errc{} && n.ptr == end;
  return whole ? std::optional(number) : std::nullopt;
}

}  // namespace rapport
