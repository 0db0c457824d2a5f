#include "shared/sync/frame_pace.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

using std::chrono::milliseconds;

// Fills whatever room there is; answers how many frames went out.
std::size_t fill(FramePace& pace, milliseconds now) {
  std::size_t frames = 0;
  while (pace.hasRoom()) {
    pace.sent(pace.frameBytes(), now);
    ++frames;
  }
  return frames;
}

TEST(FramePace, BeginsWithOneSmallFrame) {
  FramePace pace;
  EXPECT_EQ(pace.frameBytes(), limits::kFirstWindowBytes);
  EXPECT_EQ(fill(pace, milliseconds{0}), 1u);
}

TEST(FramePace, GrowsToSeveralLargeFramesWhileAnswersComeQuickly) {
  FramePace pace;
  for (int round = 0; round < 20; ++round) {
    for (auto frames = fill(pace, milliseconds{100 * round}); frames > 0; --frames) {
      pace.answered(milliseconds{100 * round + 20});
    }
  }
  EXPECT_EQ(pace.frameBytes(), limits::kFrameTargetBytes);
  EXPECT_EQ(fill(pace, milliseconds{3000}), limits::kPushesInFlight);
}

// What is answered in a hundredth of the time that it may take is no reason for thirty round trips.
TEST(FramePace, OneQuickAnswerIsEnoughToGrowBy) {
  FramePace pace;
  fill(pace, milliseconds{0});
  pace.answered(limits::kAnswerAim / 100);
  EXPECT_EQ(pace.frameBytes(), limits::kFrameTargetBytes);
  EXPECT_GT(fill(pace, milliseconds{100}), 1U);
}

// What is on the way then takes about as long to be answered as it may.
TEST(FramePace, GrowsNoFurtherThanTheFirstAnswerTells) {
  FramePace pace;
  const std::size_t first = pace.frameBytes();
  pace.sent(first, milliseconds{0});
  pace.answered(limits::kAnswerAim / 3);
  EXPECT_LE(pace.frameBytes(), 3 * first + 1000);
  EXPECT_EQ(fill(pace, milliseconds{1000}), 1U);
}

TEST(FramePace, ShrinksOnASlowLineDownToAFrameThatIsWorthSending) {
  FramePace pace;
  for (int round = 0; round < 20; ++round) {
    fill(pace, milliseconds{0});
    pace.answered(limits::kAnswerAim * 3);
  }
  EXPECT_EQ(pace.frameBytes(), limits::kLeastWindowBytes);
  EXPECT_EQ(fill(pace, milliseconds{0}), 1u);
}

TEST(FramePace, SettlesWhereAnAnswerTakesAsLongAsItMay) {
  // 8 bytes a millisecond, and a fifth of a second there and back.
  FramePace pace;
  milliseconds now{0};
  for (int round = 0; round < 20; ++round) {
    const std::size_t sizeBytes = pace.frameBytes();
    pace.sent(sizeBytes, now);
    now += milliseconds{200 + static_cast<std::int64_t>(sizeBytes) / 8};
    pace.answered(now);
  }
  EXPECT_NEAR(static_cast<double>(pace.frameBytes()), 8 * 1800, 100);
}

TEST(FramePace, LittleThatIsAnsweredQuicklySaysNothingOfMuch) {
  FramePace pace;
  for (int change = 0; change < 20; ++change) {
    pace.sent(100, milliseconds{change});
    pace.answered(milliseconds{change + 1});
  }
  EXPECT_EQ(pace.frameBytes(), limits::kFirstWindowBytes);
}

TEST(FramePace, OneFrameMayBeLargerThanTheWindow) {
  FramePace pace;
  pace.sent(10 * limits::kWindowBytes, milliseconds{0});
  EXPECT_FALSE(pace.hasRoom());
  pace.answered(milliseconds{1000});
  EXPECT_TRUE(pace.hasRoom());
}

TEST(FramePace, AnAnswerToNothingChangesNothing) {
  FramePace pace;
  pace.answered(milliseconds{5000});
  EXPECT_EQ(pace.frameBytes(), limits::kFirstWindowBytes);
}

}  // namespace
}  // namespace rapport
