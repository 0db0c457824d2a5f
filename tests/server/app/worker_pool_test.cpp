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

// A pool whose one thread is held up until it is let go, so that a queue forms.
struct HeldPool {
  HeldPool() : pool(1, meters) {
    pool.post([this] {
      held.happen();
      EXPECT_TRUE(gate.wait());
    });
    EXPECT_TRUE(held.wait());
  }

  PoolMeters meters;
  Awaited held, gate;
  std::vector<int> order;
  WorkerPool pool;
};

TEST(WorkerPool, LetsHastyTasksPassPatientOnes) {
  HeldPool held;
  for (const int patient : {1, 2}) {
    held.pool.post([&, patient] { held.order.push_back(patient); }, Patience::kSome);
  }
  for (const int hasty : {3, 4}) held.pool.post([&, hasty] { held.order.push_back(hasty); });
  held.gate.happen();
  held.pool.stop();
  EXPECT_EQ(held.order, (std::vector<int>{3, 4, 1, 2}));
}

TEST(WorkerPool, LetsNoPatientTaskWaitForEver) {
  HeldPool held;
  Awaited ran;
  held.pool.post([&] { ran.happen(); }, Patience::kSome);
  // Hasty work without an end: each piece of it posts the next.
  std::function<void()> more = [&] {
    if (ran.times() == 0) held.pool.post(more);
  };
  held.pool.post(more);
  held.gate.happen();
  EXPECT_TRUE(ran.wait());
  held.pool.stop();
}

TEST(Strand, KeepsItsOrderWhateverThePatience) {
  HeldPool held;
  Strand strand(held.pool);
  Awaited done;
  const auto task = [&](int number) {
    return [&held, &done, number] {
      held.order.push_back(number);
      done.happen();
    };
  };
  strand.post(task(1), Patience::kSome);
  strand.post(task(2));
  strand.post(task(3), Patience::kSome);
  held.gate.happen();
  ASSERT_TRUE(done.wait(3));
  held.pool.stop();
  EXPECT_EQ(held.order, (std::vector<int>{1, 2, 3}));
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
