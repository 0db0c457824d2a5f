#include <gtest/gtest.h>

#include "shared/merge/read.h"
#include "shared/model/value_text.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/chain.h"
#include "shared/sync/sent_back.h"
#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

class RefusalTest : public ::testing::Test {
 protected:
  // Writes past the notebook's own check, as a tablet with an older app might: the same field of
  // the same record as an earlier change, otherwise.
  Dot forgeAfter(const Kept& earlier, const std::string& text) {
    auto standing = ana_.store().standing();
    OwnChange own = **ana_.store().change(earlier.dot.counter);
    own.change.dot.counter = ++standing->counter;
    own.change.operations[0].seen = ana_.sheet(earlier.id).state.number;
    own.change.operations[0].deed = WriteValue{text};
    own.encoded = encodeChange(own.change);
    own.hash = hashOfChange(own.encoded);
    own.chain = standing->chain = chainAfter(standing->chain, own.hash);
    own.receipt = {};
    const Status forged = ana_.store().inTransaction([&]() -> Status {
      if (const Status appended = ana_.store().appendChange(own); !appended) return appended;
      return ana_.store().keepStanding(*standing);
    });
    EXPECT_TRUE(forged.ok());
    return own.change.dot;
  }

  ManualClock clock_;
  SeededRandom random_{5};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kWorker, "Ana"};
};

TEST_F(RefusalTest, AStrangerLearnsNothing) {
  LoopbackOffice other(clock_, random_);
  LoopbackLine line(other, ana_);
  line.exchange();
  ASSERT_TRUE(line.refusal());
  EXPECT_EQ(line.refusal()->code, RefusalCode::kUnknownDevice);
}

TEST_F(RefusalTest, ARevokedTabletIsToldSo) {
  office_.revoke(ana_.replica());
  LoopbackLine line(office_, ana_);
  line.exchange();
  ASSERT_TRUE(line.refusal());
  EXPECT_EQ(line.refusal()->code, RefusalCode::kRevoked);
}

TEST_F(RefusalTest, ARefusedChangeLandsInTheInboxAndBlocksNothingBehindIt) {
  const Kept kept = ana_.put({{}, "feedback", {write("text", "First")}, {}, nullptr});
  syncOnce(office_, ana_);
  const Dot forged = forgeAfter(kept, "Second");
  const Kept behind = ana_.put({{}, "note", {write("text", "Behind it")}, {}, nullptr});
  syncOnce(office_, ana_);
  const auto inbox = ana_.notebook().inbox();
  ASSERT_EQ(inbox->size(), 1U);
  EXPECT_EQ(inbox->front().change.dot, forged);
  EXPECT_FALSE(inbox->front().receipt.verdict.reason.empty());
  EXPECT_EQ(ana_.sheet(behind.id).receipt.stage, ReceiptStage::kApplied);
  ASSERT_TRUE(ana_.notebook().dismiss(forged.counter));
  EXPECT_TRUE(ana_.notebook().inbox()->empty());
  EXPECT_EQ(ana_.stateHash(), office_.stateHash(Role::kWorker));
}

TEST_F(RefusalTest, WhatWasSentBackIsEnteredAgainOnWhatStandsNow) {
  const Kept kept = ana_.put({{}, "partner", {write("kind", "school")}, {}, nullptr});
  syncOnce(office_, ana_);
  const Dot forged = forgeAfter(kept, "no such kind");
  syncOnce(office_, ana_);
  ASSERT_EQ(ana_.notebook().inbox()->size(), 1U);
  EXPECT_EQ(sendAgain(ana_.notebook(), 999, {}).error().code, ErrorCode::kNotFound);
  // What is wrong is still wrong, and still here.
  EXPECT_FALSE(sendAgain(ana_.notebook(), forged.counter, {}).ok());
  ASSERT_EQ(ana_.notebook().inbox()->size(), 1U);
  const auto again = sendAgain(ana_.notebook(), forged.counter, {write("kind", "faith")});
  ASSERT_TRUE(again.ok()) << again.error().message;
  EXPECT_TRUE(ana_.notebook().inbox()->empty());
  syncOnce(office_, ana_);
  EXPECT_TRUE(ana_.notebook().inbox()->empty());
  EXPECT_EQ(ana_.sheet(kept.id).receipt.stage, ReceiptStage::kApplied);
  EXPECT_EQ(office_.record(kept.id).fields.front().heads.front().value, Value{"faith"});
}

TEST_F(RefusalTest, WhatWasSentBackIsHandedToTheCoordinatorInWords) {
  const Kept kept = ana_.put({{}, "feedback", {write("text", "First")}, {}, nullptr});
  syncOnce(office_, ana_);
  const Dot forged = forgeAfter(kept, "It closes at noon");
  syncOnce(office_, ana_);
  const auto inbox = ana_.notebook().inbox();
  ASSERT_EQ(inbox->size(), 1U);
  const auto handed = handOver(ana_.notebook(), forged.counter, "She said so twice.", "es");
  ASSERT_TRUE(handed.ok()) << handed.error().message;
  EXPECT_TRUE(ana_.notebook().inbox()->empty());
  syncOnce(office_, ana_);
  const RecordState there = office_.record(handed->id);
  const RecordType& type = *testCatalogue().type("hand_over");
  const auto text = [&](const char* name) {
    const FieldDeclaration& field = *type.field(std::string_view{name});
    const FieldState* state = there.field(field.number);
    return state != nullptr ? textOf(readField(field, *state).value) : std::string();
  };
  EXPECT_EQ(text("about"), kept.id.toString());
  EXPECT_EQ(text("about_type"), "feedback");
  EXPECT_EQ(text("reason"), inbox->front().receipt.verdict.reason);
  EXPECT_NE(text("entered").find(": It closes at noon"), std::string::npos) << text("entered");
  EXPECT_EQ(text("words"), "She said so twice.");
}

// Ben's edit makes Ana's wait for a state: until it is here, her words stay on top of her copy.
TEST_F(RefusalTest, ARefusedChangeTakesNoAppliedOneOffTheScreen) {
  LoopbackTablet ben(office_, clock_, random_, Role::kWorker, "Ben");
  const RecordId id = ana_.put({{}, "partner", {write("name", "Quillan")}, {}, nullptr}).id;
  syncOnce(office_, ana_);
  syncOnce(office_, ben);
  ben.put({id, "", {write("description", "Lunch at noon")}, {}, nullptr});
  syncOnce(office_, ben);
  const Kept applied = ana_.put({id, "", {write("kind", "school")}, {}, nullptr});
  forgeAfter(applied, "no such kind");
  LoopbackLine line(office_, ana_);
  while (line.receipts().empty()) ASSERT_TRUE(line.carryDown() || line.carryUp());
  ASSERT_EQ(line.receipts().size(), 2U);
  ASSERT_EQ(line.receipts()[1].receipt.stage, ReceiptStage::kRefused);
  const auto overlay = ana_.store().overlayOf(id);
  ASSERT_EQ(overlay->size(), 1U);
  EXPECT_EQ(overlay->front().change.dot, applied.dot);
  line.exchange();
  EXPECT_TRUE(ana_.store().overlayOf(id)->empty());
  EXPECT_EQ(ana_.stateHash(), office_.stateHash(Role::kWorker));
}

TEST_F(RefusalTest, OtherBytesUnderAKnownCounterAreQuarantinedAndTheFirstVerdictStands) {
  const Kept kept = ana_.put({{}, "note", {write("text", "One")}, {}, nullptr});
  const auto own = ana_.store().change(kept.dot.counter);
  syncOnce(office_, ana_);
  Change other = (*own)->change;
  other.operations[0].deed = WriteValue{std::string("Another")};
  const auto verdicts = office_.take(*decodeRun({encodeChange(other)}, ana_.replica()));
  ASSERT_TRUE(verdicts.ok());
  EXPECT_EQ((*verdicts)[0].stage, VerdictStage::kQuarantined);
  const auto again = office_.take(*decodeRun({(*own)->encoded}, ana_.replica()));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ((*again)[0].stage, VerdictStage::kApplied);
  EXPECT_EQ((*again)[0].telling, Telling::kAgain);
}

TEST_F(RefusalTest, AGapInTheCountersAppliesNothing) {
  ana_.put({{}, "note", {write("text", "One")}, {}, nullptr});
  const Kept second = ana_.put({{}, "note", {write("text", "Two")}, {}, nullptr});
  const auto own = ana_.store().change(second.dot.counter);
  EXPECT_FALSE(office_.take(*decodeRun({(*own)->encoded}, ana_.replica())).ok());
}

TEST_F(RefusalTest, GarbageEndsTheSessionWithASentence) {
  ServerSession session(office_.types(), clock_, random_);
  session.opened();
  const ServerStep step = session.receive("\x63garbage", nullptr);
  EXPECT_TRUE(step.close);
  ASSERT_EQ(step.frames.size(), 1U);
  const auto frame = decodeFrame(step.frames[0]);
  ASSERT_TRUE(frame.ok());
  EXPECT_TRUE(std::holds_alternative<Refusal>(*frame));
}

}  // namespace
}  // namespace rapport::testing
