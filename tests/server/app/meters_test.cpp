#include "server/app/meters.h"

#include <gtest/gtest.h>

#include "server/app/worker_pool.h"
#include "server/app/writer.h"
#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

std::uint64_t countOf(const Spread& spread) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i <= spread.bounds().size(); ++i) count += spread.at(i);
  return count;
}

TEST(Spread, AValueBelongsToTheFirstBoundThatItDoesNotPass) {
  Spread spread{10, 20};
  for (const std::uint64_t value : {0U, 10U, 11U, 20U, 21U}) spread.observe(value);
  EXPECT_EQ(spread.at(0), 2U);
  EXPECT_EQ(spread.at(1), 2U);
  EXPECT_EQ(spread.at(2), 1U);
  EXPECT_EQ(spread.sum(), 62U);
}

TEST(Gauge, CountsWhatIsHeld) {
  Gauge gauge;
  {
    const Gauge::Held one(gauge), other(gauge);
    EXPECT_EQ(gauge.value(), 2);
  }
  EXPECT_EQ(gauge.value(), 0);
}

TEST(WorkerPool, TellsHowManyWaitAndForHowLong) {
  PoolMeters meters;
  WorkerPool pool(1, meters);
  Awaited inside, gate, ran;
  pool.post([&] {
    inside.happen();
    EXPECT_TRUE(gate.wait());
  });
  ASSERT_TRUE(inside.wait());
  const auto before = std::chrono::steady_clock::now();
  for (int i = 0; i < 3; ++i) pool.post([&ran] { ran.happen(); });
  EXPECT_EQ(meters.waiting.value(), 3);
  while (std::chrono::steady_clock::now() < before + std::chrono::milliseconds{2}) {
  }
  gate.happen();
  ASSERT_TRUE(ran.wait(3));
  pool.stop();
  EXPECT_EQ(meters.waiting.value(), 0);
  EXPECT_EQ(countOf(meters.waits), 4U);
  EXPECT_GE(meters.waits.sum(), 3U * 2000U - 3U);  // each of the three, in microseconds
}

struct MetersOfAWriter : ::testing::Test {
  TestDesk desk;

  Status run(std::size_t changes, std::function<Status(ServerWriter&)> work) {
    return desk.writer.run({kTestProgramme, Haste::kNow, std::move(work), nullptr, 0, changes});
  }
};

TEST_F(MetersOfAWriter, ACommitIsCountedOnceWithItsChanges) {
  need(run(7, [](ServerWriter&) { return Status{}; }));
  EXPECT_EQ(countOf(desk.meters.commits), 1U);
  EXPECT_EQ(desk.meters.changesPerCommit.sum(), 7U);
  EXPECT_EQ(desk.meters.commitsFailed.value(), 0U);
  EXPECT_EQ(desk.meters.writerQueue.value(), 0);
}

TEST_F(MetersOfAWriter, JobsThatWaitShowInTheQueue) {
  Awaited inside, gate, done;
  need(desk.writer.submit({kTestProgramme, Haste::kNow,
                           [&](ServerWriter&) {
                             inside.happen();
                             EXPECT_TRUE(gate.wait());
                             return Status{};
                           },
                           nullptr}));
  ASSERT_TRUE(inside.wait());
  for (int i = 0; i < 5; ++i) {
    need(desk.writer.submit({kTestProgramme, Haste::kNow, [](ServerWriter&) { return Status{}; },
                             [&done](const Status&) { done.happen(); }}));
  }
  EXPECT_EQ(desk.meters.writerQueue.value(), 5);
  gate.happen();
  ASSERT_TRUE(done.wait(5));
  EXPECT_EQ(desk.meters.writerQueue.value(), 0);
}

}  // namespace
}  // namespace rapport::testing
