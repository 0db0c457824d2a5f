#include "shared/merge/taken_back.h"

#include <algorithm>
#include <limits>
#include <ranges>

namespace rapport {

void TakenBack::add(const Place& place, const Dot& dot, const Numbers& numbers, std::int64_t amount,
                    const Knowledge& knowledge) {
  if (amount != std::numeric_limits<std::int64_t>::min()) {  // it has no opposite
    auto& opposite = open_[{place, -amount}];
    const auto latest = std::ranges::find_if(
        opposite.rbegin(), opposite.rend(),
        [&knowledge](const Amount& earlier) { return knowledge.of(earlier.dot, earlier.numbers); });
    if (latest != opposite.rend()) {
      by_.emplace(std::pair(place, latest->dot), dot);
      opposite.erase(std::next(latest).base());
      return;
    }
  }
  open_[{place, amount}].push_back({dot, numbers});
}

const Dot* TakenBack::by(const Place& place, const Dot& dot) const {
  const auto found = by_.find({place, dot});
  return found != by_.end() ? &found->second : nullptr;
}

}  // namespace rapport
