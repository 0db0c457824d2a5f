#include "tests/simulation/planted.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/simulation/world.h"

namespace rapport::simulation {
namespace {

constexpr std::uint64_t kSeedsForABug = 300;
constexpr std::size_t kFewestBugs = 30;

// The first seed that sees the bug; nothing, if none does.
std::optional<std::uint64_t> firstToSee(const PlantedBug& bug) {
  plantedNow = bug.number;
  std::optional<std::uint64_t> seen;
  for (std::uint64_t seed = 1; seed <= kSeedsForABug && !seen; ++seed) {
    if (simulate(*drawSteered(seed, bug.steer), Trace::Keep::kHash).violation) seen = seed;
  }
  plantedNow = 0;
  return seen;
}

class Planted : public ::testing::TestWithParam<PlantedBug> {};

TEST_P(Planted, IsFoundAndNothingElseIs) {
  const PlantedBug& bug = GetParam();
  ASSERT_TRUE(drawSteered(1, bug.steer)) << bug.name << " steers nowhere: " << bug.steer;
  const auto seed = firstToSee(bug);
  ASSERT_TRUE(seed) << "no run of " << kSeedsForABug << " saw that " << bug.name
                    << " leaves out: " << bug.rule;
  for (std::uint64_t same = 1; same <= *seed; ++same) {
    const Outcome outcome = simulate(*drawSteered(same, bug.steer), Trace::Keep::kHash);
    EXPECT_FALSE(outcome.violation) << "the real code fails too: " << *outcome.violation << "\n  "
                                    << outcome.options.describe();
  }
}

std::string testNameOf(const ::testing::TestParamInfo<PlantedBug>& bug) {
  std::string name;
  bool capital = true;
  for (const char c : bug.param.name) {
    if (c != '-') name += capital ? static_cast<char>(c - 'a' + 'A') : c;
    capital = c == '-';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Simulation, Planted,
                         ::testing::ValuesIn(plantedBugs().begin(), plantedBugs().end()),
                         testNameOf);

TEST(PlantedBugs, AreMany) { EXPECT_GE(plantedBugs().size(), kFewestBugs); }

}  // namespace
}  // namespace rapport::simulation
