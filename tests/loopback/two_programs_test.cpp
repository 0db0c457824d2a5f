#include <functional>
#include <utility>

#include <gtest/gtest.h>

#include "tests/support/forwarding_local.h"
#include "tests/support/loopback.h"

// A profile may be open twice: the command line beside the app, or beside a tablet that follows.

namespace rapport::testing {
namespace {

// Lets the other program write just before this one's next transaction begins.
class WrittenBetween final : public ForwardingLocalStore {
 public:
  using ForwardingLocalStore::ForwardingLocalStore;
  Status inTransaction(const std::function<Status()>& work) override {
    if (const auto other = std::exchange(otherProgram, nullptr)) other();
    return inner_.inTransaction(work);
  }
  std::function<void()> otherProgram;
};

TEST(TwoPrograms, WhatOneSavesWhileTheOtherConnectsIsNotCountedBack) {
  ManualClock clock;
  SeededRandom random(5);
  LoopbackOffice office(clock, random);
  LoopbackTablet ana(office, clock, random, Role::kWorker, "Ana");
  WrittenBetween between(ana.store());
  between.otherProgram = [&] {
    ana.put({{}, "note", {write("text", "While connecting")}, {}, nullptr});
  };
  LoopbackLine line(office, ana.newSession(between));
  line.exchange();
  EXPECT_FALSE(between.otherProgram) << "the other program never had its turn";
  // The next one gets the next place, and both arrive.
  ana.put({{}, "note", {write("text", "Afterwards")}, {}, nullptr});
  line.wrote();
  line.exchange();
  EXPECT_EQ(ana.notebook().status()->waiting, 0U);
  EXPECT_EQ(ana.stateHash(), office.stateHash(Role::kWorker));
}

}  // namespace
}  // namespace rapport::testing
