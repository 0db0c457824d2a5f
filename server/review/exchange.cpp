#include "server/review/exchange.h"

#include <algorithm>
#include <cmath>

namespace rapport {

Exchange exchange(const std::vector<ContributionFact>& contributions) {
  Exchange out;
  out.inHours =
      std::ranges::all_of(contributions, [](const auto& c) { return c.hours.has_value(); });
  for (const ContributionFact& each : contributions) {
    (each.given ? out.given : out.received) += out.inHours ? *each.hours : 1.0;
  }
  const double sum = out.given + out.received;
  if (sum > 0) out.reciprocity = 1.0 - std::abs(out.given - out.received) / sum;
  return out;
}

}  // namespace rapport
