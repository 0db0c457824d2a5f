#include <gtest/gtest.h>

#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

// Volunteers hand in feedback and read nothing back.
TEST(WriteOnly, WhoeverEditsTwiceWhatTheyMayNotReadIsDoneAllTheSame) {
  ManualClock clock;
  SeededRandom random(17);
  LoopbackOffice office(clock, random);
  LoopbackTablet vic(office, clock, random, Role::kVolunteer, "Vic");
  const RecordId id =
      vic.put({{}, "feedback", {write("text", "No shade at noon")}, {}, nullptr}).id;
  syncOnce(office, vic);
  vic.put({id, "feedback", {write("solicited", true)}, {}, nullptr});
  syncOnce(office, vic);
  EXPECT_TRUE(vic.store().overlayOf(id)->empty());
  EXPECT_TRUE(vic.store().uncovered()->empty());
  EXPECT_EQ(vic.stateHash(), office.stateHash(Role::kVolunteer));
}

// A tablet of before may still wait for a state that it will never get.
TEST(WriteOnly, AnOldWaitForAStateEndsWithTheNextConnection) {
  ManualClock clock;
  SeededRandom random(19);
  LoopbackOffice office(clock, random);
  LoopbackTablet vic(office, clock, random, Role::kVolunteer, "Vic");
  const Kept kept = vic.put({{}, "feedback", {write("text", "No shade at noon")}, {}, nullptr});
  syncOnce(office, vic);
  auto own = vic.store().change(kept.dot.counter);
  auto standing = vic.store().standing();
  standing->settledThrough = 0;
  ASSERT_TRUE(vic.store().inTransaction([&]() -> Status {
    if (const Status anew = vic.store().forgetEveryCopy(0); !anew) return anew;
    if (const Status told = vic.store().keepReceipt(1, (*own)->receipt); !told) return told;
    standing->settledThrough = 1;
    return vic.store().keepStanding(*standing);
  }));
  ASSERT_FALSE(vic.store().uncovered()->empty());
  syncOnce(office, vic);
  EXPECT_TRUE(vic.store().uncovered()->empty());
}

}  // namespace
}  // namespace rapport::testing
