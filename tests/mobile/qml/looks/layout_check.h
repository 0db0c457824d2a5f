#pragma once

#include <vector>

#include "tests/mobile/qml/looks/seen.h"

namespace rapport::testing {

inline constexpr double kLeastTarget = 56;  // DESIGN §5, in dp

// What is wrong with where things stand: text cut short or clipped, things outside the box they
// belong to or outside the window, things on top of each other, targets that a thumb misses. A text
// that may be cut short says so in `mayElide`; one that hangs out of its box, in `mayOverhang`.
std::vector<Finding> layoutFaults(QQuickItem& root);

}  // namespace rapport::testing
