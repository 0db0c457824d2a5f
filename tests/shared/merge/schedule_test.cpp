#include "tests/shared/merge/schedule.h"

#include <cstdlib>

#include <gtest/gtest.h>

namespace rapport::test {
namespace {

// Another one at every run; RAPPORT_SEED=N repeats one.
std::uint64_t firstSeed() {
  static const std::uint64_t seed = [] {
    const char* given = std::getenv("RAPPORT_SEED");
    return given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  }();
  return seed;
}

std::string storyOf(std::uint64_t seed, Schedule& schedule, const std::string& what) {
  std::string story = "RAPPORT_SEED=" + std::to_string(seed) + ": " + what + "\n";
  for (const std::string& line : schedule.story()) story += "  " + line + "\n";
  return story;
}

TEST(Schedules, EverybodyEndsAtWhatTheirEditsMeant) {
  constexpr std::uint64_t kSchedules = 10'000;
  for (std::uint64_t i = 0; i < kSchedules; ++i) {
    const std::uint64_t seed = firstSeed() + i;
    Schedule schedule{seed, LeftOut::kNothing};
    const auto violation = schedule.run();
    ASSERT_FALSE(violation) << storyOf(seed, schedule, *violation);
  }
}

// A schedule that could not fail would show nothing.
bool goesWrongWithout(LeftOut rule) {
  constexpr std::uint64_t kSchedules = 20'000;
  for (std::uint64_t i = 0; i < kSchedules; ++i) {
    if (Schedule{firstSeed() + i, rule}.run()) return true;
  }
  return false;
}

TEST(Schedules, GoWrongWithoutOwnEarlierWrites) {
  EXPECT_TRUE(goesWrongWithout(LeftOut::kOwnEarlier)) << firstSeed();
}

TEST(Schedules, GoWrongIfConsolePagesHaveOwnEarlierWrites) {
  EXPECT_TRUE(goesWrongWithout(LeftOut::kServerWithout)) << firstSeed();
}

TEST(Schedules, GoWrongWithoutNamingWhatWasNotShown) {
  EXPECT_TRUE(goesWrongWithout(LeftOut::kNotShown)) << firstSeed();
}

TEST(Schedules, GoWrongIfDeletesIgnoreRoles) {
  EXPECT_TRUE(goesWrongWithout(LeftOut::kUnreadableInDeletes)) << firstSeed();
}

TEST(Schedules, GoWrongIfDeletesIgnoreCellsThatTheirAuthorCouldNotRead) {
  EXPECT_TRUE(goesWrongWithout(LeftOut::kCellsInDeletes)) << firstSeed();
}

TEST(Schedules, GoWrongIfWhoMayNotReadAFieldClaimsToHaveSeenIt) {
  EXPECT_TRUE(goesWrongWithout(LeftOut::kNothingSeenUnreadably)) << firstSeed();
}

TEST(Schedules, GoWrongIfAnswersAreFoldedIntoAnyCopy) {
  EXPECT_TRUE(goesWrongWithout(LeftOut::kFoldOnlyWhatFollows)) << firstSeed();
}

TEST(Schedules, GoWrongIfAnsweredChangesLeaveTheOverlayAtOnce) {
  EXPECT_TRUE(goesWrongWithout(LeftOut::kOverlayUntilCovered)) << firstSeed();
}

}  // namespace
}  // namespace rapport::test
