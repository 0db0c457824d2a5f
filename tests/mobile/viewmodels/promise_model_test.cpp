#include "mobile/viewmodels/promise_model.h"

#include <gtest/gtest.h>

#include "mobile/viewmodels/record_view.h"
#include "tests/mobile/viewmodels/desk_bench.h"

namespace rapport {
namespace {

using testing::cell;
using testing::DeskBench;
using testing::OfficeHand;

class Promise : public ::testing::Test {
 protected:
  Promise() {
    bench_.office([this](OfficeHand& office, Notebook&) {
      const auto noor = office.colleague("Noor", "Office");
      church_ =
          office.put(noor, {.type = "partner", .fields = R"({"name":"Iglesia Camino Claro"})"});
      garden_ = office.put(noor, {.type = "partner", .fields = R"({"name":"Alder Flats Garden"})"});
    });
  }

  void openEventWith(RecordId partner) {
    bench_.office([&](OfficeHand& office, Notebook&) {
      const auto noor = office.colleague("Ruth", "Office");
      const auto at = [&](int minutes) {
        return formatDateTime(
            {bench_.clock().wallNow() + std::chrono::minutes(minutes), std::chrono::minutes(0)});
      };
      office.put(noor, {.type = "event",
                        .fields = R"({"title":"Meal","start":")" + at(-10) + R"(","end":")" +
                                  at(60) + R"(","partner":")" + partner.toString() + R"("})"});
    });
  }

  DeskBench bench_;
  RecordId church_, garden_;
};

TEST_F(Promise, TheOpenEventsPartnerIsFilledIn) {
  openEventWith(church_);
  const auto promise = bench_.show<PromiseModel>();
  EXPECT_EQ(promise->slip()->heading(), "We promised Iglesia Camino Claro");
  EXPECT_EQ(cell(*promise->partners(), 0, "chosen"), true);
  promise->setWords("Bring an interpreter");
  promise->chooseDue("2027-01-20");
  EXPECT_EQ(promise->missing(), "");
}

TEST_F(Promise, ThePersonWithTheTabletDoesItUnlessSaidOtherwise) {
  const auto promise = bench_.show<PromiseModel>();
  EXPECT_EQ(cell(*promise->people(), 0, "name"), "Me, Marisol");
  EXPECT_EQ(cell(*promise->people(), 0, "chosen"), true);
}

TEST_F(Promise, SavesBothPartiesAndADueDateThatStands) {
  const auto promise = bench_.show<PromiseModel>();
  promise->setWords("Bus timetable in Spanish");
  promise->choosePartner(QString::fromStdString(garden_.toString()));
  promise->chooseDue("2027-01-20");
  promise->chooseTelling("phone");
  promise->save();
  bench_.settle();
  const auto records = bench_.records("commitment");
  ASSERT_EQ(records.size(), 1U);
  const RecordView view(records.front());
  EXPECT_EQ(view.text("text"), "Bus timetable in Spanish");
  EXPECT_EQ(view.text("owed_by"), "us");
  EXPECT_EQ(view.text("owed_to"), "Alder Flats Garden");
  EXPECT_EQ(view.text("partner"), garden_.toString());
  EXPECT_EQ(view.text("original_due"), "2027-01-20");
  EXPECT_EQ(view.text("told_via"), "phone");
  EXPECT_EQ(view.text("status"), "open");
  EXPECT_EQ(view.text("assignee"), "Marisol");
}

TEST_F(Promise, TheirPromisesAreKeptApart) {
  const auto promise = bench_.show<PromiseModel>();
  promise->setOurs(false);
  promise->setWords("Open the hall at five");
  promise->choosePartner(QString::fromStdString(church_.toString()));
  promise->chooseDue("2027-01-20");
  promise->save();
  bench_.settle();
  const auto records = bench_.records("commitment");
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(RecordView(records.front()).text("owed_by"), "Iglesia Camino Claro");
  EXPECT_EQ(RecordView(records.front()).text("owed_to"), "us");
}

TEST_F(Promise, AnswersSomethingThatWasHeard) {
  RecordId rides;
  bench_.office([&](OfficeHand& office, Notebook&) {
    const auto noor = office.colleague("Noor", "Office");
    const auto hear = [&](const char* text, const char* more) {
      return office.put(noor, {.type = "feedback",
                               .fields = R"({"text":")" + std::string(text) + "\"" + more + "}"});
    };
    rides = hear("The last bus leaves before you close", R"(,"status":"new")");
    hear("Thank you for coming", R"(,"status":"closed")");
    hear("Somebody asked for papers", R"(,"sensitive":true)");
  });
  const auto promise = bench_.show<PromiseModel>();
  ASSERT_EQ(promise->heard()->rowCount(), 1);
  promise->answer(QString::fromStdString(rides.toString()));
  EXPECT_EQ(promise->answering(), "The last bus leaves before you close");
  promise->setWords("Ask the county about the 14");
  promise->choosePartner(QString::fromStdString(church_.toString()));
  promise->chooseDue("2027-01-20");
  promise->save();
  bench_.settle();
  EXPECT_EQ(RecordView(bench_.records("commitment").front()).text("answers"), rides.toString());
}

TEST_F(Promise, SaysWhoItIsForFirst) {
  const auto promise = bench_.show<PromiseModel>();
  EXPECT_EQ(promise->missing(), "Write what is promised first");
  promise->setWords("Chairs");
  EXPECT_EQ(promise->missing(), "Say who it is for first");
}

TEST_F(Promise, ReadsItBackWithTheirWordsUntouched) {
  const auto promise = bench_.show<PromiseModel>();
  promise->setWords("Bring an interpreter");
  promise->choosePartner(QString::fromStdString(church_.toString()));
  promise->chooseDue("2026-11-28");
  EXPECT_EQ(promise->slip()->readBack(),
            "Les prometimos: “Bring an interpreter”. Para el sábado 28 de noviembre. "
            "Lo hará Marisol.");
  promise->slip()->nextLanguage();
  promise->slip()->nextLanguage();
  EXPECT_TRUE(promise->slip()->readBack().startsWith("We promised you: “Bring an interpreter”."));
}

TEST_F(Promise, WhatWasBegunOutlivesTheApp) {
  auto promise = bench_.show<PromiseModel>();
  promise->setWords("Chairs for the queue");
  promise->choosePartner(QString::fromStdString(church_.toString()));
  promise.reset();
  bench_.settle();
  bench_.restart();
  promise = bench_.show<PromiseModel>();
  EXPECT_EQ(promise->words(), "Chairs for the queue");
  EXPECT_EQ(promise->slip()->heading(), "We promised Iglesia Camino Claro");
}

}  // namespace
}  // namespace rapport
