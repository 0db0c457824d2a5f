#include <gtest/gtest.h>

#include "shared/merge/read.h"
#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

// Changes taken back on tablets, with the office and without it.
class UndoOnTablets : public ::testing::Test {
 protected:
  void SetUp() override {
    partner_ = ana_.put({{}, "partner", {write("description", "Mill Street")}, {}, nullptr}).id;
    syncAll();
  }

  void syncAll() {
    for (int round = 0; round < 2; ++round) {
      for (LoopbackTablet* tablet : {&ana_, &ben_, &cleo_}) syncOnce(office_, *tablet);
    }
    EXPECT_EQ(ana_.stateHash(), office_.stateHash(Role::kWorker));
    EXPECT_EQ(ben_.stateHash(), office_.stateHash(Role::kWorker));
    EXPECT_EQ(cleo_.stateHash(), office_.stateHash(Role::kWorker));
  }
  Dot describe(LoopbackTablet& tablet, const std::string& words) {
    return tablet.put({partner_, "", {write("description", words)}, {}, nullptr}).dot;
  }
  std::string said(LoopbackTablet& tablet) {
    const RecordSheet sheet = tablet.sheet(partner_);
    const FieldDeclaration& field = *sheet.type->field("description");
    const FieldState* state = sheet.state.field(field.number);
    const auto reading = state != nullptr ? readField(field, *state) : FieldReading{};
    const auto* words = std::get_if<std::string>(&reading.value);
    return words != nullptr ? *words : "";
  }
  ErrorCode refusal(LoopbackTablet& tablet, const Dot& dot, std::string_view field = {}) {
    const auto kept = tablet.notebook().undo(partner_, dot, field);
    return kept ? ErrorCode::kInternal : kept.error().code;
  }
  std::vector<PastLine> past(LoopbackTablet& tablet) {
    return tablet.notebook().past(partner_).value();
  }

  ManualClock clock_;
  SeededRandom random_{17};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kWorker, "Ana"};
  LoopbackTablet ben_{office_, clock_, random_, Role::kWorker, "Ben"};
  LoopbackTablet cleo_{office_, clock_, random_, Role::kWorker, "Cleo"};
  RecordId partner_;
};

// Marked as sensitive, it is no more for the eyes of a worker: what stood there is not "nothing".
TEST_F(UndoOnTablets, WhatMayNotBeReadBackIsNotWrittenBackAsNothing) {
  const RecordId told = ana_.put({{}, "feedback", {write("summary", "Shade")}, {}, nullptr}).id;
  syncAll();
  ana_.put({told, "", {write("sensitive", true)}, {}, nullptr});
  const Dot dot = ana_.put({told, "", {write("summary", "Benches")}, {}, nullptr}).dot;
  const auto undone = ana_.notebook().undo(told, dot);
  ASSERT_FALSE(undone.ok());
  EXPECT_EQ(undone.error().code, ErrorCode::kRefused);
}

TEST_F(UndoOnTablets, BeforeAnythingWasSentAndAfterwardsOverAnothersValue) {
  const Dot unsent = describe(ben_, "Oak Street");
  ASSERT_TRUE(ben_.notebook().undo(partner_, unsent).ok());
  EXPECT_EQ(said(ben_), "Mill Street");
  const Dot sent = describe(ben_, "Elm Street");
  syncAll();
  EXPECT_EQ(said(ana_), "Elm Street");
  ben_.restart();
  ASSERT_TRUE(ben_.notebook().undo(partner_, sent).ok());
  syncAll();
  for (LoopbackTablet* tablet : {&ana_, &ben_, &cleo_}) EXPECT_EQ(said(*tablet), "Mill Street");
}

TEST_F(UndoOnTablets, UndoOfUndoIsRedo) {
  const Dot elm = describe(ben_, "Elm Street");
  const auto undone = ben_.notebook().undo(partner_, elm);
  ASSERT_TRUE(undone.ok());
  syncAll();
  ASSERT_TRUE(ben_.notebook().undo(partner_, undone->dot).ok());
  syncAll();
  EXPECT_EQ(said(cleo_), "Elm Street");
}

TEST_F(UndoOnTablets, WhatAnotherHasChangedSinceIsLeftToAPerson) {
  const Dot elm = describe(ben_, "Elm Street");
  syncAll();
  describe(cleo_, "Ash Street");
  ASSERT_TRUE(ben_.notebook().undo(partner_, elm).ok()) << "Ben has not heard of Cleo's";
  syncAll();
  EXPECT_TRUE(readField(*ana_.sheet(partner_).type->field("description"),
                        *ana_.sheet(partner_).state.field(2))
                  .conflicted());
  EXPECT_EQ(refusal(ben_, elm), ErrorCode::kConflict);
}

TEST_F(UndoOnTablets, OfTwoVersionsOneCanBeTakenBackWhoeverWroteIt) {
  const Dot elm = describe(ben_, "Elm Street");
  describe(cleo_, "Ash Street");
  syncAll();
  const auto lines = past(ana_);
  ASSERT_EQ(lines.size(), 3U) << "Ana's own, and the two that stand";
  EXPECT_FALSE(lines.back().standsAt({2}));
  EXPECT_TRUE(lines[0].standsAt({2}) && lines[1].standsAt({2}));
  EXPECT_FALSE(lines[0].line.own);
  ASSERT_TRUE(ana_.notebook().undo(partner_, elm).ok());
  syncAll();
  EXPECT_EQ(said(ben_), "Ash Street");
}

TEST_F(UndoOnTablets, WhatThisTabletDoesNotKnowIsTheOffices) {
  const Dot elm = describe(ben_, "Elm Street");
  syncAll();
  EXPECT_EQ(refusal(ana_, elm), ErrorCode::kRefused) << "Ana does not know what Ben was shown";
  describe(cleo_, "Ash Street");
  syncAll();
  EXPECT_EQ(refusal(ana_, elm), ErrorCode::kNotFound);
  EXPECT_EQ(refusal(ben_, elm, "no_such_field"), ErrorCode::kNotFound);
}

TEST_F(UndoOnTablets, ACountIsTakenBackOnce) {
  const RecordId session =
      ana_.put({{}, "listening_session", {add("participants", 4)}, {}, nullptr}).id;
  const Dot seven = ana_.put({session, "", {add("participants", 7)}, {}, nullptr}).dot;
  ASSERT_TRUE(ana_.notebook().undo(session, seven).ok());
  EXPECT_FALSE(ana_.notebook().undo(session, seven).ok());
  const RecordSheet sheet = ana_.sheet(session);
  const FieldDeclaration& field = *sheet.type->field("participants");
  EXPECT_EQ(readField(field, *sheet.state.field(field.number)).value, Value{std::int64_t{4}});
}

TEST_F(UndoOnTablets, ADeleteIsTakenBack) {
  Entry gone;
  gone.id = partner_;
  gone.deletion = Deletion::kDelete;
  const Dot deleted = ben_.put(gone).dot;
  syncAll();
  EXPECT_TRUE(ana_.sheet(partner_).deleted);
  ASSERT_TRUE(ben_.notebook().undo(partner_, deleted).ok());
  syncAll();
  EXPECT_FALSE(ana_.sheet(partner_).deleted);
}

TEST_F(UndoOnTablets, ANewRoleForgetsWhatTheOldOneWasShown) {
  const Dot elm = describe(ben_, "Elm Street");
  syncAll();
  office_.setRole(ben_.replica(), Role::kVolunteer);
  for (int round = 0; round < 3; ++round) syncOnce(office_, ben_);
  EXPECT_EQ(ben_.store().beforeOf(elm.counter).value(), std::nullopt);
}

}  // namespace
}  // namespace rapport::testing
