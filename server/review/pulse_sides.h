#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/review/pulse.h"
#include "server/review/suppression.h"

namespace rapport {

// What may be told of one partner's answers: how many, beside those of all the others, and their
// score with one decimal.
struct ShownSide {
  std::string id;
  ShownCount people;
  std::optional<double> score;
};

// By id. A side's number is suppressed together with the others', wherever it is shown.
std::vector<ShownSide> shownSides(const Pulse& pulse);

// One decimal: what is left of it says nothing of anybody.
std::optional<double> roundedScore(const std::optional<double>& score);

}  // namespace rapport
