#include <cstdlib>

#include <gtest/gtest.h>

#include "tests/shared/sqlite/ledger.h"
#include "tests/support/sim_disk.h"

namespace rapport {
namespace {

using testing::Durability;
using testing::Ledger;
using testing::SimDisk;
using testing::SimFault;
using testing::SimVfs;

// RAPPORT_SEED repeats one run; RAPPORT_POWER_CUTS asks for more of them.
std::uint64_t numberFrom(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

struct Totals {
  std::size_t cuts = 0;
  std::size_t acknowledged = 0;
  std::size_t lost = 0;
  std::size_t broken = 0;
};

// One disk's life: save until the power goes, look at what is left, go on.
void live(std::uint64_t seed, Durability durability, std::uint64_t lives, Totals& totals) {
  const ManualClock clock;
  SeededRandom random(seed);
  SimDisk disk(seed);
  const SimVfs vfs("power" + std::to_string(seed), disk, clock);
  Ledger ledger(vfs.name(), durability);
  for (std::uint64_t life = 0; life < lives; ++life) {
    disk.plan(SimFault::kPowerCut, 1 + random.next64() % 300);
    while (disk.isOn()) {
      if (!ledger.isOpen() && !ledger.open()) continue;
      if (random.next64() % 40 == 0) ledger.close();  // closing checkpoints and removes the log
      if (ledger.isOpen()) (void)ledger.save(random.next64() % 4000);
    }
    ledger.close();
    disk.powerOn();
    ++totals.cuts;
    ASSERT_TRUE(ledger.open().ok()) << "seed " << seed << ", life " << life;
    const Ledger::Findings found = ledger.look();
    totals.lost += found.lost;
    totals.broken += found.halves + (found.damage.empty() ? 0 : 1);
    if (durability == Durability::kFull) {
      ASSERT_EQ(found.lost, 0U) << "seed " << seed << ", life " << life;
      ASSERT_EQ(found.halves, 0U) << "seed " << seed << ", life " << life;
      ASSERT_EQ(found.damage, "") << "seed " << seed << ", life " << life;
    }
    if (found.lost != 0) break;  // what is gone stays gone; count it once
  }
  totals.acknowledged += ledger.acknowledged();
}

Totals run(Durability durability) {
  constexpr std::uint64_t kLives = 10;
  const std::uint64_t first = numberFrom("RAPPORT_SEED", 1);
  const std::uint64_t cuts =
      numberFrom("RAPPORT_POWER_CUTS", std::getenv("RAPPORT_SEED") == nullptr ? 1000 : kLives);
  Totals totals;
  for (std::uint64_t seed = first; seed < first + cuts / kLives; ++seed) {
    live(seed, durability, kLives, totals);
    if (::testing::Test::HasFatalFailure()) break;
  }
  std::printf("%zu power cuts, %zu commits acknowledged, %zu lost, %zu broken\n", totals.cuts,
              totals.acknowledged, totals.lost, totals.broken);
  return totals;
}

TEST(PowerCut, LosesNoAcknowledgedCommit) {
  const Totals totals = run(Durability::kFull);
  EXPECT_EQ(totals.lost, 0U);
  EXPECT_EQ(totals.broken, 0U);
  EXPECT_GT(totals.acknowledged, totals.cuts) << "the cuts came too early to test anything";
}

TEST(PowerCut, WouldLoseCommitsWithNormalSync) {
  EXPECT_GT(run(Durability::kNormal).lost, 0U) << "this test could not find what it looks for";
}

// Opens, saves some entries, stops; ends early when the power goes. How many calls the disk saw.
std::uint64_t liveShortly(SimDisk& disk, Ledger& ledger) {
  if (ledger.open()) {
    for (int i = 0; i < 30 && disk.isOn(); ++i) (void)ledger.save(700);
  }
  ledger.close();
  return disk.calls();
}

TEST(PowerCut, AtEveryCallOfAShortLifeLeavesAWholeDatabase) {
  const ManualClock clock;
  std::uint64_t calls = 0;
  for (std::uint64_t at = 0; at == 0 || at <= calls; ++at) {
    SimDisk disk(at);
    const SimVfs vfs("every", disk, clock);
    Ledger ledger(vfs.name(), Durability::kFull);
    if (at != 0) disk.plan(SimFault::kPowerCut, at);
    const std::uint64_t seen = liveShortly(disk, ledger);
    if (at == 0) calls = seen;  // the first time nothing happens
    disk.powerOn();
    ASSERT_TRUE(ledger.open().ok()) << "cut at call " << at;
    const Ledger::Findings found = ledger.look();
    ASSERT_EQ(found.lost + found.halves, 0U) << "cut at call " << at;
    ASSERT_EQ(found.damage, "") << "cut at call " << at;
  }
  EXPECT_GT(calls, 150U);
}

}  // namespace
}  // namespace rapport
