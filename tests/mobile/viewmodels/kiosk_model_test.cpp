#include "mobile/viewmodels/kiosk_model.h"

#include <gtest/gtest.h>

#include "mobile/viewmodels/kiosk_start_model.h"
#include "shared/sync/answers.h"
#include "tests/mobile/viewmodels/desk_bench.h"

namespace rapport {
namespace {

using std::chrono::seconds;
using testing::cell;
using testing::DeskBench;
using testing::OfficeHand;

class KioskTest : public ::testing::Test {
 protected:
  KioskTest() { bench_.settle(); }
  ~KioskTest() override { speak(Tongue::kEnglish); }

  void wave(const char* name, const char* opens, const char* closes, const std::string& more = {}) {
    bench_.office([&](OfficeHand& office, Notebook&) {
      office.put(office.colleague("Noor", "Office"),
                 {.type = "survey_wave",
                  .fields = std::string(R"({"name":")") + name + R"(","opens_on":")" + opens +
                            R"(","closes_on":")" + closes + "\"" + more + "}"});
    });
  }
  RecordId partner(const char* name) {
    RecordId id;
    bench_.office([&](OfficeHand& office, Notebook&) {
      id = office.put(office.colleague("Noor", "Office"),
                      {.type = "partner", .fields = std::string(R"({"name":")") + name + "\"}"});
    });
    return id;
  }
  void begin(const std::string& aim) {
    bench_.solo().behind([&](Notebook&, Drafts&) {
      ASSERT_TRUE(bench_.solo().lock().setPin("2580", PinFor::kTablet).ok());
      ASSERT_TRUE(bench_.solo().lock().beginKiosk(aim).ok());
    });
    bench_.desk().lock()->refresh();
    bench_.settle();
  }
  std::unique_ptr<KioskModel> kiosk(const std::string& aim = kAim) {
    begin(aim);
    auto kiosk = bench_.show<KioskModel>();
    EXPECT_EQ(kiosk->stage(), KioskModel::Welcome);
    return kiosk;
  }
  void touch() {
    QObject somewhere;
    QEvent press(QEvent::MouseButtonPress);
    QCoreApplication::sendEvent(&somewhere, &press);
  }
  void quiet(KioskModel& kiosk, seconds span) {
    bench_.clock().advance(span);
    kiosk.look();
  }
  std::vector<DroppedAnswer> answers() {
    std::vector<DroppedAnswer> waiting;
    bench_.solo().behind([&](Notebook&, Drafts&) { waiting = *bench_.solo().answers().waiting(); });
    return waiting;
  }
  std::string valueOf(const DroppedAnswer& answer, std::string_view field) {
    std::string found;
    bench_.solo().behind([&](Notebook& notebook, Drafts&) {
      const FieldNumber number = notebook.catalogue().type("survey_response")->field(field)->number;
      for (const auto& [each, value] : answer.values)
        if (each == number) found = std::get<std::string>(value);
    });
    return found;
  }

  static constexpr const char* kWave = "11111111-1111-4111-8111-111111111111";
  static constexpr const char* kPartner = "22222222-2222-4222-8222-222222222222";
  static constexpr const char* kAim =
      "11111111-1111-4111-8111-111111111111 22222222-2222-4222-8222-222222222222";
  DeskBench bench_;
};

// The clock of the test stands in January 2027.
TEST_F(KioskTest, TheWaveThatIsOpenTodayIsAskedAndOfSeveralTheLatest) {
  const auto start = bench_.show<KioskStartModel>();
  EXPECT_EQ(start->wave(), "");
  wave("Over", "2026-12-01", "2027-01-14");
  wave("To come", "2027-01-16", "2027-02-01");
  EXPECT_EQ(start->wave(), "");
  wave("First day", "2027-01-15", "2027-02-01");
  EXPECT_EQ(start->wave(), "First day");
  wave("Older", "2027-01-02", "2027-01-15");
  EXPECT_EQ(start->wave(), "First day");
}

TEST_F(KioskTest, OnlyGroupsThatTheWaveAsksAreOffered) {
  const RecordId asked = partner("Barbers of Eastlock");
  partner("Casa de las Abuelas");
  wave("Winter", "2027-01-01", "2027-02-01",
       R"(,"partners":{"add":[")" + asked.toString() + R"("]})");
  const auto start = bench_.show<KioskStartModel>();
  ASSERT_EQ(start->partners()->count(), 1);
  EXPECT_EQ(cell(*start->partners(), 0, "name"), "Barbers of Eastlock");
  EXPECT_FALSE(start->ready()) << "nobody guesses who answers";
  start->choosePartner(QString::fromStdString(asked.toString()));
  EXPECT_TRUE(start->ready());
  start->start();
  bench_.settle();
  EXPECT_FALSE(start->problem().isEmpty()) << "there is no PIN to get out again";
  EXPECT_NE(bench_.desk().lock()->state(), ScreenLock::Kiosk);
}

TEST_F(KioskTest, WhatWasTappedIsHandedInOnceAsAnAnswerWithoutAnybody) {
  const auto kiosk = this->kiosk();
  kiosk->begin();
  EXPECT_EQ(kiosk->total(), 12);
  EXPECT_EQ(kiosk->question(), "They do what they promise, even small things.");
  kiosk->choose("4");
  kiosk->next();
  kiosk->chooseNotForMe();
  kiosk->next();
  kiosk->setLanguage(1);
  EXPECT_EQ(kiosk->question(), "Avisan a tiempo si cambian los planes.");
  while (kiosk->stage() == KioskModel::Asking) kiosk->skip();
  EXPECT_EQ(kiosk->stage(), KioskModel::Finishing);
  EXPECT_EQ(kiosk->given(), 2);
  EXPECT_TRUE(answers().empty());
  kiosk->handIn();
  kiosk->handIn();
  EXPECT_EQ(kiosk->stage(), KioskModel::Finishing) << "nobody is thanked before it is kept";
  bench_.settle();
  EXPECT_EQ(kiosk->stage(), KioskModel::Thanks);
  const auto kept = answers();
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept.front().values.size(), 6U);
  EXPECT_EQ(valueOf(kept.front(), "wave"), kWave);
  EXPECT_EQ(valueOf(kept.front(), "partner"), kPartner);
  EXPECT_EQ(valueOf(kept.front(), "language"), "es");
  EXPECT_EQ(valueOf(kept.front(), "week"), weekNow(bench_.clock()));
  EXPECT_EQ(valueOf(kept.front(), "item_1"), "4");
  EXPECT_EQ(valueOf(kept.front(), "item_2"), "not_applicable");
  bench_.solo().behind([&](Notebook& notebook, Drafts&) {
    EXPECT_EQ(notebook.store().standing()->counter, 0U) << "no change tells of it";
  });
}

TEST_F(KioskTest, WhoPrefersNotToSayTakesBackWhatWasTapped) {
  const auto kiosk = this->kiosk();
  kiosk->begin();
  kiosk->choose("1");
  kiosk->next();
  kiosk->back();
  EXPECT_TRUE(kiosk->answered());
  EXPECT_EQ(cell(*kiosk->choices(), 0, "chosen"), true);
  kiosk->skip();
  EXPECT_EQ(kiosk->given(), 0);
  while (kiosk->stage() == KioskModel::Asking) kiosk->skip();
  kiosk->handIn();
  bench_.settle();
  EXPECT_EQ(kiosk->stage(), KioskModel::Thanks);
  EXPECT_EQ(kiosk->given(), 0);
  EXPECT_TRUE(answers().empty()) << "there is nothing to keep";
}

TEST_F(KioskTest, TheNextPersonFindsNothingOfTheOneBefore) {
  const auto kiosk = this->kiosk();
  kiosk->begin();
  kiosk->setLanguage(2);
  EXPECT_TRUE(bench_.desk().choices()->rightToLeft());
  kiosk->choose("5");
  kiosk->next();
  kiosk->startOver();
  EXPECT_EQ(kiosk->stage(), KioskModel::Welcome);
  EXPECT_EQ(kiosk->given(), 0);
  EXPECT_EQ(kiosk->language(), 0);
  EXPECT_FALSE(bench_.desk().choices()->rightToLeft());
  kiosk->begin();
  EXPECT_EQ(kiosk->number(), 1);
  EXPECT_FALSE(kiosk->answered());
}

TEST_F(KioskTest, AMinuteWithoutATouchWarnsAndThenAllIsThrownAway) {
  const auto kiosk = this->kiosk();
  touch();
  kiosk->begin();
  kiosk->choose("5");
  kiosk->next();
  quiet(*kiosk, seconds(59));
  EXPECT_EQ(kiosk->secondsLeft(), 0);
  quiet(*kiosk, seconds(1));
  EXPECT_EQ(kiosk->secondsLeft(), 20);
  touch();
  quiet(*kiosk, seconds(0));
  EXPECT_EQ(kiosk->secondsLeft(), 0);
  EXPECT_EQ(kiosk->given(), 1);
  quiet(*kiosk, seconds(79));
  EXPECT_EQ(kiosk->secondsLeft(), 1);
  quiet(*kiosk, seconds(1));
  EXPECT_EQ(kiosk->stage(), KioskModel::Welcome);
  EXPECT_EQ(kiosk->given(), 0);
  EXPECT_TRUE(answers().empty());
}

TEST_F(KioskTest, TheThanksGiveWayToTheNextPerson) {
  const auto kiosk = this->kiosk();
  touch();
  kiosk->begin();
  kiosk->choose("5");
  while (kiosk->stage() == KioskModel::Asking) kiosk->next();
  kiosk->handIn();
  bench_.settle();
  ASSERT_EQ(kiosk->stage(), KioskModel::Thanks);
  quiet(*kiosk, seconds(60));
  EXPECT_EQ(kiosk->stage(), KioskModel::Welcome);
}

TEST_F(KioskTest, ThreeSecondsOnTheMarkAskForThePin) {
  const auto kiosk = this->kiosk();
  kiosk->hold();
  quiet(*kiosk, seconds(2));
  kiosk->letGo();
  quiet(*kiosk, seconds(2));
  EXPECT_FALSE(kiosk->leaving());
  kiosk->hold();
  quiet(*kiosk, seconds(3));
  EXPECT_TRUE(kiosk->leaving());
  touch();
  quiet(*kiosk, seconds(180));
  EXPECT_FALSE(kiosk->leaving()) << "whoever held it went away";
}

TEST_F(KioskTest, WhatCannotBeKeptIsNotThankedFor) {
  const auto kiosk = this->kiosk("nothing that can be asked");
  kiosk->begin();
  kiosk->choose("5");
  while (kiosk->stage() == KioskModel::Asking) kiosk->next();
  kiosk->handIn();
  bench_.settle();
  EXPECT_EQ(kiosk->stage(), KioskModel::Finishing);
  EXPECT_TRUE(kiosk->problem().startsWith("Your answers could not be kept."));
  EXPECT_EQ(kiosk->given(), 1) << "they are still there";
}

TEST_F(KioskTest, WhatComesDownMeanwhileChangesNothingForWhoIsThere) {
  const auto kiosk = this->kiosk();
  kiosk->setLanguage(1);
  bench_.settle();
  EXPECT_EQ(kiosk->language(), 1) << "another language is read anew";
  kiosk->begin();
  kiosk->choose("5");
  kiosk->next();
  partner("Barbers of Eastlock");
  EXPECT_EQ(kiosk->number(), 2);
  EXPECT_EQ(kiosk->given(), 1);
}

TEST_F(KioskTest, TheLanguagesAreTheProgrammes) {
  const auto kiosk = this->kiosk();
  EXPECT_EQ(kiosk->languages(), QStringList({"English", "Español", "العربية"}));
  EXPECT_EQ(kiosk->language(), 0);
}

}  // namespace
}  // namespace rapport
