// PRODUCT.md "The first five minutes, and taps": from an unlocked Today to what lies in the store.

#include <gtest/gtest.h>

#include "mobile/viewmodels/record_view.h"
#include "tests/mobile/qml/screens.h"
#include "tests/mobile/qml/working_day.h"

namespace rapport {
namespace {

class Taps : public testing::Screens {
 protected:
  void tap(const char* name) { ASSERT_TRUE(finger().tap(name)) << name << " is not in sight"; }
};

TEST_F(Taps, ThePersonCountedFirstTakesTwoAndEveryFurtherOneTakesOne) {
  tap("captureCount");
  tap("tile:0-17/other");
  EXPECT_EQ(finger().taps(), 2);
  auto cells = saved("tally_cell");
  ASSERT_EQ(cells.size(), 1U);
  EXPECT_EQ(RecordView(cells[0]).text("buckets"), "age_band=0-17;language=other");
  EXPECT_EQ(RecordView(cells[0]).count("people"), 1);

  clock_.advance(std::chrono::seconds(1));
  tap("tile:0-17/other");
  tap("tile:not_asked/other");
  EXPECT_EQ(finger().taps(), 4);
  cells = saved("tally_cell");
  ASSERT_EQ(cells.size(), 2U);
  EXPECT_EQ(RecordView(cells[0]).count("people"), 2);
  EXPECT_EQ(RecordView(cells[1]).text("buckets"), "age_band=not_asked;language=other");
  EXPECT_EQ(RecordView(cells[1]).count("people"), 1);
}

TEST_F(Taps, FeedbackTakesFive) {
  tap("captureFeedback");
  tap("choice:question");
  tap("choice:in_person");
  tap("words");
  finger().type("Will the van come back?");
  tap("saveFeedback");
  EXPECT_EQ(finger().taps(), 5);
  EXPECT_TRUE(finger().comes("todayScreen")) << "saved, and back where it began";

  const auto records = saved("feedback");
  ASSERT_EQ(records.size(), 1U);
  const RecordView feedback(records[0]);
  EXPECT_EQ(feedback.text("type"), "question");
  EXPECT_EQ(feedback.text("channel"), "in_person");
  EXPECT_EQ(feedback.text("text"), "Will the van come back?");
  EXPECT_EQ(feedback.text("status"), "new");
  EXPECT_TRUE(feedback.time("received_at"));
  // An event is open, so nobody needs to say these.
  EXPECT_EQ(feedback.text("giver"), "participant");
  EXPECT_TRUE(feedback.yes("solicited"));
  EXPECT_NE(feedback.text("event"), "");
}

TEST_F(Taps, APromiseTakesFive) {
  tap("capturePromise");
  tap("promiseWords");
  finger().type("Bring an interpreter");
  tap("due:1");
  tap("tell:phone");
  tap("savePromise");
  EXPECT_EQ(finger().taps(), 5);
  EXPECT_TRUE(finger().comes("todayScreen"));

  const auto records = saved("commitment");
  ASSERT_EQ(records.size(), 1U);
  const RecordView promise(records[0]);
  EXPECT_EQ(promise.text("text"), "Bring an interpreter");
  EXPECT_EQ(promise.text("owed_by"), "us");
  EXPECT_NE(promise.text("partner"), "") << "the partner of the open event";
  EXPECT_EQ(promise.text("original_due"), "2026-11-22");
  EXPECT_EQ(promise.text("told_via"), "phone");
  EXPECT_EQ(promise.text("assignee"), "Marisol");
  EXPECT_EQ(promise.text("status"), "open");
}

// The day after: nothing is open, so the partner is not known and nobody came to ask.
class TapsWithNoEventOpen : public Taps {
 protected:
  TapsWithNoEventOpen() {
    clock_.advance(std::chrono::hours(24 * 30));
    restart();
  }
};

TEST_F(TapsWithNoEventOpen, FeedbackTakesFiveAndNamesNobody) {
  tap("captureFeedback");
  tap("choice:thanks");
  tap("choice:phone");
  tap("words");
  finger().type("You came back");
  tap("saveFeedback");
  EXPECT_EQ(finger().taps(), 5);
  const auto records = saved("feedback");
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(RecordView(records[0]).text("giver"), "anonymous");
  EXPECT_FALSE(RecordView(records[0]).yes("solicited"));
}

TEST_F(TapsWithNoEventOpen, APromiseTakesFiveWithItsPartner) {
  tap("capturePromise");
  tap("promiseWords");
  finger().type("Bring chairs");
  tap("partner:Casa de las Abuelas");
  tap("due:0");
  tap("savePromise");
  EXPECT_EQ(finger().taps(), 5);
  const auto records = saved("commitment");
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(RecordView(records[0]).text("owed_to"), "Casa de las Abuelas");
  EXPECT_EQ(RecordView(records[0]).text("original_due"), "2026-12-21");
}

TEST_F(TapsWithNoEventOpen, APartnerFromTheWholeListTakesOneMore) {
  tap("capturePromise");
  tap("allPartners");
  tap("choice:Barbers of Eastlock");
  tap("promiseWords");
  finger().type("Bring chairs");
  tap("otherDay");
  tap("day:2026-12-24");
  tap("savePromise");
  const auto records = saved("commitment");
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(RecordView(records[0]).text("owed_to"), "Barbers of Eastlock");
  EXPECT_EQ(RecordView(records[0]).text("original_due"), "2026-12-24");
}

TEST_F(Taps, AThemeAndAQuoteInARunningSessionTakeFourWithTheConsentAsked) {
  tap("captureQuote");
  finger().type("She is nine.");
  tap(testing::kTransport);
  tap("noName");
  tap("saveNote");
  EXPECT_EQ(finger().taps(), 4);

  const auto records = saved("quote");
  ASSERT_EQ(records.size(), 1U);
  const RecordView quote(records[0]);
  EXPECT_EQ(quote.text("verbatim"), "She is nine.");
  EXPECT_EQ(quote.text("consent"), "yes");
  EXPECT_EQ(quote.text("attribution"), "none");
  EXPECT_EQ(quote.elements("codes").size(), 1U);
  EXPECT_NE(quote.text("session"), "");
  EXPECT_TRUE(finger().comes("note:She is nine.")) << "it stands in the stream";
}

TEST_F(Taps, AQuoteWhoseConsentNobodyAskedIsKeptPrivate) {
  tap("captureQuote");
  finger().type("She is nine.");
  tap("saveNote");
  const auto records = saved("quote");
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(RecordView(records[0]).text("consent"), "");
  EXPECT_EQ(RecordView(records[0]).text("attribution"), "");
}

// Held upright everything lies elsewhere, and nothing takes longer.
class TapsUpright : public testing::Screens {
 protected:
  TapsUpright() : Screens(testing::kUpright) {}
};

TEST_F(TapsUpright, TheSameTasksTakeTheSame) {
  ASSERT_TRUE(finger().tapAll({"captureCount", "tile:0-17/other"}));
  EXPECT_EQ(finger().taps(), 2);
  ASSERT_TRUE(finger().tapAll(
      {"leave", "captureFeedback", "choice:question", "choice:in_person", "words"}));
  finger().type("Will the van come back?");
  ASSERT_TRUE(finger().tap("saveFeedback"));
  EXPECT_EQ(finger().taps(), 3 + 5);
  ASSERT_TRUE(finger().tapAll({"capturePromise", "promiseWords"}));
  finger().type("Bring an interpreter");
  ASSERT_TRUE(finger().tapAll({"due:1", "tell:phone", "savePromise"}));
  EXPECT_EQ(finger().taps(), 3 + 5 + 5);
  ASSERT_TRUE(finger().tap("captureQuote"));
  finger().type("She is nine.");
  ASSERT_TRUE(finger().tapAll({testing::kTransport, "noName", "saveNote"}));
  EXPECT_EQ(finger().taps(), 3 + 5 + 5 + 4);
  for (const char* type : {"tally_cell", "feedback", "commitment", "quote"})
    EXPECT_EQ(saved(type).size(), 1U) << type;
}

TEST_F(Taps, KeepingAPromiseTakesOneAndTheOtherTakesItBack) {
  tap("promise:Bus timetable in Spanish > keep");
  EXPECT_EQ(finger().taps(), 1);
  ASSERT_EQ(saved("commitment").size(), 1U);
  EXPECT_EQ(RecordView(saved("commitment")[0]).text("status"), "kept");
  tap("toastUndo");
  EXPECT_EQ(RecordView(saved("commitment")[0]).text("status"), "open");
}

}  // namespace
}  // namespace rapport
