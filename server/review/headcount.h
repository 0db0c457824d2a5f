#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace rapport {

// What one device counted in all cells of a station.
struct StationCount {
  bool larger = false;                          // two devices there counted the same people
  std::map<std::string, std::int64_t> devices;  // by replica
};

// The head count (PRODUCT.md, tally cell and station): the sum of the cells, and at a station where
// devices counted the same people the larger of them. What more was undone than counted is nobody.
std::size_t headcount(const std::vector<StationCount>& stations);

}  // namespace rapport
