#include <gtest/gtest.h>

#include "shared/protocol/change_codec.h"
#include "shared/sync/change_run.h"
#include "tests/support/loopback.h"

// What hello compared may be another by the time its answer arrives.

namespace rapport::testing {
namespace {

struct Changed : ::testing::Test {
  ManualClock clock;
  SeededRandom random{5};
  LoopbackOffice office{clock, random};
  LoopbackTablet ana{office, clock, random, Role::kWorker, "Ana"};

  void putNote(const std::string& text) {
    ana.put({{}, "note", {write("text", text)}, {}, nullptr});
  }
  // The office gets a second change of Ana's that this tablet does not have: it is an old image.
  void lifeBefore() {
    const auto first = ana.store().change(1);
    ASSERT_TRUE(first && *first);
    Change second = (*first)->change;
    second.dot.counter = 2;
    const auto run = decodeRun({encodeChange(second)}, ana.replica());
    ASSERT_TRUE(run);
    ASSERT_TRUE(office.take(*run));
  }
};

TEST_F(Changed, AnOldImageThatWritesBeforeItIsAnsweredIsStillNoticed) {
  putNote("Before the image");
  syncOnce(office, ana);
  lifeBefore();
  LoopbackLine line(office, ana);
  line.carryDown();  // welcome
  line.carryUp();    // hello: one change
  putNote("While the answer is on its way");
  line.carryDown();
  EXPECT_TRUE(line.closed()) << "two changes, of which the first agrees: it goes on under a dot "
                                "that another change bears";
  LoopbackLine next(office, ana);
  next.carryDown();
  next.carryUp();
  next.carryDown();
  EXPECT_EQ(next.nextUp(), FrameKind::kFork);
}

TEST_F(Changed, ARoleThatWasNarrowedGetsNothingUnderTheOldOne) {
  putNote("For the staff");
  LoopbackLine line(office, ana);
  line.exchange();
  office.setRole(ana.replica(), Role::kVolunteer);
  line.marked();
  line.exchange();
  EXPECT_TRUE(line.closed());
  LoopbackLine again(office, ana);
  again.exchange();
  EXPECT_EQ(ana.stateHash(), office.stateHash(Role::kVolunteer));
}

// Folded from its own change before any state came: without a cursor there are copies all the same.
TEST_F(Changed, ARoleThatWasNarrowedBeforeTheFirstStatesKeepsNoCopyOfTheOldOne) {
  putNote("For the staff");
  const RecordId note = (*ana.store().change(1))->change.record;
  {
    LoopbackLine line(office, ana);
    line.carryDown();  // welcome
    line.carryUp();    // hello
    line.carryDown();  // accepted
    line.carryUp();    // push
    line.carryDown();  // its verdict
  }
  ASSERT_TRUE(ana.store().copy(note)->has_value());
  ASSERT_FALSE(ana.store().standing()->cursor);
  office.setRole(ana.replica(), Role::kVolunteer);
  syncOnce(office, ana);
  EXPECT_FALSE(ana.store().copy(note)->has_value());
  EXPECT_EQ(ana.stateHash(), office.stateHash(Role::kVolunteer));
}

}  // namespace
}  // namespace rapport::testing
