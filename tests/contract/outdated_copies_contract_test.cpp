#include <gtest/gtest.h>

#include "tests/contract/backends.h"
#include "tests/contract/samples.h"

// Copies that wait for newer ones, and what of own changes is on top of them.

namespace rapport::testing {
namespace {

using Counters = std::vector<std::uint64_t>;
using Records = std::vector<RecordId>;

// Which types stay.
bool everything(TypeNumber) { return true; }
bool nothing(TypeNumber) { return false; }

class OutdatedCopiesContract : public ::testing::TestWithParam<BackendKind> {
 protected:
  LocalStore& store() { return backend_->store(); }
  void append(const OwnChange& change) { must(store().appendChange(change)); }
  Counters countersOf(const Result<std::vector<OwnChange>>& found) {
    EXPECT_TRUE(found.ok());
    Counters counters;
    for (const OwnChange& own : *found) counters.push_back(own.change.dot.counter);
    return counters;
  }

  std::unique_ptr<LocalBackend> backend_ = makeLocalBackend(GetParam());
};

TEST_P(OutdatedCopiesContract, WithoutCopiesWhatIsNotSettledGoesAgainAndIsShown) {
  for (std::uint64_t i = 1; i <= 6; ++i) {
    append(sampleOwnChange(i, recordNamed(i)));
    must(store().keepCopy(sampleState(recordNamed(i), 1, i)));
  }
  for (const std::uint64_t i : {1, 2, 4}) {
    must(store().keepReceipt(i, sampleReceipt(ReceiptStage::kApplied, i)));
  }
  must(store().leaveOverlay(recordNamed(1), 1));
  must(store().leaveOverlay(recordNamed(4), 4));
  must(store().keepReceipt(5, sampleReceipt(ReceiptStage::kRefused)));

  must(store().outdateCopies(Role::kWorker, 3, nothing));

  EXPECT_EQ(must(store().copyCount()), 0U);
  EXPECT_TRUE(countersOf(store().overlayOf(recordNamed(1))).empty());
  EXPECT_TRUE(countersOf(store().overlayOf(recordNamed(2))).empty());
  EXPECT_EQ(countersOf(store().overlayOf(recordNamed(3))), Counters{3});
  EXPECT_EQ(countersOf(store().overlayOf(recordNamed(4))), Counters{4});
  EXPECT_TRUE(countersOf(store().overlayOf(recordNamed(5))).empty());
  EXPECT_EQ(countersOf(store().refused()), Counters{5});
  EXPECT_EQ(must(store().waitingCount()), 3U);
  EXPECT_TRUE(must(store().uncovered()).empty());
  EXPECT_EQ(must(store().change(4))->receipt.verdict.after, (Number{kEpoch, 4}));
}

TEST_P(OutdatedCopiesContract, AnOutdatedCopyStaysUntilANewerOneIsKept) {
  must(store().keepCopy(sampleState(recordNamed(1), 1, 1)));
  must(store().keepCopy(sampleState(recordNamed(2), 2, 2)));
  must(store().keepCopy(sampleState(recordNamed(3), 1, 3)));
  EXPECT_FALSE(must(store().hasOutdated()));
  must(store().outdateCopies(Role::kVolunteer, 0, [](TypeNumber type) { return type == 1; }));
  backend_->reopen();
  EXPECT_TRUE(must(store().hasOutdated()));
  EXPECT_EQ(must(store().copy(recordNamed(2))), std::nullopt);
  EXPECT_EQ(must(store().copy(recordNamed(1))), sampleState(recordNamed(1), 1, 1));
  EXPECT_EQ(must(store().outdatedFor(recordNamed(1))), Role::kVolunteer);
  EXPECT_EQ(must(store().outdatedFor(recordNamed(2))), std::nullopt);
  must(store().keepCopy(sampleState(recordNamed(1), 1, 1)));
  EXPECT_EQ(must(store().outdatedFor(recordNamed(1))), std::nullopt);
  // For whom the third was filtered, no later role changes.
  must(store().outdateCopies(Role::kWorker, 0, everything));
  EXPECT_EQ(must(store().outdatedFor(recordNamed(1))), Role::kWorker);
  EXPECT_EQ(must(store().outdatedFor(recordNamed(3))), Role::kVolunteer);
  must(store().keepCopy(sampleState(recordNamed(1), 1, 4)));
  EXPECT_EQ(must(store().forgetOutdated(kEpoch)), Records{recordNamed(3)});
  EXPECT_FALSE(must(store().hasOutdated()));
  EXPECT_EQ(must(store().copyCount()), 1U);
}

// Else what an outdated copy holds would be shown twice.
TEST_P(OutdatedCopiesContract, WhatAnOutdatedCopyShowsIsOnTopOnlyOnceItIsGone) {
  for (std::uint64_t i = 1; i <= 3; ++i) {
    append(sampleOwnChange(i, recordNamed(i)));
    must(store().keepReceipt(i, sampleReceipt(ReceiptStage::kApplied, i), Overlay::kLeaves));
    must(store().keepCopy(sampleState(recordNamed(i), 1, i)));
  }
  must(store().outdateCopies(Role::kWorker, 0, everything));
  EXPECT_EQ(must(store().waitingCount()), 3U);
  EXPECT_FALSE(must(store().hasOverlay()));
  // Under a new name too.
  must(store().renameChange(sampleOwnChange(3, recordNamed(3), 1, "other bytes")));
  EXPECT_FALSE(must(store().hasOverlay()));
  must(store().keepCopy(sampleState(recordNamed(1), 1, 1)));
  must(store().returnToOverlay(recordNamed(1)));
  EXPECT_EQ(countersOf(store().overlayOf(recordNamed(1))), Counters{1});
  EXPECT_TRUE(countersOf(store().overlayOf(recordNamed(2))).empty());
  EXPECT_EQ(must(store().forgetOutdated(kEpoch)), (Records{recordNamed(2), recordNamed(3)}));
  EXPECT_EQ(countersOf(store().overlayOf(recordNamed(2))), Counters{2});
  EXPECT_EQ(countersOf(store().overlayOf(recordNamed(3))), Counters{3});
}

// It may still hold what another life of the office had applied, and no copy shows.
TEST_P(OutdatedCopiesContract, WhatAnotherEpochAppliedIsShownUntilThePullIsOver) {
  append(sampleOwnChange(1, recordNamed(1)));
  must(store().keepCopy(sampleState(recordNamed(1), 1, 1)));
  must(store().keepReceipt(1, sampleReceipt(ReceiptStage::kApplied, 2)));
  must(store().outdateCopies(Role::kWorker, 1, everything));
  EXPECT_EQ(countersOf(store().overlayOf(recordNamed(1))), Counters{1});
  must(store().forgetOutdated(EpochId{kEpoch.value + 1}));
  EXPECT_FALSE(must(store().hasOverlay()));
}

TEST_P(OutdatedCopiesContract, WhatWasEverJudgedIsKnownAfterEveryCopyIsForgotten) {
  for (std::uint64_t i = 1; i <= 4; ++i) append(sampleOwnChange(i, recordNamed(i)));
  EXPECT_EQ(must(store().lastJudgedAfter(0)), 0U);
  must(store().keepReceipt(1, sampleReceipt(ReceiptStage::kApplied, 1)));
  must(store().keepReceipt(2, sampleReceipt(ReceiptStage::kApplied, 2)));
  must(store().keepReceipt(3, sampleReceipt(ReceiptStage::kRefused)));
  must(store().outdateCopies(Role::kWorker, 1, nothing));
  EXPECT_EQ(must(store().lastJudgedAfter(1)), 3U);
  EXPECT_EQ(must(store().lastJudgedAfter(3)), 0U);
}

// What was said of a change before the office went back speaks of its number of then.
TEST_P(OutdatedCopiesContract, ANumberOfAnotherEpochStaysKnownWithTheNextReceipt) {
  for (std::uint64_t i = 1; i <= 2; ++i) {
    append(sampleOwnChange(i, recordNamed(i)));
    must(store().keepReceipt(i, sampleReceipt(ReceiptStage::kApplied, i + 4)));
  }
  must(store().outdateCopies(Role::kWorker, 0, nothing));
  EXPECT_EQ(must(store().change(1))->receipt.earlier, std::nullopt);
  Receipt again = sampleReceipt(ReceiptStage::kApplied, 9);
  must(store().keepReceipt(2, again));
  EXPECT_EQ(must(store().change(2))->receipt.earlier, std::nullopt) << "of this very epoch";
  again.verdict.after = Number{EpochId{kEpoch.value + 1}, 2};
  must(store().keepReceipt(1, again));
  must(store().keepReceipt(1, again));
  backend_->reopen();
  EXPECT_EQ(must(store().change(1))->receipt.earlier, (Number{kEpoch, 5}));
  EXPECT_EQ(must(store().change(1))->receipt.verdict.after, again.verdict.after);
}

INSTANTIATE_TEST_SUITE_P(Stores, OutdatedCopiesContract,
                         ::testing::Values(BackendKind::kSqliteOnDisk,
                                           BackendKind::kSqliteOnSimulatedDisk),
                         nameOfParam);

}  // namespace
}  // namespace rapport::testing
