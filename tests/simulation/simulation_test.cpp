#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/simulation/mutants.h"
#include "tests/simulation/shrink.h"
#include "tests/simulation/world.h"
#include "tests/support/sanitized.h"

namespace rapport::simulation {
namespace {

// Each run draws its own faults, people and records from its seed; scripts/simulate runs more.
constexpr std::uint64_t kSeeds = testing::kSanitized ? 30 : 150;
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

TEST(Simulation, SeedsThatFailedOnceDoNoMore) {
  std::ifstream file(RAPPORT_REGRESSIONS);
  std::size_t seeds = 0;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line.substr(0, line.find('#')));
    std::uint64_t seed = 0;
    if (!(words >> seed)) continue;
    std::string steering;
    std::getline(words, steering);
    const auto options = drawSteered(seed, steering);
    ASSERT_TRUE(options) << line;
    const Outcome outcome = simulate(*options, Trace::Keep::kHash);
    EXPECT_FALSE(outcome.violation) << *outcome.violation << "\n  " << again(outcome);
    ++seeds;
  }
  EXPECT_GT(seeds, 0U) << "no seed is kept in " << RAPPORT_REGRESSIONS;
}

// From a seed that fails, the words that are left still fail, and are fewer things to look at.
TEST(Simulation, AFailureIsShrunk) {
  SimOptions failed = *drawSteered(1, "cuts offline drift actions=150");
  failed.mutant = Mutant::kLeavesOverlayEarly;
  ASSERT_TRUE(simulate(failed, Trace::Keep::kHash).violation);
  SimOptions least = *drawSteered(1, shrink(failed));
  least.mutant = failed.mutant;
  EXPECT_TRUE(simulate(least, Trace::Keep::kHash).violation);
  EXPECT_LT(least.actions, 50U);
  EXPECT_LT(least.traits.count(), failed.traits.count());
}

// Whether runs see bugs is the simulator's own affair: sanitizers look at a few.
std::vector<Mutant> mutants() {
  auto all = allMutants();
  constexpr std::size_t kSample = 4;
  if (testing::kSanitized) all.resize(kSample);
  return all;
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

INSTANTIATE_TEST_SUITE_P(Simulation, PlantedBug, ::testing::ValuesIn(mutants()), testNameOf);

}  // namespace
}  // namespace rapport::simulation
