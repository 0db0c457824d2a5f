#include "server/review/presence.h"

#include <algorithm>

namespace rapport {
namespace {
constexpr double kLongGap = 1.5;
}  // namespace

bool isInconsistent(const Presence& presence) { return presence.gapInCadences > kLongGap; }

Presence presenceAt(const PartnerPresence& partner, const Window& window) {
  Presence out;
  if (partner.cadence.count() <= 0) return out;
  const std::chrono::sys_days anchor = std::max(window.from, partner.since);
  std::vector<std::chrono::sys_days> visits;
  std::ranges::copy_if(partner.visits, std::back_inserter(visits), [&](std::chrono::sys_days day) {
    return anchor <= day && day < window.end;
  });
  std::ranges::sort(visits);
  for (auto begin = anchor; begin + partner.cadence <= window.end; begin += partner.cadence) {
    ++out.periods;
    const auto visit = std::ranges::lower_bound(visits, begin);
    if (visit != visits.end() && *visit < begin + partner.cadence) ++out.met;
  }
  std::chrono::sys_days before = anchor;
  for (const std::chrono::sys_days visit : visits) {
    out.longestGap = std::max(out.longestGap, visit - before);
    before = visit;
  }
  if (before < window.end) out.longestGap = std::max(out.longestGap, window.end - before);
  out.gapInCadences =
      static_cast<double>(out.longestGap.count()) / static_cast<double>(partner.cadence.count());
  return out;
}

}  // namespace rapport
