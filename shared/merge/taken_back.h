#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "shared/merge/apply.h"
#include "shared/merge/place.h"

namespace rapport {

// Which counts were taken back. A count leaves no head behind that could be missing, so this is
// told from the amounts: one takes back the latest of the opposite size that its author knew of and
// that nothing has taken back yet (MERGE.md "Undo").
class TakenBack {
 public:
  // Every amount, in the order of the numbers; pending ones last, as they were written.
  void add(const Place& place, const Dot& dot, const Numbers& numbers, std::int64_t amount,
           const Knowledge& knowledge);
  // Null: it was not.
  const Dot* by(const Place& place, const Dot& dot) const;

 private:
  struct Amount {
    Dot dot;
    Numbers numbers;
  };
  std::map<std::pair<Place, std::int64_t>, std::vector<Amount>> open_;
  std::map<std::pair<Place, Dot>, Dot> by_;
};

}  // namespace rapport
