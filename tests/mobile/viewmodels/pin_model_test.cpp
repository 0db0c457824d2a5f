#include "mobile/viewmodels/pin_model.h"

#include <QMetaProperty>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include "tests/mobile/viewmodels/desk_bench.h"

namespace rapport {
namespace {

using std::chrono::seconds;
using testing::DeskBench;

class PinModelTest : public ::testing::Test {
 protected:
  PinModelTest() { bench_.settle(); }

  std::unique_ptr<PinModel> pinFor(PinModel::Aim aim) {
    auto pin = bench_.show<PinModel>();
    pin->setAim(aim);
    bench_.settle();
    return pin;
  }
  void type(PinModel& pin, const char* digits) {
    pin.type(QString::fromLatin1(digits));
    pin.enter();
    bench_.settle();
  }
  void set() {
    const auto pin = pinFor(PinModel::Set);
    const QSignalSpy done(pin.get(), &PinModel::done);
    type(*pin, "2580");
    type(*pin, "2580");
    ASSERT_EQ(done.count(), 1);
  }
  ScreenLock& lock() { return *bench_.desk().lock(); }

  DeskBench bench_;
};

TEST_F(PinModelTest, ANewPinIsTypedTwice) {
  const auto pin = pinFor(PinModel::Set);
  EXPECT_EQ(pin->step(), PinModel::New);
  type(*pin, "2580");
  EXPECT_EQ(pin->step(), PinModel::Again);
  type(*pin, "2581");
  EXPECT_EQ(pin->said(), "The two were not the same. Choose a PIN once more.");
  EXPECT_EQ(pin->step(), PinModel::New);
  EXPECT_FALSE(lock().hasPin());
  type(*pin, "2580");
  EXPECT_EQ(pin->said(), "");
  type(*pin, "2580");
  EXPECT_TRUE(lock().hasPin());
}

TEST_F(PinModelTest, APinThatEverybodyTriesFirstIsNotTaken) {
  const auto pin = pinFor(PinModel::Set);
  for (const char* easy : {"0000", "1234", "987654"}) {
    type(*pin, easy);
    EXPECT_EQ(pin->said(), "This PIN is easy to guess. Choose another one.") << easy;
    EXPECT_EQ(pin->step(), PinModel::New) << easy;
  }
}

TEST_F(PinModelTest, TooFewDigitsAreNoPinAndTooManyAreLeftOut) {
  const auto pin = pinFor(PinModel::Set);
  pin->type("258");
  EXPECT_FALSE(pin->enough());
  pin->type("0 2580 2580 2580");
  EXPECT_EQ(pin->entered(), 12);
  pin->erase();
  EXPECT_EQ(pin->entered(), 11);
}

TEST_F(PinModelTest, TheRightOneOpensAndAWrongOneSaysSo) {
  set();
  lock().lockNow();
  const auto pin = pinFor(PinModel::Unlock);
  const QSignalSpy done(pin.get(), &PinModel::done);
  type(*pin, "1470");
  EXPECT_EQ(pin->said(), "This is not the PIN.");
  EXPECT_EQ(pin->entered(), 0);
  EXPECT_EQ(lock().state(), ScreenLock::Locked);
  type(*pin, "2580");
  EXPECT_EQ(done.count(), 1);
  EXPECT_EQ(lock().state(), ScreenLock::Open);
}

TEST_F(PinModelTest, TheWaitIsSaidCountsDownAndIsThereAfterARestart) {
  set();
  lock().lockNow();
  auto pin = pinFor(PinModel::Unlock);
  for (int wrong = 0; wrong < 5; ++wrong) type(*pin, "1470");
  EXPECT_EQ(pin->said(), "Too many wrong tries. The next one in 0:30.");
  pin->type("2580");
  EXPECT_EQ(pin->entered(), 0) << "nothing is typed meanwhile";
  bench_.clock().advance(seconds(21));
  EXPECT_EQ(pin->said(), "Too many wrong tries. The next one in 0:09.");
  pin.reset();
  bench_.restart();
  bench_.settle();
  pin = pinFor(PinModel::Unlock);
  EXPECT_GT(pin->waitSeconds(), 0);
  bench_.clock().advance(seconds(30));
  type(*pin, "2580");
  EXPECT_EQ(lock().state(), ScreenLock::Open);
}

TEST_F(PinModelTest, ChangingAsksForTheOldOneFirst) {
  set();
  const auto pin = pinFor(PinModel::Change);
  EXPECT_EQ(pin->step(), PinModel::Present);
  type(*pin, "1470");
  EXPECT_EQ(pin->step(), PinModel::Present);
  type(*pin, "2580");
  EXPECT_EQ(pin->step(), PinModel::New);
  type(*pin, "369147");
  type(*pin, "369147");
  lock().lockNow();
  const auto unlock = pinFor(PinModel::Unlock);
  type(*unlock, "2580");
  EXPECT_EQ(lock().state(), ScreenLock::Locked);
  type(*unlock, "369147");
  EXPECT_EQ(lock().state(), ScreenLock::Open);
}

TEST_F(PinModelTest, RemovingAsksForItToo) {
  set();
  const auto pin = pinFor(PinModel::Remove);
  type(*pin, "1470");
  EXPECT_TRUE(lock().hasPin());
  type(*pin, "2580");
  EXPECT_FALSE(lock().hasPin());
}

TEST_F(PinModelTest, WhatIsTypedIsInNoProperty) {
  const auto pin = pinFor(PinModel::Set);
  pin->type("258025");
  for (int at = 0; at < pin->metaObject()->propertyCount(); ++at) {
    const QMetaProperty property = pin->metaObject()->property(at);
    EXPECT_FALSE(property.read(pin.get()).toString().contains("258")) << property.name();
  }
}

}  // namespace
}  // namespace rapport
