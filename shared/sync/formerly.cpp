#include "shared/sync/formerly.h"

#include <algorithm>

namespace rapport {

void rememberFormer(Formerly& formerly, const Dot& dot) {
  const auto at =
      std::lower_bound(formerly.begin(), formerly.end(), dot.replica,
                       [](const auto& entry, ReplicaId replica) { return entry.first < replica; });
  if (at != formerly.end() && at->first == dot.replica) {
    at->second = std::max(at->second, dot.counter);
  } else {
    formerly.insert(at, {dot.replica, dot.counter});
  }
}

}  // namespace rapport
