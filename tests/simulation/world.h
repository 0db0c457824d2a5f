#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/simulation/mishaps.h"

namespace rapport::simulation {

struct Outcome {
  SimOptions options;
  std::optional<std::string> violation;  // nothing: everything held
  std::uint64_t traceHash = 0;
  std::vector<std::string> trace;  // if it was wanted
  // So that a run in which nothing happens is seen.
  std::uint64_t changes = 0, refused = 0, numbers = 0;
};

// One run, from its options alone: people and mishaps in virtual time, then everything heals,
// everything is exchanged, and every replica must be the office's, byte for byte.
Outcome simulate(const SimOptions& options, Trace::Keep keep);

}  // namespace rapport::simulation
