#pragma once

#include <cstdint>
#include <cstdlib>

namespace rapport::testing {

// How many power cuts a test makes: RAPPORT_POWER_CUTS asks for more of them, RAPPORT_SEED for one
// run of a certain seed.
struct SimLives {
  std::uint64_t firstSeed;
  std::uint64_t seeds;
  std::uint64_t livesEach;
};

inline SimLives simLives(std::uint64_t cuts) {
  constexpr std::uint64_t kLivesEach = 10;
  const char* seed = std::getenv("RAPPORT_SEED");
  if (seed != nullptr) return {std::strtoull(seed, nullptr, 10), 1, kLivesEach};
  if (const char* more = std::getenv("RAPPORT_POWER_CUTS"); more != nullptr) {
    cuts = std::strtoull(more, nullptr, 10);
  }
  return {1, cuts / kLivesEach, kLivesEach};
}

}  // namespace rapport::testing
