#pragma once

#include <algorithm>

#include "shared/merge/change.h"

namespace rapport {

// Where what this change wrote stands among heads of a field or of deletes, which ascend by dot, or
// would be put.
template <typename Heads>
auto placeIn(Heads& heads, const Dot& dot) {
  return std::ranges::lower_bound(heads, dot, {}, &Heads::value_type::dot);
}

// Does something of this change stand among them?
template <typename Heads>
bool holdsDot(const Heads& heads, const Dot& dot) {
  const auto found = placeIn(heads, dot);
  return found != heads.end() && found->dot == dot;
}

}  // namespace rapport
