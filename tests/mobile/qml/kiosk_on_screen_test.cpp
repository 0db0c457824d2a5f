// PRODUCT.md "4:30 hand the kiosk over": from the worker's hand to a participant's and back.

#include <gtest/gtest.h>

#include "tests/mobile/qml/screens.h"

namespace rapport {
namespace {

using std::chrono::seconds;

class KioskOnScreen : public testing::Screens {
 protected:
  static constexpr const char* kPin = "2580";

  // A tablet without a PIN gets one for this kiosk.
  bool handOver() {
    return finger().tapAll({"startKiosk", "beginKiosk"}) && typePin(kPin) && typePin(kPin) &&
           finger().comes("kioskBegin") != nullptr;
  }
  // The next question comes by itself.
  bool answer(int number, const char* choice) {
    if (!finger().comesToRead(QStringLiteral("Question %1 of 12").arg(number))) return false;
    return finger().tap(QString::fromLatin1(choice)) && finger().until([&] {
      return finger().find("kioskHandIn") != nullptr ||
             finger().reads(QStringLiteral("Question %1 of 12").arg(number + 1));
    });
  }
  bool answerAll(const char* choice) {
    for (int number = 1; number <= 12; ++number)
      if (!answer(number, choice)) return false;
    return true;
  }
  bool askToLeave() {
    return finger().hold("kioskMark", [this] {
      clock_.advance(seconds(1));
      return finger().find("digit1") != nullptr;
    });
  }
};

TEST_F(KioskOnScreen, FromNoPinToAnAnswerAndBackToTheApp) {
  ASSERT_TRUE(handOver());
  const int before = finger().taps();
  ASSERT_TRUE(finger().tap("kioskBegin"));
  ASSERT_TRUE(answerAll("level4"));
  EXPECT_TRUE(answers().empty()) << "nothing is kept before it is handed in";
  ASSERT_TRUE(finger().tap("kioskHandIn"));
  EXPECT_EQ(finger().taps() - before, 1 + 12 + 1) << "one a question";
  ASSERT_NE(finger().comes("kioskThanks"), nullptr);
  ASSERT_EQ(answers().size(), 1U) << "kept before anybody was thanked";
  EXPECT_EQ(answers().front().values.size(), 4U + 12U)
      << "wave, partner, week, language, and the answers";
  ASSERT_TRUE(askToLeave());
  ASSERT_TRUE(typePin(kPin));
  EXPECT_NE(finger().comes("todayScreen"), nullptr);
  EXPECT_FALSE(frontDesk().lock()->hasPin()) << "the PIN was the kiosk's";
}

}  // namespace
}  // namespace rapport
