#include <gtest/gtest.h>

#include "shared/merge/read.h"
#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

class CutLine : public ::testing::Test {
 protected:
  std::int64_t participants(LoopbackTablet& tablet, RecordId id) {
    const RecordSheet sheet = tablet.sheet(id);
    const FieldDeclaration* declared = sheet.type->field("participants");
    return std::get<std::int64_t>(readField(*declared, *sheet.state.field(declared->number)).value);
  }

  ManualClock clock_;
  SeededRandom random_{11};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kWorker, "Ana"};
  LoopbackTablet ben_{office_, clock_, random_, Role::kWorker, "Ben"};
};

// Cuts the line after each number of steps in turn, with edits on both sides between, and looks at
// the end.
TEST_F(CutLine, WhereverItIsCutNothingIsLostAndNothingCountsTwice) {
  const RecordId id = ana_.put({{}, "listening_session", {add("participants", 1)}, {}, nullptr}).id;
  std::int64_t expected = 1;
  for (int cutAfter = 0; cutAfter < 14; ++cutAfter) {
    for (LoopbackTablet* tablet : {&ana_, &ben_}) {
      tablet->put({id,
                   "listening_session",
                   {add("participants", 1), write("purpose", "Round " + std::to_string(cutAfter))},
                   {},
                   nullptr});
      ++expected;
      LoopbackLine line(office_, *tablet);
      for (int steps = 0; steps < cutAfter && line.step(); ++steps) {
      }
      if (cutAfter % 3 == 0) tablet->restart();
    }
  }
  for (int round = 0; round < 2; ++round) {
    syncOnce(office_, ana_);
    syncOnce(office_, ben_);
  }
  EXPECT_EQ(participants(ana_, id), expected);
  EXPECT_EQ(participants(ben_, id), expected);
  EXPECT_EQ(ana_.stateHash(), office_.stateHash(Role::kWorker));
  EXPECT_EQ(ben_.stateHash(), office_.stateHash(Role::kWorker));
}

// Restored to before this tablet's first words, while the tablet, cut off before any state came,
// has nothing but the answer to show for them.
TEST_F(CutLine, AnOfficeThatForgotWhatItAppliedIsSentItAgain) {
  ana_.put({{}, "listening_session", {add("participants", 5)}, {}, nullptr});
  {
    LoopbackLine line(office_, ana_);
    while (line.receipts().empty() && line.step()) {
    }
    ASSERT_EQ(ana_.store().standing().value().settledThrough, 1U);
    ASSERT_FALSE(ana_.store().standing().value().cursor);
  }
  const auto session = ana_.newSession();
  session->receive(encodeFrame(Welcome{kProtocolVersion, kProtocolVersion, Bytes(32, 'n'), 0}));
  Accepted forgot;
  forgot.epoch = EpochId{77};
  const ClientStep step = session->receive(encodeFrame(forgot));
  ASSERT_FALSE(step.refusal) << step.refusal->message;
  ASSERT_FALSE(step.frames.empty());
  const auto first = decodeFrame(step.frames.front());
  const auto* offer = first ? std::get_if<OfferChanges>(&*first) : nullptr;
  ASSERT_NE(offer, nullptr);
  EXPECT_EQ(offer->changes.size(), 1U);
}

TEST_F(CutLine, ALostAnswerIsToldAgainAndTheChangeCountsOnce) {
  const RecordId id = ana_.put({{}, "listening_session", {add("participants", 5)}, {}, nullptr}).id;
  {
    LoopbackLine line(office_, ana_);
    // Welcome, hello, accepted, then the push goes up and its answer is lost.
    ASSERT_TRUE(line.carryDown());
    ASSERT_TRUE(line.carryUp());
    ASSERT_TRUE(line.carryDown());
    while (line.carryUp()) {
    }
  }
  EXPECT_EQ(ana_.notebook().status()->waiting, 1U);
  syncOnce(office_, ana_);
  EXPECT_EQ(ana_.notebook().status()->waiting, 0U);
  EXPECT_EQ(participants(ana_, id), 5);
  EXPECT_EQ(ana_.stateHash(), office_.stateHash(Role::kWorker));
}

TEST_F(CutLine, ManyChangesArriveInSeveralFramesAndOnce) {
  for (int act = 0; act < 40; ++act) {
    std::vector<Entry> entries;
    for (int i = 0; i < 60; ++i) {
      entries.push_back(
          {{}, "feedback", {write("text", "Item " + std::to_string(act * 60 + i))}, {}, nullptr});
    }
    ASSERT_TRUE(ana_.notebook().putAct(entries).ok());
  }
  syncOnce(office_, ana_);
  syncOnce(office_, ben_);
  EXPECT_EQ(ben_.notebook().status()->records, ana_.notebook().status()->records);
  EXPECT_EQ(ben_.stateHash(), office_.stateHash(Role::kWorker));
  EXPECT_EQ(ana_.stateHash(), office_.stateHash(Role::kWorker));
}

TEST_F(CutLine, AnActArrivesWholeOrNotAtAll) {
  const RecordId session{makeUuidV4(random_)};
  const std::vector<Entry> act = {
      {session, "listening_session", {write("purpose", "Clinic hours")}, {}, nullptr},
      {{}, "note", {write("text", "Rides are the problem")}, {}, nullptr}};
  ASSERT_TRUE(ana_.notebook().putAct(act).ok());
  syncOnce(office_, ana_);
  syncOnce(office_, ben_);
  EXPECT_EQ(ben_.notebook().status()->records, 2U);
}

}  // namespace
}  // namespace rapport::testing
