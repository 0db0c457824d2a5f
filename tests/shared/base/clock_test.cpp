#include "shared/base/clock.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

TEST(ManualClock, StandsStillUntilMoved) {
  ManualClock clock;
  const WallTime before = clock.wallNow();
  EXPECT_EQ(clock.wallNow(), before);
  clock.advance(milliseconds{1500});
  EXPECT_EQ(clock.wallNow() - before, milliseconds{1500});
  EXPECT_EQ(clock.steadyNow(), milliseconds{1500});
}

TEST(ManualClock, AWrongDateDoesNotFoolSteadyTime) {
  ManualClock clock;
  clock.setWall(clock.wallNow() - hours{24 * 365});
  EXPECT_EQ(clock.steadyNow(), milliseconds{0});
}

TEST(SystemClock, SteadyTimeNeverGoesBack) {
  const SystemClock clock;
  const auto first = clock.steadyNow();
  EXPECT_GE(clock.steadyNow(), first);
}

TEST(SystemClock, OffsetIsOneThatPeopleUse) {
  const auto offset = SystemClock().utcOffset();
  EXPECT_LE(std::chrono::abs(offset), hours{14});
}

}  // namespace
}  // namespace rapport
