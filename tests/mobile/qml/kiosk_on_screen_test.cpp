// PRODUCT.md "4:30 hand the kiosk over": from the worker's hand to a participant's and back.

#include <gtest/gtest.h>

#include "tests/mobile/qml/everything_said.h"
#include "tests/mobile/qml/screens.h"

namespace rapport {
namespace {

using std::chrono::seconds;

class KioskOnScreen : public testing::Screens {
 protected:
  explicit KioskOnScreen(QSize size = testing::kLying) : Screens(size) {}

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

TEST_F(KioskOnScreen, NothingOfTheAppIsThereToBeReadOrHeard) {
  const auto says = [this](const char* words) {
    return !testing::everythingSaid(window()).filter(QString::fromUtf8(words)).isEmpty();
  };
  const std::initializer_list<const char*> inside{"Pop-up blood pressure check", "Marisol",
                                                  "todayScreen", "syncPill"};
  for (const char* words : inside) EXPECT_TRUE(says(words)) << words;
  ASSERT_TRUE(handOver());
  ASSERT_TRUE(finger().tap("kioskBegin"));
  EXPECT_TRUE(says("They do what they promise, even small things."));
  for (const char* words : inside) EXPECT_FALSE(says(words)) << words;
  EXPECT_FALSE(says("Alder Flats")) << "the group neither";
}

TEST_F(KioskOnScreen, NeitherARestartNorAWrongPinIsAWayOut) {
  ASSERT_TRUE(handOver());
  ASSERT_TRUE(finger().tap("kioskBegin"));
  ASSERT_TRUE(answer(1, "level4"));
  restart();
  ASSERT_NE(finger().comes("kioskBegin"), nullptr) << "a kiosk again, and from its beginning";
  EXPECT_TRUE(answers().empty());
  ASSERT_TRUE(askToLeave());
  ASSERT_TRUE(typePin("1470"));
  EXPECT_TRUE(finger().comesToRead("This is not the PIN."));
  ASSERT_TRUE(finger().tap("stayInKiosk"));
  ASSERT_NE(finger().comes("kioskBegin"), nullptr);
  ASSERT_TRUE(askToLeave());
  ASSERT_TRUE(typePin(kPin));
  EXPECT_NE(finger().comes("todayScreen"), nullptr);
  restart();
  EXPECT_NE(finger().comes("todayScreen"), nullptr);
}

TEST_F(KioskOnScreen, AKioskWhosePinIsLostEndsByTheOfficesCode) {
  ASSERT_TRUE(handOver());
  ASSERT_TRUE(askToLeave());
  ASSERT_TRUE(finger().tapAll({"lostPin", "lostPinCode"}));
  finger().type("good-code");
  ASSERT_TRUE(finger().tap("dropPin"));
  EXPECT_NE(finger().comes("todayScreen"), nullptr);
  restart();
  EXPECT_NE(finger().comes("todayScreen"), nullptr);
}

TEST_F(KioskOnScreen, FromAnEventItIsThatEventsGroupThatAnswers) {
  ASSERT_TRUE(finger().tapAll({"place1", "eventRow:Flu shot table", "startKiosk"}));
  EXPECT_EQ(shown("kioskPartner", "text"), "Barbers of Eastlock");
}

TEST_F(KioskOnScreen, StoppingThrowsAwayWhatWasTapped) {
  ASSERT_TRUE(handOver());
  ASSERT_TRUE(finger().tap("kioskBegin"));
  ASSERT_TRUE(answer(1, "level4"));
  ASSERT_TRUE(finger().tapAll({"kioskStop", "goOn"}));
  EXPECT_TRUE(finger().comesToRead("Question 2 of 12"));
  ASSERT_TRUE(finger().tapAll({"kioskStop", "throwAway", "kioskBegin"}));
  EXPECT_TRUE(finger().comesToRead("Question 1 of 12"));
  EXPECT_EQ(finger().find("kioskNext"), nullptr) << "nothing is tapped";
  EXPECT_TRUE(answers().empty());
}

TEST_F(KioskOnScreen, WhoWalksAwayIsAskedAndThenForgotten) {
  ASSERT_TRUE(handOver());
  ASSERT_TRUE(finger().tap("kioskBegin"));
  ASSERT_TRUE(answer(1, "level4"));
  clock_.advance(seconds(65));
  ASSERT_TRUE(finger().comesToRead("Your answers are thrown away in 15 s."));
  ASSERT_TRUE(finger().tap("stillHere"));
  EXPECT_TRUE(finger().goes("stillHere"));
  EXPECT_TRUE(finger().comesToRead("Question 2 of 12"));
  clock_.advance(seconds(80));
  EXPECT_NE(finger().comes("kioskBegin"), nullptr);
}

TEST_F(KioskOnScreen, AParticipantsLanguageIsLentAndTheWorkersComesBack) {
  ASSERT_TRUE(handOver());
  ASSERT_TRUE(finger().tapAll({"kioskLanguages > segment1", "kioskBegin"}));
  EXPECT_TRUE(finger().comesToRead("Hacen lo que prometen, hasta lo pequeño."));
  ASSERT_TRUE(askToLeave());
  ASSERT_TRUE(typePin(kPin));
  EXPECT_TRUE(finger().comesToRead("Capture now"));
}

// Held upright everything lies elsewhere, and nothing takes longer.
class KioskUpright : public KioskOnScreen {
 protected:
  KioskUpright() : KioskOnScreen(testing::kUpright) {}
};

TEST_F(KioskUpright, OneTapAQuestion) {
  ASSERT_TRUE(handOver());
  const int before = finger().taps();
  ASSERT_TRUE(finger().tap("kioskBegin"));
  ASSERT_TRUE(answerAll("level2"));
  ASSERT_TRUE(finger().tap("kioskHandIn"));
  EXPECT_EQ(finger().taps() - before, 1 + 12 + 1);
  EXPECT_EQ(answers().size(), 1U);
}

}  // namespace
}  // namespace rapport
