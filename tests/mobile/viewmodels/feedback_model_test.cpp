#include "mobile/viewmodels/feedback_model.h"

#include <QtTest/QSignalSpy>
#include <gtest/gtest.h>

#include "mobile/viewmodels/record_view.h"
#include "shared/base/limits.h"
#include "tests/mobile/viewmodels/desk_bench.h"

namespace rapport {
namespace {

using testing::cell;
using testing::DeskBench;
using testing::OfficeHand;

void openAnEvent(DeskBench& bench) {
  bench.office([&](OfficeHand& office, Notebook&) {
    const auto noor = office.colleague("Noor", "Office");
    const auto at = [&](int minutes) {
      return formatDateTime(
          {bench.clock().wallNow() + std::chrono::minutes(minutes), std::chrono::minutes(0)});
    };
    office.put(noor, {.type = "event",
                      .fields = R"({"title":"Pop-up check","start":")" + at(-60) + R"(","end":")" +
                                at(60) + R"("})"});
  });
}

void fill(FeedbackModel& feedback) {
  feedback.setKind("question");
  feedback.setChannel("in_person");
  feedback.setWords("Will the van come back?");
}

TEST(Feedback, SavesKindChannelAndWordsAsOneRecord) {
  DeskBench bench;
  const auto feedback = bench.show<FeedbackModel>();
  QSignalSpy done(feedback.get(), &FeedbackModel::done);
  fill(*feedback);
  feedback->save();
  bench.settle();
  EXPECT_EQ(done.size(), 1);
  const auto records = bench.records("feedback");
  ASSERT_EQ(records.size(), 1U);
  const RecordView view(records.front());
  EXPECT_EQ(view.text("type"), "question");
  EXPECT_EQ(view.text("channel"), "in_person");
  EXPECT_EQ(view.text("text"), "Will the van come back?");
  EXPECT_EQ(view.text("giver"), "anonymous");
  EXPECT_EQ(view.text("solicited"), "");
  EXPECT_EQ(view.text("status"), "new");
  EXPECT_TRUE(view.time("received_at"));
}

TEST(Feedback, WhileAnEventIsOpenAParticipantWasAsked) {
  DeskBench bench;
  openAnEvent(bench);
  const auto feedback = bench.show<FeedbackModel>();
  EXPECT_EQ(feedback->giver(), "participant");
  EXPECT_TRUE(feedback->place().startsWith("Pop-up check"));
  fill(*feedback);
  feedback->save();
  bench.settle();
  const auto records = bench.records("feedback");
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(RecordView(records.front()).text("giver"), "participant");
  EXPECT_TRUE(RecordView(records.front()).yes("solicited"));
  EXPECT_EQ(RecordView(records.front()).text("event"),
            bench.records("event").front().state.id.toString());
}

TEST(Feedback, SaysWhatIsMissingAndSavesNothingUntilThen) {
  DeskBench bench;
  const auto feedback = bench.show<FeedbackModel>();
  EXPECT_EQ(feedback->missing(), "Choose what kind it is first");
  feedback->setKind("thanks");
  EXPECT_EQ(feedback->missing(), "Choose how it reached us first");
  feedback->setChannel("phone");
  EXPECT_EQ(feedback->missing(), "Write their words first");
  feedback->save();
  bench.settle();
  EXPECT_TRUE(bench.records("feedback").empty());
}

TEST(Feedback, WhatWasBegunOutlivesTheApp) {
  DeskBench bench;
  auto feedback = bench.show<FeedbackModel>();
  fill(*feedback);
  feedback->setSensitive(true);
  feedback.reset();  // closing keeps what was typed last
  bench.settle();
  bench.restart();
  feedback = bench.show<FeedbackModel>();
  EXPECT_EQ(feedback->kind(), "question");
  EXPECT_EQ(feedback->words(), "Will the van come back?");
  EXPECT_TRUE(feedback->sensitive());
  EXPECT_EQ(feedback->missing(), "");
}

// What waits for the office of somebody's drafts, once it rests: keys, and whether it is words.
std::vector<std::pair<std::string, bool>> waiting(DeskBench& bench) {
  // Each keeping of a moment is a version, and versions are moments.
  bench.clock().advance(limits::kDraftRests + std::chrono::seconds(1));
  std::vector<std::pair<std::string, bool>> found;
  bench.solo().behind([&](Notebook&, Drafts&) {
    const auto drafts = bench.solo().begun().waiting(bench.clock().wallNow());
    for (const BegunDraft& each : *drafts) found.emplace_back(each.key, !each.bytes.empty());
  });
  return found;
}

using Waiting = std::vector<std::pair<std::string, bool>>;

TEST(Feedback, WhatIsBegunIsForTheOfficeTooUntilItIsSensitive) {
  DeskBench bench;
  auto feedback = bench.show<FeedbackModel>();
  fill(*feedback);
  feedback->setKind("concern");  // a tap is kept at once
  bench.settle();
  EXPECT_EQ(waiting(bench), (Waiting{{"feedback", true}}));
  feedback->setSensitive(true);
  bench.settle();
  // The office is to forget what it has, and what is typed from now on stays here.
  EXPECT_EQ(waiting(bench), (Waiting{{"feedback", false}}));
  feedback->setKind("complaint");
  bench.settle();
  EXPECT_EQ(waiting(bench), (Waiting{{"feedback", false}}));
  feedback.reset();
  bench.restart();
  feedback = bench.show<FeedbackModel>();
  EXPECT_TRUE(feedback->sensitive());
  EXPECT_EQ(feedback->kind(), "complaint");
  feedback->setChannel("phone");
  bench.settle();
  EXPECT_EQ(waiting(bench), (Waiting{{"feedback", false}}));
  feedback->setSensitive(false);
  bench.settle();
  EXPECT_EQ(waiting(bench), (Waiting{{"feedback", true}}));
}

// On the next tablet of the same person the screen goes on with it.
TEST(Feedback, WhatWasBegunOnAnotherTabletIsFound) {
  DeskBench bench;
  bench.solo().behind([&](Notebook&, Drafts&) {
    const ReplicaId other{*Uuid::parse("0b5e55ed-0000-4000-8000-000000000001")};
    const Status kept = bench.solo().begun().keepElsewhere(
        {{other, "Heron 2", "feedback", {}, R"({"type":"thanks","text":"For the sha"})"}});
    EXPECT_TRUE(kept.ok());
  });
  const auto feedback = bench.show<FeedbackModel>();
  EXPECT_EQ(feedback->kind(), "thanks");
  EXPECT_EQ(feedback->words(), "For the sha");
  feedback->setChannel("in_person");
  feedback->save();
  bench.settle();
  EXPECT_EQ(bench.records("feedback").size(), 1U);
  bool tellsTheOffice = false;
  bench.solo().behind([&](Notebook&, Drafts&) {
    const auto drafts = bench.solo().begun().waiting(bench.clock().wallNow());
    tellsTheOffice = std::ranges::any_of(
        *drafts, [](const BegunDraft& each) { return each.device && each.bytes.empty(); });
  });
  EXPECT_TRUE(tellsTheOffice);
}

TEST(Feedback, ASavedDraftDoesNotComeBack) {
  DeskBench bench;
  auto feedback = bench.show<FeedbackModel>();
  fill(*feedback);
  feedback->save();
  bench.settle();
  feedback.reset();
  feedback = bench.show<FeedbackModel>();
  EXPECT_EQ(feedback->kind(), "");
  EXPECT_EQ(feedback->words(), "");
}

TEST(Feedback, ADraftWhoseRecordWasSavedIsNotSavedTwice) {
  DeskBench bench;
  auto feedback = bench.show<FeedbackModel>();
  fill(*feedback);
  feedback->save();
  bench.settle();
  const std::string id = bench.records("feedback").front().state.id.toString();
  // As if the battery had died between saving and forgetting.
  bench.solo().behind([&](Notebook&, Drafts& drafts) {
    static_cast<void>(drafts.keep("feedback", R"({"id":")" + id + R"(","type":"thanks"})"));
  });
  feedback.reset();
  feedback = bench.show<FeedbackModel>();
  EXPECT_EQ(feedback->kind(), "");
}

TEST(Feedback, ASafetyWorryIsMarkedSensitive) {
  DeskBench bench;
  const auto feedback = bench.show<FeedbackModel>();
  fill(*feedback);
  feedback->setSensitive(true);
  feedback->save();
  bench.settle();
  const auto records = bench.records("feedback");
  ASSERT_EQ(records.size(), 1U);
  EXPECT_TRUE(RecordView(records.front()).yes("sensitive"));
}

void giveKey(OfficeHand& office, const std::string& officer, const std::string& key) {
  const auto colleague = office.colleague(officer, "Office");
  office.put(colleague, {.type = "officer_key",
                         .fields = R"({"person":")" + colleague.person.toString() +
                                   R"(","public_key":")" + key + R"("})"});
}

TEST(Feedback, ASafetyWorryIsSealedOnceTwoOfficersHaveAKeyAndTheScreenKnows) {
  DeskBench bench;
  const auto give = [&bench](const std::string& officer, const std::string& key) {
    bench.office([&](OfficeHand& office, Notebook&) { giveKey(office, officer, key); });
  };
  give("Gail", "YGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn8");
  auto feedback = bench.show<FeedbackModel>();
  EXPECT_FALSE(feedback->sealing());
  give("Gus", "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg");
  feedback.reset();
  feedback = bench.show<FeedbackModel>();
  EXPECT_TRUE(feedback->sealing());
  fill(*feedback);
  feedback->setSensitive(true);
  feedback->save();
  bench.settle();
  const auto records = bench.records("feedback");
  ASSERT_EQ(records.size(), 1U);
  const RecordView view(records.front());
  EXPECT_EQ(view.text("text"), "");
  EXPECT_EQ(view.rows("sealed").size(), 1U);
  EXPECT_EQ(view.rows("sealed_keys").size(), 2U);
  EXPECT_EQ(view.text("type"), "question");
}

TEST(Feedback, UndoAfterSavingRemovesTheRecord) {
  DeskBench bench;
  const auto feedback = bench.show<FeedbackModel>();
  fill(*feedback);
  feedback->save();
  bench.settle();
  EXPECT_EQ(bench.desk().toast()->text(), "Feedback saved here");
  bench.desk().toast()->undo();
  bench.settle();
  EXPECT_TRUE(bench.records("feedback").empty());
}

}  // namespace
}  // namespace rapport
