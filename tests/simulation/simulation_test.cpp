#include <string>

#include <gtest/gtest.h>

#include "tests/simulation/mutants.h"
#include "tests/simulation/world.h"

namespace rapport::simulation {
namespace {

// Each run draws its own faults, people and records from its seed; scripts/simulate runs more.
constexpr std::uint64_t kSeeds = 150;
constexpr std::uint64_t kSeedsForABug = 300;

std::string again(const Outcome& outcome) {
  return outcome.options.describe() + "\n  again: scripts/simulate --seed " +
         std::to_string(outcome.options.seed) + " --trace";
}

TEST(Simulation, HoldsEveryPromiseWhateverGoesWrong) {
  std::uint64_t applied = 0;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const Outcome outcome = simulate(drawOptions(seed), Trace::Keep::kHash);
    EXPECT_FALSE(outcome.violation) << *outcome.violation << "\n  " << again(outcome);
    applied += outcome.changes - outcome.refused;
  }
  EXPECT_GT(applied, kSeeds) << "hardly anything happened in these runs";
}

TEST(Simulation, OneSeedIsOneRun) {
  for (const std::uint64_t seed : {std::uint64_t{7}, std::uint64_t{107}}) {
    const auto first = simulate(drawOptions(seed), Trace::Keep::kHash);
    const auto second = simulate(drawOptions(seed), Trace::Keep::kHash);
    EXPECT_EQ(first.traceHash, second.traceHash) << again(first);
  }
}

class PlantedBug : public ::testing::TestWithParam<Mutant> {};

TEST_P(PlantedBug, IsFound) {
  for (std::uint64_t seed = 1; seed <= kSeedsForABug; ++seed) {
    SimOptions options = *drawSteered(seed, steerOf(GetParam()));
    options.mutant = GetParam();
    if (simulate(options, Trace::Keep::kHash).violation) return;
  }
  FAIL() << "no run of " << kSeedsForABug << " saw it";
}

std::string testNameOf(const ::testing::TestParamInfo<Mutant>& mutant) {
  std::string name;
  bool capital = true;
  for (const char c : nameOf(mutant.param)) {
    if (c != '-') name += capital ? static_cast<char>(c - 'a' + 'A') : c;
    capital = c == '-';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Simulation, PlantedBug, ::testing::ValuesIn(allMutants()), testNameOf);

}  // namespace
}  // namespace rapport::simulation
