#pragma once

#include <cstdint>

#include "tests/simulation/small/small_world.h"

namespace rapport::simulation {

struct Explored {
  std::uint64_t states = 0;  // different ones
  std::uint64_t steps = 0;   // between them
  std::uint64_t ends = 0;    // in which everything was exchanged
  bool complete = true;      // false: there were more than there is room for
  bool failed = false;       // the schedule was printed
};

// Every schedule of a small world, each state once. The world is copied by copying the process: it
// lies in memory as a whole, disks and all. Not for a program with threads.
Explored explore(const SmallScript& script);

}  // namespace rapport::simulation
