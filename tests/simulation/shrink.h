#pragma once

#include <string>

#include "tests/simulation/options.h"

namespace rapport::simulation {

// The words that bend a failing seed to the least that still fails in some way: without the faults
// and the deeds that it does not need, with as few actions, tablets, records and fields as will do.
std::string shrink(const SimOptions& failed);

}  // namespace rapport::simulation
