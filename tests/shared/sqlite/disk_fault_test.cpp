#include <gtest/gtest.h>

#include "shared/sqlite/transaction.h"
#include "tests/shared/sqlite/ledger.h"
#include "tests/support/sim_disk.h"

namespace rapport {
namespace {

using testing::Durability;
using testing::Ledger;
using testing::SimDisk;
using testing::SimFault;
using testing::SimVfs;

constexpr int kEntries = 30;

void expectWhole(Ledger& ledger, std::uint64_t at) {
  const Ledger::Findings found = ledger.look();
  ASSERT_EQ(found.lost, 0U) << "fault at call " << at;
  ASSERT_EQ(found.halves, 0U) << "fault at call " << at;
  ASSERT_EQ(found.damage, "") << "fault at call " << at;
}

// A program that, as Database asks, opens again when a commit was in doubt.
void saveAll(Ledger& ledger, int entries) {
  for (int i = 0; i < entries; ++i) {
    for (int attempt = 0; attempt < 3; ++attempt) {
      if (ledger.isOpen() && ledger.database().mustReopen()) ledger.close();
      if (!ledger.isOpen() && !ledger.open()) continue;
      if (ledger.save(700)) break;
    }
  }
}

class DiskFault : public ::testing::TestWithParam<SimFault> {};

TEST_P(DiskFault, AtAnyCallThenAPowerCutLosesNothing) {
  const ManualClock clock;
  std::uint64_t calls = 1;
  for (std::uint64_t at = 1; at <= calls; ++at) {
    SimDisk disk(at);
    const SimVfs vfs("fault", disk, clock);
    Ledger ledger(vfs.name(), Durability::kFull);
    disk.plan(GetParam(), at);
    saveAll(ledger, kEntries);
    ASSERT_EQ(ledger.acknowledged(), static_cast<std::size_t>(kEntries)) << at;
    calls = std::max(calls, disk.calls());
    disk.forgetPlans();
    disk.cutPower();
    ledger.close();
    disk.powerOn();
    ASSERT_TRUE(ledger.open().ok()) << at;
    expectWhole(ledger, at);
    if (HasFatalFailure()) return;
  }
}

TEST_P(DiskFault, ThenKilledAndOpenedAgainThenAPowerCutLosesNothing) {
  const ManualClock clock;
  std::uint64_t calls = 1;
  for (std::uint64_t at = 1; at <= calls; ++at) {
    SimDisk disk(at);
    const SimVfs vfs("killed", disk, clock);
    Ledger ledger(vfs.name(), Durability::kFull);
    disk.plan(GetParam(), at);
    bool failed = false;
    if (ledger.open()) {
      for (int i = 0; i < kEntries && !failed; ++i) failed = !ledger.save(700);
    }
    calls = std::max(calls, disk.calls());
    disk.killPrograms();
    ledger.close();
    saveAll(ledger, 1 + static_cast<int>(at % 10));
    disk.forgetPlans();
    disk.cutPower();
    ledger.close();
    disk.powerOn();
    ASSERT_TRUE(ledger.open().ok()) << at;
    expectWhole(ledger, at);
    if (HasFatalFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, DiskFault,
                         ::testing::Values(SimFault::kSyncFails, SimFault::kWriteFails,
                                           SimFault::kShortWrite),
                         [](const auto& chosen) {
                           switch (chosen.param) {
                             case SimFault::kSyncFails:
                               return "SyncFails";
                             case SimFault::kWriteFails:
                               return "WriteFails";
                             default:
                               return "ShortWrite";
                           }
                         });

TEST(FailedSync, LeavesTheCommitInDoubtAndSaysSo) {
  const ManualClock clock;
  SimDisk disk(1);
  const SimVfs vfs("doubt", disk, clock);
  Ledger ledger(vfs.name(), Durability::kFull);
  ASSERT_TRUE(ledger.open().ok());
  ASSERT_TRUE(ledger.save(100).ok());
  disk.plan(SimFault::kSyncFails, 1);
  const Status failed = ledger.save(100);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::kStorageFailed);
  EXPECT_TRUE(ledger.database().mustReopen());
  EXPECT_EQ(Transaction::begin(ledger.database()).error().code, ErrorCode::kStorageFailed);
  ASSERT_TRUE(ledger.open().ok());
  EXPECT_TRUE(ledger.save(100).ok());
  expectWhole(ledger, 0);
}

// What the log holds that no sync will bring to the disk is copied into the file while it is
// opened.
TEST(FailedSync, ThenKilledAndCutWhileItIsOpenedAgainLosesNothing) {
  const ManualClock clock;
  constexpr std::uint64_t kCallsOfOpening = 60;
  constexpr std::uint64_t kDraws = 5;
  for (std::uint64_t at = 1; at <= kCallsOfOpening * kDraws; ++at) {
    SimDisk disk(at);
    const SimVfs vfs("again", disk, clock);
    Ledger ledger(vfs.name(), Durability::kFull);
    ASSERT_TRUE(ledger.open().ok());
    for (int i = 0; i < 10; ++i) ASSERT_TRUE(ledger.save(700).ok());
    // Nothing older of the same pages is in the log, which would mend them.
    const Result<bool> emptied = ledger.database().emptyLog();
    ASSERT_TRUE(emptied && *emptied);
    disk.plan(SimFault::kSyncFails, 3);  // not of the log's beginning
    ASSERT_FALSE(ledger.save(700).ok());
    disk.killPrograms();
    ledger.close();
    disk.plan(SimFault::kPowerCut, 1 + at / kDraws);
    (void)ledger.open();
    disk.forgetPlans();
    disk.cutPower();
    ledger.close();
    disk.powerOn();
    ASSERT_TRUE(ledger.open().ok()) << at;
    expectWhole(ledger, at);
    if (HasFatalFailure()) return;
  }
}

// … and where a sync fails then as well, nothing is copied while it is closed.
TEST(FailedSync, ThenAnotherWhileItIsOpenedAgainAndACutWhileItIsClosedLosesNothing) {
  const ManualClock clock;
  constexpr std::uint64_t kCallsOfBoth = 20;
  constexpr std::uint64_t kDraws = 20;
  for (std::uint64_t at = 1; at <= kCallsOfBoth * kDraws; ++at) {
    SimDisk disk(at);
    const SimVfs vfs("twice", disk, clock);
    Ledger ledger(vfs.name(), Durability::kFull);
    ASSERT_TRUE(ledger.open().ok());
    for (int i = 0; i < 10; ++i) ASSERT_TRUE(ledger.save(700).ok());
    const Result<bool> emptied = ledger.database().emptyLog();
    ASSERT_TRUE(emptied && *emptied);
    disk.plan(SimFault::kSyncFails, 3);
    ASSERT_FALSE(ledger.save(700).ok());
    disk.killPrograms();
    ledger.close();
    disk.plan(SimFault::kSyncFails, 1);
    disk.plan(SimFault::kPowerCut, 1 + at / kDraws);
    (void)ledger.open();
    ledger.close();
    disk.forgetPlans();
    disk.cutPower();
    disk.powerOn();
    ASSERT_TRUE(ledger.open().ok()) << at;
    expectWhole(ledger, at);
    if (HasFatalFailure()) return;
  }
}

TEST(FullDisk, RefusesWithASentenceLosesNothingAndGoesOnWhenThereIsSpace) {
  const ManualClock clock;
  SimDisk disk(1);
  const SimVfs vfs("full", disk, clock);
  Ledger ledger(vfs.name(), Durability::kFull);
  ASSERT_TRUE(ledger.open().ok());
  for (int i = 0; i < 20; ++i) ASSERT_TRUE(ledger.save(3000).ok());
  for (std::uint64_t spare = 0; spare < 8000; spare += 100) {
    disk.setCapacityBytes(disk.usedBytes() + spare);
    // The log may still have room of its own that it wrote before.
    for (int i = 0; i < 60; ++i) {
      const Status saved = ledger.save(3000);
      if (saved) continue;
      ASSERT_EQ(saved.error().code, ErrorCode::kStorageFull) << saved.error().message;
      break;
    }
    expectWhole(ledger, spare);
    disk.setCapacityBytes(UINT64_MAX);
    ASSERT_TRUE(ledger.save(3000).ok());
  }
}

TEST(BitRot, IsFoundWhereverItIsAndNeverServed) {
  const ManualClock clock;
  SeededRandom random(9);
  SimDisk disk(1);
  const SimVfs vfs("rot", disk, clock);
  {
    Ledger ledger(vfs.name(), Durability::kFull);
    ASSERT_TRUE(ledger.open().ok());
    for (int i = 0; i < 40; ++i) ASSERT_TRUE(ledger.save(900).ok());
  }
  const std::uint64_t bits = disk.contentOf("ledger.db").size() * 8;
  for (int i = 0; i < 300; ++i) {
    const std::uint64_t bit = random.next64() % bits;
    disk.flipBit("ledger.db", bit);
    {
      Ledger ledger(vfs.name(), Durability::kFull);
      const bool found = !ledger.open() || !ledger.look().damage.empty();
      EXPECT_TRUE(found) << "bit " << bit;
    }
    disk.flipBit("ledger.db", bit);
  }
}

TEST(TwoConnections, ShareTheLogInMemory) {
  const ManualClock clock;
  SimDisk disk(1);
  const SimVfs vfs("shared", disk, clock);
  Ledger writer(vfs.name(), Durability::kFull);
  Ledger reader(vfs.name(), Durability::kFull);
  ASSERT_TRUE(writer.open().ok());
  ASSERT_TRUE(reader.open().ok());
  auto view = Transaction::begin(reader.database(), TransactionKind::kRead);
  EXPECT_EQ(*reader.database().integer("SELECT count(*) FROM entry"), 0);
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(writer.save(700).ok());
  EXPECT_EQ(*reader.database().integer("SELECT count(*) FROM entry"), 0);
  ASSERT_TRUE(view->commit().ok());
  EXPECT_EQ(*reader.database().integer("SELECT count(*) FROM entry"), 100);
  auto writing = Transaction::begin(writer.database());
  EXPECT_EQ(Transaction::begin(reader.database()).error().code, ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace rapport
