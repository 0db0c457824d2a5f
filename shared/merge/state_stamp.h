#pragma once

#include <compare>

#include "shared/base/limits.h"
#include "shared/merge/state.h"

namespace rapport {

// Of the state codec only. What all heads of one change have in common, written once.
struct Stamp {
  Dot dot;
  Numbers numbers;
  PersonId person;
  HybridTime time;
  auto operator<=>(const Stamp&) const = default;
};

inline constexpr std::uint8_t kStateFormat = 1;

// A field's shape: 4 × heads, plus these.
inline constexpr std::uint64_t kCountsFollow = 1;
inline constexpr std::uint64_t kCoverageFollows = 2;
inline constexpr std::uint64_t kOneHead = 4;
inline constexpr std::uint64_t kRowsFollow = 1U << 20U;
static_assert(limits::kHeadsPerField < kRowsFollow / kOneHead);

// A delete's flags.
inline constexpr std::uint8_t kIsKeep = 1;
inline constexpr std::uint8_t kIsServers = 2;
inline constexpr std::uint8_t kCellsFollow = 4;

}  // namespace rapport
