#include "server/app/worker_pool.h"

#include <algorithm>
#include <atomic>
#include <memory>

#include <gtest/gtest.h>

#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

TEST(Strand, RunsItsTasksOneAtATimeInOrder) {
  PoolMeters meters;
  WorkerPool pool(4, meters);
  Strand strand(pool);
  std::atomic<int> inside{0};
  std::vector<int> order;
  Awaited done;
  for (int i = 0; i < 500; ++i) {
    strand.post([&, i] {
      EXPECT_EQ(++inside, 1);
      order.push_back(i);
      --inside;
      done.happen();
    });
  }
  ASSERT_TRUE(done.wait(500));
  pool.stop();
  EXPECT_TRUE(std::ranges::is_sorted(order));
  EXPECT_EQ(order.size(), 500U);
}

TEST(Strand, ABusyOneHoldsUpNoOther) {
  PoolMeters meters;
  WorkerPool pool(2, meters);
  Strand busy(pool), other(pool);
  Awaited gate, ran;
  busy.post([&] { EXPECT_TRUE(gate.wait()); });
  other.post([&] { ran.happen(); });
  EXPECT_TRUE(ran.wait());
  gate.happen();
  pool.stop();
}

TEST(Strand, DropsItsOwnerWhenThePoolTakesNoMore) {
  struct Owner {
    explicit Owner(WorkerPool& pool) : strand(pool) {}
    Strand strand;
  };
  PoolMeters meters;
  WorkerPool pool(1, meters);
  pool.stop();
  auto owner = std::make_shared<Owner>(pool);
  const std::weak_ptr<Owner> watched = owner;
  owner->strand.post([owner] { FAIL() << "run after stop"; });
  owner.reset();
  EXPECT_TRUE(watched.expired());
}

TEST(WorkerPool, StopRunsWhatWasPosted) {
  std::atomic<int> ran{0};
  PoolMeters meters;
  WorkerPool pool(2, meters);
  for (int i = 0; i < 100; ++i) pool.post([&ran] { ++ran; });
  pool.stop();
  EXPECT_EQ(ran, 100);
  EXPECT_FALSE(pool.post([] {}));
}

}  // namespace
}  // namespace rapport::testing
