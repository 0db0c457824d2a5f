#include "server/review/suppression.h"

#include <numeric>

#include <nlohmann/json.hpp>

#include "shared/base/limits.h"

namespace rapport {
namespace {

bool isShown(const ShownCount& cell) { return cell.as == ShownCount::As::kNumber; }

// What a reader gets to know by subtracting what is shown from the total.
bool tellsTooMuch(const std::vector<ShownCount>& cells) {
  std::size_t hidden = 0, people = 0;
  for (const ShownCount& cell : cells) {
    if (isShown(cell)) continue;
    ++hidden;
    people += cell.people;
  }
  return hidden == 1 || (hidden > 0 && people < limits::kSmallestGroup);
}

ShownCount* smallestShown(std::vector<ShownCount>& cells) {
  ShownCount* smallest = nullptr;
  for (ShownCount& cell : cells) {
    if (!isShown(cell)) continue;
    if (smallest == nullptr || cell.people < smallest->people) smallest = &cell;
  }
  return smallest;
}

}  // namespace

ShownRow suppressed(const std::vector<std::size_t>& cells) {
  using As = ShownCount::As;
  ShownRow row;
  row.total.people = std::accumulate(cells.begin(), cells.end(), std::size_t{0});
  const bool few = row.total.people < limits::kSmallestGroup;
  if (few) row.total.as = As::kFew;
  for (const std::size_t people : cells) {
    row.cells.push_back({people < limits::kSmallestGroup ? As::kFew : As::kNumber, people});
  }
  while (!few && tellsTooMuch(row.cells)) {
    ShownCount* next = smallestShown(row.cells);
    if (next == nullptr) break;
    next->as = As::kHidden;
  }
  return row;
}

nlohmann::json toJson(const ShownCount& count) {
  if (count.as == ShownCount::As::kFew) return "<" + std::to_string(limits::kSmallestGroup);
  if (count.as == ShownCount::As::kHidden) return "hidden";
  return count.people;
}

}  // namespace rapport
