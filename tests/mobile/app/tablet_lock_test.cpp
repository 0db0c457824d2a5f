#include "mobile/app/tablet_lock.h"

#include <optional>

#include <gtest/gtest.h>

#include "mobile/storage/local_profile.h"
#include "tests/support/sim_vfs.h"

namespace rapport::testing {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

// The least that argon2 takes.
constexpr PasswordCost kCheap{1, 8 * 1024};
constexpr const char* kPin = "2580";
constexpr const char* kWrong = "1470";

class TabletLockTest : public ::testing::Test {
 protected:
  TabletLockTest() { open(); }

  // As a restart does: the clock that only runs on begins at nothing.
  void restart() {
    lock_.reset();
    profile_.reset();
    const WallTime wall = clock_->wallNow();
    clock_.emplace(wall);
    open();
  }
  PinAnswer tries(const char* pin) {
    const auto answer = lock_->tryPin(pin);
    EXPECT_TRUE(answer.ok()) << answer.error().message;
    return answer ? *answer : PinAnswer{};
  }
  void failTimes(int times) {
    for (int wrong = 0; wrong < times; ++wrong)
      EXPECT_EQ(tries(kWrong).verdict, PinVerdict::kWrong) << wrong;
  }
  void setPin(PinFor use = PinFor::kTablet) { ASSERT_TRUE(lock_->setPin(kPin, use).ok()); }

  SimDisk disk_{1};
  std::optional<ManualClock> clock_{std::in_place};
  ManualClock vfsClock_;
  SimVfs vfs_{"tablet lock", disk_, vfsClock_};
  std::unique_ptr<LocalProfile> profile_;
  std::optional<TabletLock> lock_;

 private:
  void open() {
    auto profile = LocalProfile::open({"profile.db", Bytes(32, 'k'), "tablet lock"});
    ASSERT_TRUE(profile.ok()) << profile.error().message;
    profile_ = *std::move(profile);
    lock_.emplace(profile_->lock(), *clock_, kCheap);
  }
};

TEST_F(TabletLockTest, WithoutAPinThereIsNothingToTry) {
  EXPECT_FALSE(lock_->facts()->hasPin);
  EXPECT_EQ(lock_->tryPin(kPin).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(lock_->beginKiosk("wave").error().code, ErrorCode::kRefused);
}

TEST_F(TabletLockTest, APinIsFourToTwelveDigits) {
  for (const char* pin : {"", "258", "2580258025802", "25 80", "25a0", "٢٥٨٠"})
    EXPECT_EQ(lock_->setPin(pin, PinFor::kTablet).error().code, ErrorCode::kInvalid) << pin;
  EXPECT_TRUE(lock_->setPin("258025802580", PinFor::kTablet).ok());
  EXPECT_EQ(tries("258025802580").verdict, PinVerdict::kRight);
}

TEST_F(TabletLockTest, TheRightOneOpensAlsoAfterARestart) {
  setPin();
  EXPECT_EQ(tries(kWrong).verdict, PinVerdict::kWrong);
  EXPECT_EQ(tries(kPin).verdict, PinVerdict::kRight);
  restart();
  EXPECT_TRUE(lock_->facts()->hasPin);
  EXPECT_EQ(tries(kPin).verdict, PinVerdict::kRight);
}

TEST_F(TabletLockTest, EachWrongTryFromTheFifthOnTakesALongerWait) {
  setPin();
  failTimes(4);
  EXPECT_EQ(lock_->facts()->wait, seconds(0));
  for (const seconds wait :
       {seconds(30), seconds(60), seconds(120), seconds(300), seconds(900), seconds(900)}) {
    const PinAnswer answer = tries(kWrong);
    EXPECT_EQ(answer.verdict, PinVerdict::kWrong);
    EXPECT_EQ(answer.wait, wait);
    clock_->advance(wait - seconds(1));
    EXPECT_EQ(tries(kPin).verdict, PinVerdict::kTooSoon) << "not even the right one is looked at";
    EXPECT_EQ(lock_->facts()->wait, seconds(1)) << "and trying makes it no longer";
    clock_->advance(seconds(1));
  }
  EXPECT_EQ(tries(kPin).verdict, PinVerdict::kRight);
  failTimes(4);
  EXPECT_EQ(lock_->facts()->wait, seconds(0)) << "the right one forgets the wrong ones";
}

TEST_F(TabletLockTest, ARestartBeginsTheWaitAnewAndTheDateDoesNotEndIt) {
  setPin();
  failTimes(5);
  clock_->advance(seconds(20));
  restart();
  EXPECT_EQ(lock_->facts()->wait, seconds(30));
  clock_->setWall(clock_->wallNow() + std::chrono::hours(24 * 365));
  EXPECT_EQ(tries(kPin).verdict, PinVerdict::kTooSoon);
  clock_->advance(seconds(30));
  EXPECT_EQ(tries(kPin).verdict, PinVerdict::kRight);
}

TEST_F(TabletLockTest, ATryIsCountedBeforeItIsLookedAt) {
  setPin();
  disk_.plan(SimFault::kWriteFails, 1);
  const auto answer = lock_->tryPin(kPin);
  ASSERT_FALSE(answer.ok()) << "what could not be counted tells nothing, not even of the right one";
  EXPECT_EQ(answer.error().code, ErrorCode::kStorageFailed);
  EXPECT_EQ(tries(kPin).verdict, PinVerdict::kRight);
}

TEST_F(TabletLockTest, AFullDiskKeepsNobodyOutAndLetsNobodyGuess) {
  setPin();
  disk_.setCapacityBytes(disk_.usedBytes());
  ASSERT_EQ(lock_->setIdle(minutes(1)).error().code, ErrorCode::kStorageFull);
  failTimes(5);
  EXPECT_EQ(lock_->facts()->wait, seconds(30));
  clock_->advance(seconds(30));
  EXPECT_EQ(tries(kPin).verdict, PinVerdict::kRight);
}

TEST_F(TabletLockTest, AKioskThatDiedBeginsAgainAsOneAndTakesItsOwnPinAlong) {
  setPin(PinFor::kThisKiosk);
  ASSERT_TRUE(lock_->beginKiosk("wave partner").ok());
  restart();
  EXPECT_EQ(lock_->facts()->kiosk, "wave partner");
  EXPECT_EQ(tries(kPin).verdict, PinVerdict::kRight);
  ASSERT_TRUE(lock_->endKiosk().ok());
  EXPECT_EQ(lock_->facts()->kiosk, "");
  EXPECT_FALSE(lock_->facts()->hasPin);

  setPin(PinFor::kTablet);
  ASSERT_TRUE(lock_->beginKiosk("wave partner").ok());
  ASSERT_TRUE(lock_->endKiosk().ok());
  EXPECT_TRUE(lock_->facts()->hasPin) << "the tablet's own stays";
}

TEST_F(TabletLockTest, TakingTheLostPinOfAKioskAwayEndsIt) {
  setPin();
  ASSERT_TRUE(lock_->beginKiosk("wave partner").ok());
  failTimes(5);
  ASSERT_TRUE(lock_->removePin().ok());
  EXPECT_FALSE(lock_->facts()->hasPin);
  EXPECT_EQ(lock_->facts()->kiosk, "");
  EXPECT_EQ(lock_->facts()->wait, seconds(0));
}

TEST_F(TabletLockTest, TheIdleMinutesStayAndAreFiveAtFirst) {
  EXPECT_EQ(lock_->facts()->idle, minutes(5));
  ASSERT_TRUE(lock_->setIdle(minutes(0)).ok());
  restart();
  EXPECT_EQ(lock_->facts()->idle, minutes(0));
}

}  // namespace
}  // namespace rapport::testing
