#include "mobile/viewmodels/session_model.h"

#include <QtTest/QSignalSpy>
#include <gtest/gtest.h>

#include "mobile/viewmodels/record_view.h"
#include "tests/mobile/viewmodels/desk_bench.h"

namespace rapport {
namespace {

using testing::cell;
using testing::DeskBench;
using testing::OfficeHand;

class Session : public ::testing::Test {
 protected:
  Session() {
    bench_.office([this](OfficeHand& office, Notebook& notebook) {
      office.introduce(*notebook.store().enrolment(), notebook.store().standing()->replica);
      noor_ = office.colleague("Noor", "Office");
      const auto code = [&](const std::string& name) {
        return office.put(
            noor_, {.type = "code", .fields = R"({"name_en":")" + name + R"(","active":true})"});
      };
      transport_ = QString::fromStdString(code("Transport").toString());
      cost_ = QString::fromStdString(code("Cost").toString());
    });
  }

  std::unique_ptr<SessionModel> begin() {
    auto session = bench_.show<SessionModel>();
    session->start("Rides and clinic hours");
    bench_.settle();
    return session;
  }
  void quote(SessionModel& session, const char* words, NoteDraft::Consent consent) {
    session.draft()->setQuote(true);
    session.draft()->setWords(words);
    session.draft()->setConsent(consent);
  }
  void save(SessionModel& session) {
    session.save();
    bench_.settle();
  }

  DeskBench bench_;
  OfficeHand::Colleague noor_;
  QString transport_, cost_;
};

// A new theme has the name that somebody gave it, in whatever language, until it is translated.
TEST_F(Session, ThemesAreNamedInTheLanguageOfTheScreens) {
  bench_.office([&](OfficeHand& office, Notebook&) {
    office.put(noor_, {.type = "code",
                       .fields = R"({"name_es":"Transporte"})",
                       .id = RecordId{*Uuid::parse(transport_.toStdString())}});
  });
  const auto session = begin();
  EXPECT_EQ(session->themes()->value(transport_, "name"), "Transport");
  speak(Tongue::kSpanish);
  bench_.solo().tell(RecordsChanged{});
  bench_.settle();
  EXPECT_EQ(session->themes()->value(transport_, "name"), "Transporte");
  EXPECT_EQ(session->themes()->value(cost_, "name"), "Cost");
  speak(Tongue::kEnglish);
}

TEST_F(Session, NothingGoesOnUntilItIsStarted) {
  const auto session = bench_.show<SessionModel>();
  EXPECT_EQ(session->state(), SessionModel::None);
  session->start("  ");
  bench_.settle();
  EXPECT_TRUE(bench_.records("listening_session").empty());
  session->start("Rides and clinic hours");
  bench_.settle();
  EXPECT_EQ(session->state(), SessionModel::Running);
  EXPECT_EQ(session->title(), "Rides and clinic hours");
  const auto records = bench_.records("listening_session");
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(RecordView(records[0]).text("moderator"), "Marisol");
}

TEST_F(Session, ANoteKeepsItsAuthorItsTimeAndItsThemes) {
  const auto session = begin();
  QSignalSpy noted(session.get(), &SessionModel::noteSaved);
  session->draft()->setWords("Evenings matter more than Saturdays.");
  session->toggleTheme(transport_);
  save(*session);
  EXPECT_EQ(noted.size(), 1);
  const auto notes = bench_.records("note");
  ASSERT_EQ(notes.size(), 1U);
  const RecordView note(notes[0]);
  EXPECT_EQ(note.text("author"), "Marisol");
  EXPECT_TRUE(note.time("time"));
  EXPECT_EQ(note.elements("codes"), std::vector{transport_.toStdString()});
  EXPECT_EQ(note.text("session"), session->sessionId().toStdString());
  ASSERT_EQ(session->stream()->count(), 1);
  EXPECT_EQ(cell(*session->stream(), 0, "themes").toStringList(), QStringList("Transport"));
}

TEST_F(Session, WithFirstNameAsksForTheNameAndSavesNothingUntilItStands) {
  const auto session = begin();
  quote(*session, "She is nine.", NoteDraft::WithFirstName);
  EXPECT_EQ(session->draft()->missing(), "Write their first name");
  save(*session);
  EXPECT_TRUE(bench_.records("quote").empty());
  session->draft()->setFirstName("  ");
  save(*session);
  EXPECT_TRUE(bench_.records("quote").empty()) << "blanks are no name";

  session->draft()->setFirstName(" Ada ");
  EXPECT_EQ(session->draft()->missing(), "");
  save(*session);
  const auto quotes = bench_.records("quote");
  ASSERT_EQ(quotes.size(), 1U);
  EXPECT_EQ(RecordView(quotes[0]).text("speaker"), "Ada");
  EXPECT_EQ(RecordView(quotes[0]).text("consent"), "yes");
  EXPECT_EQ(RecordView(quotes[0]).text("attribution"), "first_name");
  EXPECT_EQ(cell(*session->stream(), 0, "consent"), "May share, with first name");
}

TEST_F(Session, ANameTypedAndThenNotWantedIsNotSaved) {
  const auto session = begin();
  quote(*session, "She is nine.", NoteDraft::WithFirstName);
  session->draft()->setFirstName("Ada");
  session->draft()->setConsent(NoteDraft::NoName);
  save(*session);
  const auto quotes = bench_.records("quote");
  ASSERT_EQ(quotes.size(), 1U);
  EXPECT_EQ(RecordView(quotes[0]).text("speaker"), "");
  EXPECT_EQ(RecordView(quotes[0]).text("attribution"), "none");
}

TEST_F(Session, KeptPrivateOrNeverAskedIsNotShared) {
  const auto session = begin();
  quote(*session, "Say no more.", NoteDraft::KeepPrivate);
  save(*session);
  quote(*session, "Nobody asked me.", NoteDraft::NotAsked);
  save(*session);
  const auto quotes = bench_.records("quote");
  ASSERT_EQ(quotes.size(), 2U);
  for (const RecordSheet& sheet : quotes) {
    const bool asked = RecordView(sheet).text("verbatim") == "Say no more.";
    EXPECT_EQ(RecordView(sheet).text("consent"), asked ? "no" : "");
  }
  ASSERT_EQ(session->stream()->count(), 2);
  for (int row = 0; row < 2; ++row) EXPECT_EQ(cell(*session->stream(), row, "shareable"), false);
}

TEST_F(Session, TheSameConsentTappedTwiceIsTakenBack) {
  const auto session = begin();
  session->draft()->setConsent(NoteDraft::NoName);
  session->draft()->setConsent(NoteDraft::NoName);
  EXPECT_EQ(session->draft()->consent(), NoteDraft::NotAsked);
}

TEST_F(Session, WhatWasBegunOutlivesTheApp) {
  auto session = begin();
  quote(*session, "She is", NoteDraft::WithFirstName);
  session->draft()->setFirstName("Ad");
  session->toggleTheme(cost_);
  session.reset();
  bench_.settle();
  bench_.restart();
  session = bench_.show<SessionModel>();
  EXPECT_EQ(session->state(), SessionModel::Running) << "it goes on by itself";
  EXPECT_TRUE(session->draft()->quote());
  EXPECT_EQ(session->draft()->words(), "She is");
  EXPECT_EQ(session->draft()->firstName(), "Ad");
  EXPECT_EQ(session->draft()->codes(), QStringList(cost_));
}

TEST_F(Session, AThemeOfOnesOwnIsChosenAtOnce) {
  const auto session = begin();
  session->addTheme("Evenings");
  bench_.settle();
  EXPECT_EQ(session->draft()->codes().size(), 1);
  EXPECT_EQ(session->draft()->themeWord(), "Evenings");
  EXPECT_EQ(bench_.records("code").size(), 3U);
}

TEST_F(Session, PeopleAreCountedUpAndNotBelowNobody) {
  const auto session = begin();
  session->addPeople(-1);
  session->addPeople(1);
  session->addPeople(1);
  bench_.settle();
  EXPECT_EQ(session->people(), 2);
  EXPECT_EQ(RecordView(bench_.records("listening_session").at(0)).count("participants"), 2);
}

TEST_F(Session, TheEndIsItsLengthWithoutThePauses) {
  const auto session = begin();
  bench_.clock().advance(std::chrono::minutes(20));
  session->clock()->toggle();
  bench_.clock().advance(std::chrono::minutes(15));
  session->clock()->toggle();
  bench_.clock().advance(std::chrono::minutes(10));
  session->end();
  bench_.settle();
  EXPECT_EQ(session->state(), SessionModel::Ended);
  EXPECT_EQ(RecordView(bench_.records("listening_session").at(0)).count("minutes"), 30);
  EXPECT_EQ(bench_.show<SessionModel>()->state(), SessionModel::None) << "and none goes on";
}

TEST_F(Session, WhatAnotherTabletWroteStandsInTheStreamUnderItsName) {
  const auto session = begin();
  bench_.office([&](OfficeHand& office, Notebook&) {
    const auto teo = office.colleague("Teo", "Heron 2");
    office.put(teo, {.type = "note",
                     .fields = R"({"text":"The bus stops at six.","author":"Teo","session":")" +
                               session->sessionId().toStdString() + R"("})"});
  });
  ASSERT_EQ(session->stream()->count(), 1);
  EXPECT_EQ(cell(*session->stream(), 0, "author"), "Teo");
  ASSERT_EQ(session->takers()->count(), 2);
  EXPECT_EQ(cell(*session->takers(), 0, "who"), "Marisol, you");
  EXPECT_EQ(cell(*session->takers(), 1, "who"), "Teo");
}

}  // namespace
}  // namespace rapport
