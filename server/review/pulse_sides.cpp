#include "server/review/pulse_sides.h"

#include <cmath>

namespace rapport {

std::optional<double> roundedScore(const std::optional<double>& score) {
  if (!score) return std::nullopt;
  return std::round(*score * 10) / 10;
}

std::vector<ShownSide> shownSides(const Pulse& pulse) {
  const auto sides = pulse.sides();
  std::vector<std::size_t> people;
  for (const auto& [id, side] : sides) people.push_back(side.people);
  const ShownRow shown = suppressed(people);
  std::vector<ShownSide> out;
  std::size_t at = 0;
  for (const auto& [id, side] : sides) {
    out.push_back({id, shown.cells[at++], roundedScore(side.score)});
  }
  return out;
}

}  // namespace rapport
