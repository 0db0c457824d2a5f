#include "mobile/viewmodels/today_model.h"

#include <gtest/gtest.h>

#include "mobile/viewmodels/promises_model.h"
#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/wording.h"
#include "tests/mobile/viewmodels/desk_bench.h"

namespace rapport {
namespace {

using testing::cell;
using testing::DeskBench;
using testing::OfficeHand;

class Today : public ::testing::Test {
 protected:
  Today() {
    bench_.office([this](OfficeHand& office, Notebook&) {
      noor_ = office.colleague("Noor", "Office");
      partner_ = office.put(noor_, {.type = "partner", .fields = R"({"name":"Elders’ Table"})"});
    });
  }

  std::string day(int fromToday) const {
    return localToday(bench_.clock()).addDays(fromToday).toString(Qt::ISODate).toStdString();
  }
  std::string moment(int minutes) const {
    return formatDateTime(
        {bench_.clock().wallNow() + std::chrono::minutes(minutes), std::chrono::minutes(0)});
  }
  RecordId promise(const std::string& text, int due, const std::string& more = {}) {
    RecordId id;
    bench_.office([&](OfficeHand& office, Notebook&) {
      id = office.put(noor_, {.type = "commitment",
                              .fields = R"({"text":")" + text + R"(","owed_by":"us","partner":")" +
                                        partner_.toString() + R"(","original_due":")" + day(due) +
                                        R"(","status":"open")" + more + "}"});
    });
    return id;
  }
  RecordId event(const std::string& title, int begins, int ends, const std::string& more = {}) {
    RecordId id;
    bench_.office([&](OfficeHand& office, Notebook&) {
      id =
          office.put(noor_, {.type = "event",
                             .fields = R"({"title":")" + title + R"(","start":")" + moment(begins) +
                                       R"(","end":")" + moment(ends) + R"(","partner":")" +
                                       partner_.toString() + '"' + more + "}"});
    });
    return id;
  }

  mutable DeskBench bench_;
  OfficeHand::Colleague noor_;
  RecordId partner_;
};

TEST_F(Today, TheOpenEventIsTheHeroAndTheOthersComeLater) {
  event("Pop-up check", -60, 60);
  event("Flu table", 180, 240);
  event("Over", -300, -200);
  const auto today = bench_.show<TodayModel>();
  EXPECT_TRUE(today->open()->present());
  EXPECT_EQ(today->open()->title(), "Pop-up check");
  EXPECT_EQ(today->open()->timeLeft(), "1 h left");
  ASSERT_EQ(today->events()->count(), 1);
  EXPECT_EQ(cell(*today->events(), 0, "title"), "Flu table");
}

TEST_F(Today, WithoutAnOpenEventThereIsNoHero) {
  event("Tomorrow", 24 * 60, 26 * 60);
  const auto today = bench_.show<TodayModel>();
  EXPECT_FALSE(today->open()->present());
  EXPECT_EQ(today->eventsTitle(), "Coming up");
}

TEST_F(Today, ACancelledEventIsNotShown) {
  event("Off", 60, 120, R"(,"status":"cancelled")");
  EXPECT_EQ(bench_.show<TodayModel>()->events()->count(), 0);
}

TEST_F(Today, OverduePromisesComeFirstAndFarOnesNotYet) {
  promise("Tomorrow", 1);
  promise("Late", -2);
  promise("Next month", 30);
  const auto today = bench_.show<TodayModel>();
  EXPECT_EQ(today->promisesDue(), 2);
  EXPECT_EQ(cell(*today->promises(), 0, "text"), "Late");
  EXPECT_EQ(cell(*today->promises(), 0, "due"), "2 days late");
  EXPECT_EQ(cell(*today->promises(), 1, "due"), "Due tomorrow");
}

TEST_F(Today, ADueDateMovesOnlyIfThePartnerAgreedBeforeItPassed) {
  promise("Agreed", -1,
          R"(,"due_changes":{"add":[{"new_date":")" + day(3) +
              R"(","reason":"rain","partner_agreed_at":")" + moment(-3 * 24 * 60) + R"("}]})");
  promise("Too late", -2,
          R"(,"due_changes":{"add":[{"new_date":")" + day(3) +
              R"(","reason":"rain","partner_agreed_at":")" + moment(-60) + R"("}]})");
  const auto today = bench_.show<TodayModel>();
  EXPECT_EQ(cell(*today->promises(), 0, "text"), "Too late");
  EXPECT_EQ(cell(*today->promises(), 0, "due"), "2 days late");
  EXPECT_EQ(cell(*today->promises(), 1, "text"), "Agreed");
  EXPECT_TRUE(cell(*today->promises(), 1, "due").toString().startsWith("Due "));
}

TEST_F(Today, OneTapKeepsAPromiseAndUndoOpensItAgain) {
  const RecordId id = promise("Chairs", 0);
  const auto today = bench_.show<TodayModel>();
  today->markKept(toQt(id.toString()));
  bench_.settle();
  EXPECT_EQ(today->promisesDue(), 0);
  EXPECT_EQ(bench_.desk().toast()->text(), "Promise kept, saved here. Now tell them.");
  EXPECT_TRUE(RecordView(bench_.records("commitment").front()).time("done_at"));
  bench_.desk().toast()->undo();
  bench_.settle();
  EXPECT_EQ(today->promisesDue(), 1);
  EXPECT_FALSE(RecordView(bench_.records("commitment").front()).time("done_at"));
}

TEST_F(Today, AKeptPromiseWaitsUntilTheyWereTold) {
  const RecordId id = promise("Chairs", 0);
  bench_.show<TodayModel>()->markKept(toQt(id.toString()));
  bench_.settle();
  const auto promises = bench_.show<PromisesModel>();
  EXPECT_EQ(promises->toTell(), 1);
  promises->setFilter(PromisesModel::ToTell);
  promises->markTold(toQt(id.toString()));
  bench_.settle();
  EXPECT_EQ(promises->toTell(), 0);
  EXPECT_TRUE(RecordView(bench_.records("commitment").front()).time("told_at"));
}

TEST_F(Today, AnAnswerIsBroughtBackOnce) {
  bench_.office([&](OfficeHand& office, Notebook&) {
    office.put(noor_,
               {.type = "response",
                .fields = R"({"you_said":"Will the van come back?","we_did":"Every Saturday."})"});
  });
  const auto today = bench_.show<TodayModel>();
  ASSERT_EQ(today->answersWaiting(), 1);
  today->markTold(cell(*today->answers(), 0, "responseId").toString());
  bench_.settle();
  EXPECT_EQ(today->answersWaiting(), 0);
  bench_.desk().toast()->undo();
  bench_.settle();
  EXPECT_EQ(today->answersWaiting(), 1);
}

TEST_F(Today, APublishedAnswerToNobodyInParticularIsNotCarried) {
  bench_.office([&](OfficeHand& office, Notebook&) {
    const RecordId question = office.put(
        noor_, {.type = "feedback", .fields = R"({"giver":"anonymous","text":"Why so loud?"})"});
    office.put(noor_,
               {.type = "response",
                .fields = R"({"feedback":")" + question.toString() +
                          R"(","you_said":"Why so loud?","we_did":"Quieter.","published":true})"});
  });
  EXPECT_EQ(bench_.show<TodayModel>()->answersWaiting(), 0);
}

}  // namespace
}  // namespace rapport
