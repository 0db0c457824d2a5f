#include "server/app/worker_pool.h"

#include <algorithm>
#include <utility>

#include "shared/base/limits.h"

namespace rapport {

WorkerPool::WorkerPool(std::size_t threads, PoolMeters& meters) : meters_(meters) {
  threads_.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { loop(); });
}

WorkerPool::~WorkerPool() { stop(); }

bool WorkerPool::post(Task task, Patience patience) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return false;
    std::deque<Waiting>& tasks = patience == Patience::kNone ? hasty_ : patient_;
    tasks.push_back({std::move(task), {}});
    // The clock is read for those alone that must wait, and have the time.
    if (waiting() > idle_) tasks.back().since = std::chrono::steady_clock::now();
    meters_.waiting.set(waiting());
  }
  wake_.notify_one();
  return true;
}

void WorkerPool::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void WorkerPool::loop() {
  while (true) {
    Waiting waited;
    {
      std::unique_lock lock(mutex_);
      ++idle_;
      wake_.wait(lock, [this] { return stopping_ || waiting() > 0; });
      --idle_;
      if (waiting() == 0) return;
      waited = next();
      meters_.waiting.set(waiting());
    }
    started(waited);
    waited.task();
  }
}

WorkerPool::Waiting WorkerPool::next() {
  const auto waitedLong = [](const Waiting& first) {
    return first.since && std::chrono::steady_clock::now() - *first.since >= limits::kPatience;
  };
  const bool patient = hasty_.empty() || (!patient_.empty() && waitedLong(patient_.front()));
  std::deque<Waiting>& tasks = patient ? patient_ : hasty_;
  Waiting first = std::move(tasks.front());
  tasks.pop_front();
  return first;
}

void WorkerPool::started(const Waiting& waiting) {
  using std::chrono::microseconds, std::chrono::steady_clock;
  const auto waited =
      waiting.since ? steady_clock::now() - *waiting.since : steady_clock::duration{};
  meters_.waits.observe(
      static_cast<std::uint64_t>(std::chrono::duration_cast<microseconds>(waited).count()));
}

void Strand::post(Task task, Patience patience) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back({std::move(task), patience});
    if (scheduled_) return;
    scheduled_ = true;
  }
  schedule(patience);
}

void Strand::schedule(Patience patience) {
  if (pool_.post([this] { runOne(); }, patience)) return;
  std::deque<Waiting> dropped;  // outlives the lock: it may hold the last reference to the owner
  const std::lock_guard lock(mutex_);
  dropped.swap(tasks_);
  scheduled_ = false;
}

void Strand::runOne() {
  Waiting first;  // outlives the locks below, as above
  {
    const std::lock_guard lock(mutex_);
    first = std::move(tasks_.front());
    tasks_.pop_front();
  }
  first.task();
  Patience next = Patience::kNone;
  {
    const std::lock_guard lock(mutex_);
    scheduled_ = !tasks_.empty();
    if (!scheduled_) return;
    // Nobody behind a patient task waits as patiently as it does.
    const bool allPatient = std::ranges::all_of(
        tasks_, [](const Waiting& each) { return each.patience == Patience::kSome; });
    if (allPatient) next = Patience::kSome;
  }
  schedule(next);
}

}  // namespace rapport
