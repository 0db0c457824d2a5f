#include "mobile/viewmodels/screen_lock.h"

#include <QEvent>

#include <gtest/gtest.h>

#include "tests/mobile/viewmodels/desk_bench.h"

namespace rapport {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using testing::DeskBench;

class ScreenLockTest : public ::testing::Test {
 protected:
  ScreenLock& lock() { return *bench_.desk().lock(); }
  void setPin() {
    bench_.solo().behind([&](Notebook&, Drafts&) {
      ASSERT_TRUE(bench_.solo().lock().setPin("2580", PinFor::kTablet).ok());
    });
    lock().refresh();
    bench_.settle();
  }
  void touch() {
    QObject somewhere;
    QEvent press(QEvent::MouseButtonPress);
    QCoreApplication::sendEvent(&somewhere, &press);
  }
  bool isOpen() {
    lock().look();
    return lock().state() == ScreenLock::Open;
  }

  DeskBench bench_;
};

TEST_F(ScreenLockTest, NothingIsSeenBeforeTheLockWasRead) {
  EXPECT_EQ(lock().state(), ScreenLock::Unknown);
  bench_.settle();
  EXPECT_EQ(lock().state(), ScreenLock::Open) << "there is no PIN";
  lock().lockNow();
  EXPECT_EQ(lock().state(), ScreenLock::Open) << "nothing could open it again";
}

TEST_F(ScreenLockTest, WithAPinEachStartIsLocked) {
  bench_.settle();
  setPin();
  EXPECT_EQ(lock().state(), ScreenLock::Open) << "whoever set it is there";
  bench_.restart();
  EXPECT_EQ(lock().state(), ScreenLock::Unknown);
  bench_.settle();
  EXPECT_EQ(lock().state(), ScreenLock::Locked);
  lock().opened();
  bench_.settle();
  EXPECT_EQ(lock().state(), ScreenLock::Open);
}

TEST_F(ScreenLockTest, NobodyThereForTheIdleMinutesLocksIt) {
  bench_.settle();
  setPin();
  touch();
  bench_.clock().advance(minutes(5) - seconds(1));
  EXPECT_TRUE(isOpen());
  touch();
  bench_.clock().advance(minutes(5) - seconds(1));
  EXPECT_TRUE(isOpen()) << "a touch counts from the beginning";
  bench_.clock().advance(seconds(1));
  EXPECT_FALSE(isOpen());
}

TEST_F(ScreenLockTest, ATabletThatSleptIsLocked) {
  bench_.settle();
  setPin();
  touch();
  bench_.clock().setWall(bench_.clock().wallNow() + minutes(5));
  EXPECT_FALSE(isOpen());
}

TEST_F(ScreenLockTest, TheIdleMinutesAreASetting) {
  bench_.settle();
  setPin();
  touch();
  lock().setIdleMinutes(0);
  bench_.settle();
  bench_.clock().advance(std::chrono::hours(9));
  EXPECT_TRUE(isOpen()) << "never";
  touch();
  lock().setIdleMinutes(1);
  bench_.settle();
  EXPECT_EQ(lock().problem(), "");
  bench_.clock().advance(minutes(1));
  EXPECT_FALSE(isOpen());
}

TEST_F(ScreenLockTest, AKioskStandsBeforeEverything) {
  bench_.settle();
  setPin();
  bench_.solo().behind([&](Notebook&, Drafts&) {
    ASSERT_TRUE(bench_.solo().lock().beginKiosk("wave partner").ok());
  });
  lock().refresh();
  bench_.settle();
  EXPECT_EQ(lock().state(), ScreenLock::Kiosk);
  bench_.restart();
  bench_.settle();
  EXPECT_EQ(lock().state(), ScreenLock::Kiosk) << "a restart is no way out";
  lock().lockNow();
  EXPECT_EQ(lock().state(), ScreenLock::Kiosk);
}

}  // namespace
}  // namespace rapport
