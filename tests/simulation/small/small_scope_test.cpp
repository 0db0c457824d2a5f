#include <gtest/gtest.h>

#include "tests/simulation/small/explore.h"
#include "tests/simulation/small/scripts.h"

namespace rapport::simulation {
namespace {

// scripts/simulate --exhaust takes more.
void exploreAll(std::size_t changes, unsigned cuts, unsigned kills, std::size_t every) {
  std::uint64_t states = 0, ends = 0;
  const auto scripts = smallScripts(changes, cuts, kills);
  for (std::size_t i = 0; i < scripts.size(); i += every) {
    const Explored explored = explore(scripts[i].script);
    ASSERT_FALSE(explored.failed) << "in " << scripts[i].name;
    ASSERT_TRUE(explored.complete) << "too many schedules of " << scripts[i].name;
    states += explored.states;
    ends += explored.ends;
  }
  EXPECT_GE(ends, scripts.size() / every) << "schedules that never end";
  std::printf("%llu states, %llu ends\n", static_cast<unsigned long long>(states),
              static_cast<unsigned long long>(ends));
}

TEST(SmallScope, HoldsInEveryScheduleOfOneChange) { exploreAll(1, 0, 0, 1); }
TEST(SmallScope, HoldsWhereverTheConnectionBreaks) { exploreAll(1, 1, 0, 17); }
TEST(SmallScope, HoldsWhereverAProgramEnds) { exploreAll(1, 0, 1, 18); }
TEST(SmallScope, HoldsInSchedulesOfTwoChanges) { exploreAll(2, 0, 0, 100); }

}  // namespace
}  // namespace rapport::simulation
