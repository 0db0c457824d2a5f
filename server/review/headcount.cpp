#include "server/review/headcount.h"

#include <algorithm>

namespace rapport {

std::size_t headcount(const std::vector<StationCount>& stations) {
  std::int64_t people = 0;
  for (const StationCount& station : stations) {
    std::int64_t sum = 0, largest = 0;
    for (const auto& [device, counted] : station.devices) {
      sum += counted;
      largest = std::max(largest, counted);
    }
    people += station.larger ? largest : sum;
  }
  return static_cast<std::size_t>(std::max<std::int64_t>(0, people));
}

}  // namespace rapport
