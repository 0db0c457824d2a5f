#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace rapport {

// One contribution of either side.
struct ContributionFact {
  bool given = false;             // by us; else received
  std::optional<double> hours{};  // nothing: it is counted in something else
};

// Reciprocity (PRODUCT.md "Dashboard formulas"): 1 − |a − b| / (a + b), with a given and b
// received, in hours, or in contributions where one of them has no hours; none while nothing went
// either way.
struct Exchange {
  bool inHours = true;
  double given = 0;
  double received = 0;
  std::optional<double> reciprocity{};
};
Exchange exchange(const std::vector<ContributionFact>& contributions);

}  // namespace rapport
