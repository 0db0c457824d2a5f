#include <QClipboard>
#include <QGuiApplication>
#include <QtTest>

#include <gtest/gtest.h>

#include "tests/mobile/qml/everything_said.h"
#include "tests/mobile/qml/screens.h"

namespace rapport {
namespace {

using std::chrono::minutes;

class LockOnScreen : public testing::Screens {
 protected:
  static constexpr const char* kPin = "2580";

  bool openSettings() { return finger().tapAll({"settings", "lockSettings"}); }
  bool setPin() {
    return openSettings() && finger().tap("setPin") && typePin(kPin) && typePin(kPin) &&
           finger().comes("lockNow") != nullptr;
  }
  bool isLocked() {
    return finger().comes("lockScreen") != nullptr && finger().comes("digit1") != nullptr;
  }
  bool says(const QString& words) {
    return !testing::everythingSaid(window()).filter(words).isEmpty();
  }
};

TEST_F(LockOnScreen, APinIsSetTheTabletLockedAndOpenedAgain) {
  ASSERT_TRUE(setPin());
  ASSERT_TRUE(finger().tap("lockNow"));
  ASSERT_TRUE(isLocked());
  ASSERT_TRUE(typePin("1470"));
  EXPECT_TRUE(finger().comesToRead("This is not the PIN."));
  ASSERT_TRUE(typePin(kPin));
  EXPECT_NE(finger().comes("todayScreen"), nullptr);
}

TEST_F(LockOnScreen, WhileItIsLockedNothingOfTheAppIsThereToBeReadOrHeard) {
  for (const char* words : {"Pop-up blood pressure check", "Marisol", "todayScreen", "Told them"})
    EXPECT_TRUE(says(words)) << words << ": the test sees what is open";
  ASSERT_TRUE(setPin());
  ASSERT_TRUE(finger().tap("lockNow"));
  ASSERT_TRUE(isLocked());
  finger().settle();
  EXPECT_TRUE(says("Erase the last digit")) << "the test sees what is locked";
  for (const char* words : {"Pop-up blood pressure check", "Marisol", "todayScreen", "Told them",
                            "settings", "Millrace", "Quillan", kPin})
    EXPECT_FALSE(says(words)) << words;
}

TEST_F(LockOnScreen, EachStartIsLockedAndSoIsATabletThatNobodyTouches) {
  ASSERT_TRUE(setPin());
  restart();
  ASSERT_TRUE(isLocked());
  ASSERT_TRUE(typePin(kPin));
  ASSERT_NE(finger().comes("todayScreen"), nullptr);
  clock_.advance(minutes(5));
  ASSERT_TRUE(isLocked());
  ASSERT_TRUE(typePin(kPin));
  EXPECT_NE(finger().comes("todayScreen"), nullptr);
}

TEST_F(LockOnScreen, HalfASentenceIsThereAfterTheLock) {
  ASSERT_TRUE(setPin());
  ASSERT_TRUE(finger().tapAll({"closeSheet", "closeSheet", "captureFeedback", "words"}));
  finger().type("Will the van");
  clock_.advance(minutes(5));
  ASSERT_TRUE(isLocked());
  EXPECT_FALSE(says("Will the van"));
  ASSERT_TRUE(typePin(kPin));
  ASSERT_TRUE(finger().tap("captureFeedback"));
  EXPECT_EQ(shown("words", "text"), "Will the van");
}

TEST_F(LockOnScreen, AKeyboardOpensItAndAPasteToo) {
  ASSERT_TRUE(setPin());
  ASSERT_TRUE(finger().tap("lockNow"));
  ASSERT_TRUE(isLocked());
  finger().type("25800");
  finger().erase(1);
  QTest::keyClick(&window(), Qt::Key_Return);
  EXPECT_NE(finger().comes("todayScreen"), nullptr);

  ASSERT_TRUE(finger().tapAll({"settings", "lockSettings", "lockNow"}));
  ASSERT_TRUE(isLocked());
  QGuiApplication::clipboard()->setText(QStringLiteral("25 80"));
  QTest::keySequence(&window(), QKeySequence::Paste);
  QTest::keyClick(&window(), Qt::Key_Return);
  EXPECT_NE(finger().comes("todayScreen"), nullptr);
}

TEST_F(LockOnScreen, WrongTriesWaitAndARestartDoesNotHelp) {
  ASSERT_TRUE(setPin());
  ASSERT_TRUE(finger().tap("lockNow"));
  for (int wrong = 0; wrong < 5; ++wrong) ASSERT_TRUE(typePin("1470"));
  EXPECT_TRUE(finger().comesToRead("Too many wrong tries. The next one in 0:30."));
  restart();
  EXPECT_TRUE(finger().comesToRead("Too many wrong tries. The next one in 0:30."));
  EXPECT_EQ(finger().find("enterPin"), nullptr) << "it takes no PIN";
  clock_.advance(std::chrono::seconds(30));
  ASSERT_TRUE(typePin(kPin));
  EXPECT_NE(finger().comes("todayScreen"), nullptr);
}

TEST_F(LockOnScreen, ItIsChangedAndRemovedByWhoKnowsIt) {
  ASSERT_TRUE(setPin());
  ASSERT_TRUE(finger().tap("setPin"));
  ASSERT_TRUE(typePin(kPin) && typePin("369147") && typePin("369147"));
  ASSERT_TRUE(finger().comes("lockNow"));
  ASSERT_TRUE(finger().tap("removePin"));
  ASSERT_TRUE(typePin(kPin));
  EXPECT_TRUE(finger().comesToRead("This is not the PIN."));
  ASSERT_TRUE(typePin("369147"));
  EXPECT_TRUE(finger().goes("lockNow"));
  restart();
  EXPECT_NE(finger().comes("todayScreen"), nullptr);
}

TEST_F(LockOnScreen, TheOfficesCodeTakesALostPinAwayAndWhatWasSavedStays) {
  ASSERT_TRUE(finger().tapAll({"captureFeedback", "choice:thanks", "choice:in_person", "words"}));
  finger().type("Good shade");
  ASSERT_TRUE(finger().tap("saveFeedback"));
  ASSERT_TRUE(setPin());
  restart();
  ASSERT_TRUE(finger().tapAll({"lostPin", "lostPinCode"}));
  finger().type("other-code");
  ASSERT_TRUE(finger().tap("dropPin"));
  EXPECT_TRUE(finger().comesToRead("This code is for somebody else."));
  ASSERT_TRUE(finger().tap("lostPinCode"));
  finger().erase(10);
  finger().type("good-code");
  ASSERT_TRUE(finger().tap("dropPin"));
  ASSERT_NE(finger().comes("todayScreen"), nullptr);
  EXPECT_EQ(saved("feedback").size(), 1U);
  restart();
  EXPECT_NE(finger().comes("todayScreen"), nullptr) << "there is no PIN any more";
}

}  // namespace
}  // namespace rapport
