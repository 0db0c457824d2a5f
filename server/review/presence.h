#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "server/review/window.h"

namespace rapport {

// How often we said we would come to a partner, and when we did.
struct PartnerPresence {
  std::chrono::days cadence{0};
  std::chrono::sys_days since;                  // partner since then
  std::vector<std::chrono::sys_days> visits{};  // planned events that were held, any order
};

// Presence regularity (PRODUCT.md "Dashboard formulas"). Periods are counted from the window's
// first day or from the partnership's, whichever is later; one that has not elapsed does not count.
struct Presence {
  std::size_t periods = 0;
  std::size_t met = 0;  // with at least one visit
  std::chrono::days longestGap{
      0};  // between visits, up to the window's end; none without a cadence
  double gapInCadences = 0;
};
// The alert "inconsistent": a gap of more than one and a half cadences.
bool isInconsistent(const Presence& presence);

Presence presenceAt(const PartnerPresence& partner, const Window& window);

}  // namespace rapport
