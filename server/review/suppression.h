#pragma once

#include <cstddef>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace rapport {

// A number of people as it may be shown.
struct ShownCount {
  enum class As : std::uint8_t {
    kNumber,
    kFew,     // fewer than limits::kSmallestGroup: "<11"
    kHidden,  // large enough, but it would tell a small one by subtraction: "hidden"
  };
  As as = As::kNumber;
  std::size_t people = 0;
  bool operator==(const ShownCount&) const = default;
};

// Cells that add up to a total that is known, as they may be shown beside it.
struct ShownRow {
  std::vector<ShownCount> cells;
  ShownCount total;
};

// A cell under limits::kSmallestGroup is never shown. While exactly one cell is hidden, or the
// hidden ones together are under it, the smallest nonzero cell that is still shown is hidden too.
// Of a total under it nothing is shown.
ShownRow suppressed(const std::vector<std::size_t>& cells);

// 24, "<11" or "hidden".
nlohmann::json toJson(const ShownCount& count);

}  // namespace rapport
