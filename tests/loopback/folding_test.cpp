// A day's work is known to be at the office before all of it is folded into copies.
#include <gtest/gtest.h>

#include "shared/merge/read.h"
#include "tests/support/forwarding_local.h"
#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

constexpr std::size_t kRecords = 120;

// A disk that fills up at some time, and has room for receipts then, but not for copies.
class FillsUp : public ForwardingLocalStore {
 public:
  using ForwardingLocalStore::ForwardingLocalStore;

  Result<bool> keepFirstCopy(const RecordState& state, Attention attention) override {
    if (full) return Error{ErrorCode::kStorageFull, "No room for a copy."};
    return ForwardingLocalStore::keepFirstCopy(state, attention);
  }

  bool full = false;
};

class Folding : public ::testing::Test {
 protected:
  // Long enough that they take several frames.
  std::string words() { return "Circle " + std::string(8000, 'x'); }

  void writeADay() {
    for (std::size_t i = 0; i < kRecords; ++i) {
      ids_.push_back(ana_.put({{},
                               "partner",
                               {write("name", "Circle"), write("description", words())},
                               {},
                               nullptr})
                         .id);
      if (i % 3 != 0) continue;
      ana_.put({ids_[i / 2], "", {write("description", "again " + words())}, {}, nullptr});
    }
  }

  static void untilCaughtUp(LoopbackLine& line) {
    while (!line.progress().caughtUp && line.step()) {
    }
    ASSERT_TRUE(line.progress().caughtUp);
    ASSERT_FALSE(line.progress().folded);  // else nothing is tested
  }

  void expectAllShown() {
    for (const RecordId& id : ids_) EXPECT_NE(ana_.sheet(id).state.field(1), nullptr);
  }

  void expectTheOfficesState() {
    EXPECT_EQ(*ana_.store().copyCount(), kRecords);
    EXPECT_FALSE(*ana_.store().hasOverlay());
    EXPECT_TRUE(ana_.store().uncovered()->empty());
    EXPECT_EQ(ana_.stateHash(), office_.stateHash(Role::kWorker));
  }

  ManualClock clock_;
  SeededRandom random_{11};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kWorker, "Ana"};
  LoopbackTablet ben_{office_, clock_, random_, Role::kWorker, "Ben"};
  std::vector<RecordId> ids_;
};

TEST_F(Folding, WhatWaitsIsKnownAndShownAndIsFoldedOnceTheLineIsQuiet) {
  writeADay();
  LoopbackLine line(office_, ana_);
  untilCaughtUp(line);
  EXPECT_LT(*ana_.store().copyCount(), kRecords);
  EXPECT_EQ(*ana_.store().waitingCount(), 0U);
  expectAllShown();
  const std::size_t down = line.bytesDown();
  line.exchange();
  EXPECT_LT(line.bytesDown(), down + 100);  // no record was asked for
  expectTheOfficesState();
}

TEST_F(Folding, WhoDiesBeforeIsSentWhatWasNotFolded) {
  writeADay();
  {
    LoopbackLine line(office_, ana_);
    untilCaughtUp(line);
  }
  ana_.restart();
  expectAllShown();
  syncOnce(office_, ana_);
  expectTheOfficesState();
}

TEST_F(Folding, WhatOthersWriteMeanwhileFindsEverythingFolded) {
  writeADay();
  LoopbackLine ana(office_, ana_);
  untilCaughtUp(ana);
  syncOnce(office_, ben_);
  ben_.put({ids_.back(), "", {write("culture_note", "Greet the elders first")}, {}, nullptr});
  syncOnce(office_, ben_);
  ana.marked();
  while (ana.carryUp() || ana.carryDown()) {
  }
  while (!ana.progress().folded && ana.step()) {
  }
  ana.exchange();
  expectTheOfficesState();
}

TEST_F(Folding, AFullDiskWhileFoldingClosesAndTheNextConnectionMendsIt) {
  writeADay();
  FillsUp store(ana_.store());
  LoopbackLine line(office_, ana_.newSession(store));
  untilCaughtUp(line);
  store.full = true;
  line.rest();
  EXPECT_TRUE(line.closed());
  ASSERT_TRUE(line.refusal());
  EXPECT_EQ(line.refusal()->message, "No room for a copy.");
  EXPECT_TRUE(line.progress().folded);  // nobody tries that again on this connection
  expectAllShown();
  syncOnce(office_, ana_);
  expectTheOfficesState();
}

}  // namespace
}  // namespace rapport::testing
