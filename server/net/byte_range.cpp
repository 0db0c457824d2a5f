#include "server/net/byte_range.h"

#include <algorithm>
#include <charconv>

namespace rapport {
namespace {

// Digits and nothing else; what is larger than any file counts as the largest.
std::optional<std::uint64_t> numberIn(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (failure == std::errc::invalid_argument || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return failure == std::errc::result_out_of_range ? UINT64_MAX : number;
}

}  // namespace

Result<std::optional<ByteRange>> rangeIn(std::string_view header, std::uint64_t sizeBytes) {
  constexpr std::string_view kUnit = "bytes=";
  const std::optional<ByteRange> all;
  if (!header.starts_with(kUnit)) return all;
  const std::string_view range = header.substr(kUnit.size());
  const std::size_t dash = range.find('-');
  if (dash == std::string_view::npos) return all;
  const std::string_view from = range.substr(0, dash), to = range.substr(dash + 1);
  const auto first = numberIn(from), last = numberIn(to);
  if ((!from.empty() && !first) || (!to.empty() && !last) || (!first && !last)) return all;
  if (first && last && *last < *first) return all;
  const Error none{ErrorCode::kInvalid, "This file has no such part."};
  if (!first) {
    // So many from the end.
    if (*last == 0 || sizeBytes == 0) return none;
    const std::uint64_t size = std::min(*last, sizeBytes);
    return std::optional(ByteRange{sizeBytes - size, size});
  }
  if (*first >= sizeBytes) return none;
  const std::uint64_t end = last ? std::min(*last, sizeBytes - 1) + 1 : sizeBytes;
  return std::optional(ByteRange{*first, end - *first});
}

}  // namespace rapport
