#include <gtest/gtest.h>

#include "shared/merge/read.h"
#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

class NotebookTest : public ::testing::Test {
 protected:
  ManualClock clock_;
  SeededRandom random_{3};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kWorker, "Ana"};
};

TEST_F(NotebookTest, WhatWasSavedIsThereAfterARestart) {
  const Kept kept =
      ana_.put({{}, "feedback", {write("text", "No chairs in the queue")}, {}, nullptr});
  ana_.restart();
  EXPECT_EQ(kept.dot.counter, 1U);
  EXPECT_EQ(ana_.sheet(kept.id).receipt.stage, ReceiptStage::kSaved);
  EXPECT_EQ(ana_.notebook().status()->waiting, 1U);
}

TEST_F(NotebookTest, WhatBreaksTheDeclarationIsRefusedWithTheFieldsNameAndNothingIsSaved) {
  const auto kept =
      ana_.notebook().put({{}, "feedback", {write("channel", std::string("pigeon"))}, {}, nullptr});
  ASSERT_FALSE(kept.ok());
  EXPECT_NE(kept.error().message.find("channel"), std::string::npos) << kept.error().message;
  EXPECT_EQ(ana_.notebook().status()->waiting, 0U);
}

TEST_F(NotebookTest, AnUnknownKindOrFieldIsNamed) {
  EXPECT_EQ(ana_.notebook().put({{}, "spaceship", {}, {}, nullptr}).error().code,
            ErrorCode::kNotFound);
  const auto kept =
      ana_.notebook().put({{}, "feedback", {write("colour", std::string("red"))}, {}, nullptr});
  ASSERT_FALSE(kept.ok());
  EXPECT_NE(kept.error().message.find("colour"), std::string::npos);
}

TEST_F(NotebookTest, AFullActIsKeptOrNoneOfIt) {
  const std::vector<Entry> act = {
      {{}, "note", {write("text", "One")}, {}, nullptr},
      {{}, "note", {write("nothing", std::string("Two"))}, {}, nullptr}};
  EXPECT_FALSE(ana_.notebook().putAct(act).ok());
  EXPECT_EQ(ana_.notebook().list("note", {}, 10)->size(), 0U);
}

TEST_F(NotebookTest, AnImmutableFieldIsWrittenOnce) {
  const Kept kept = ana_.put({{}, "feedback", {write("text", "As she said it")}, {}, nullptr});
  EXPECT_FALSE(ana_.notebook().put({kept.id, "", {write("text", "Otherwise")}, {}, nullptr}).ok());
}

TEST_F(NotebookTest, AnAnswerNeverSortsBeforeTheQuestionThoughTheClockFellBack) {
  const Kept first =
      ana_.put({{}, "partner", {write("cadence_days", std::int64_t{7})}, {}, nullptr});
  clock_.setWall(clock_.wallNow() - std::chrono::hours{24 * 3650});
  ana_.put({first.id, "", {write("cadence_days", std::int64_t{14})}, {}, nullptr});
  const RecordSheet sheet = ana_.sheet(first.id);
  const FieldDeclaration* declared = sheet.type->field("cadence_days");
  const FieldReading reading = readField(*declared, *sheet.state.field(declared->number));
  EXPECT_EQ(std::get<std::int64_t>(reading.value), 14);
}

TEST_F(NotebookTest, AListPagesInOrderAndLeavesOutTheDeleted) {
  std::vector<RecordId> ids;
  for (int i = 0; i < 25; ++i) {
    clock_.advance(std::chrono::milliseconds{5});
    ids.push_back(
        ana_.put({{}, "note", {write("text", "Note " + std::to_string(i))}, {}, nullptr}).id);
  }
  ana_.put({ids[3], "", {}, Deletion::kDelete, nullptr});
  std::vector<RecordId> seen;
  std::optional<RecordId> after;
  for (auto page = ana_.notebook().list("note", after, 10); !page->empty();
       page = ana_.notebook().list("note", after, 10)) {
    for (const RecordSheet& sheet : *page) seen.push_back(sheet.state.id);
    after = seen.back();
  }
  ids.erase(ids.begin() + 3);
  EXPECT_EQ(seen, ids);
}

}  // namespace
}  // namespace rapport::testing
