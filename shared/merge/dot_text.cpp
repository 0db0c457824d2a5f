#include "shared/merge/dot_text.h"

#include <charconv>

namespace rapport {

std::string dotText(const Dot& dot) {
  return dot.replica.toString() + ":" + std::to_string(dot.counter);
}

std::optional<Dot> parseDot(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto replica = Uuid::parse(text.substr(0, colon));
  if (!replica) return std::nullopt;
  std::uint64_t counter = 0;
  const char* end = text.data() + text.size();
  const auto [last, failure] = std::from_chars(text.data() + colon + 1, end, counter);
  if (failure != std::errc{} || last != end) return std::nullopt;
  return Dot{ReplicaId{*replica}, counter};
}

}  // namespace rapport
