#include <gtest/gtest.h>

#include "shared/sync/server_session.h"

namespace rapport {
namespace {

Number at(std::uint64_t n) { return {EpochId{1}, n}; }

TEST(Folded, HoldsWhatBeganHereAndWhatWasFoldedOnTopOfIt) {
  Folded folded;
  folded.told(std::nullopt, 11, 10);
  folded.told(at(11), 12, 10);
  EXPECT_TRUE(folded.holds(11));
  EXPECT_TRUE(folded.holds(12));
  EXPECT_FALSE(folded.holds(10));
  EXPECT_FALSE(folded.holds(13));
}

TEST(Folded, HoldsWhatWasWrittenOnACopyThatTheTabletHas) {
  Folded folded;
  folded.told(at(7), 11, 10);
  EXPECT_TRUE(folded.holds(11));
}

TEST(Folded, DoesNotHoldWhatWasWrittenOnSomebodyElsesState) {
  Folded folded;
  folded.told(at(11), 12, 10);
  EXPECT_FALSE(folded.holds(12));
  folded.told(at(12), 13, 10);
  EXPECT_FALSE(folded.holds(13)) << "nor what lies on top of that";
}

TEST(Folded, ReachesAsFarAsNobodyElseWroteBetween) {
  Folded folded;
  for (std::uint64_t n = 11; n <= 20; ++n) folded.told(std::nullopt, n, 10);
  folded.told(std::nullopt, 22, 10);
  EXPECT_EQ(folded.heldThrough(10), 20U);
  EXPECT_EQ(folded.heldThrough(15), 20U);
  EXPECT_EQ(folded.heldThrough(9), 9U) << "11 is not the next number";
  EXPECT_EQ(folded.heldThrough(20), 20U) << "21 is somebody else's";
  EXPECT_EQ(folded.heldThrough(21), 22U);
  EXPECT_EQ(folded.heldThrough(22), 22U);
}

TEST(Folded, ForgetsWhatWasPassedAndGoesOn) {
  Folded folded;
  for (std::uint64_t n : {11, 12, 14}) folded.told(std::nullopt, n, 10);
  folded.passed(12);
  EXPECT_FALSE(folded.holds(11));
  EXPECT_TRUE(folded.holds(14));
  folded.passed(14);
  EXPECT_EQ(folded.heldThrough(14), 14U);
  folded.told(at(14), 15, 14);
  EXPECT_EQ(folded.heldThrough(14), 15U);
}

TEST(Folded, RemembersNoMoreThanItMayAndEchoesTheRest) {
  Folded folded;
  for (std::uint64_t run = 1; run <= limits::kFoldedRemembered + 1; ++run) {
    folded.told(std::nullopt, 2 * run, 0);
  }
  EXPECT_TRUE(folded.holds(2 * limits::kFoldedRemembered));
  EXPECT_FALSE(folded.holds(2 * limits::kFoldedRemembered + 2));
}

}  // namespace
}  // namespace rapport
