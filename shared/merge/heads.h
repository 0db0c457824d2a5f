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

// The same head, or another of its change, also bears these: they tell its numbers of epochs in
// which it bore none.
inline void meet(Numbers& numbers, const Numbers& others) {
  for (const Number& each : others.each()) {
    if (!numbers.in(each.epoch)) numbers.add(each);
  }
}

// Do they name one number alike?
inline bool meetAnywhere(const Numbers& numbers, const Numbers& others) {
  return std::ranges::any_of(others.each(),
                             [&](const Number& each) { return numbers.in(each.epoch) == each.n; });
}

}  // namespace rapport
