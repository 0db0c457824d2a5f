#include "server/app/worker_pool.h"

#include <utility>

namespace rapport {

WorkerPool::WorkerPool(std::size_t threads, PoolMeters& meters) : meters_(meters) {
  threads_.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { loop(); });
}

WorkerPool::~WorkerPool() { stop(); }

bool WorkerPool::post(Task task) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return false;
    tasks_.push_back({std::move(task), {}});
    // The clock is read for those alone that must wait, and have the time.
    if (tasks_.size() > idle_) tasks_.back().since = std::chrono::steady_clock::now();
    meters_.waiting.set(tasks_.size());
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
    Waiting next;
    {
      std::unique_lock lock(mutex_);
      ++idle_;
      wake_.wait(lock, [this] { return stopping_ || !tasks_.empty(); });
      --idle_;
      if (tasks_.empty()) return;
      next = std::move(tasks_.front());
      tasks_.pop_front();
      meters_.waiting.set(tasks_.size());
    }
    started(next);
    next.task();
  }
}

void WorkerPool::started(const Waiting& waiting) {
  using std::chrono::microseconds, std::chrono::steady_clock;
  const auto waited =
      waiting.since ? steady_clock::now() - *waiting.since : steady_clock::duration{};
  meters_.waits.observe(
      static_cast<std::uint64_t>(std::chrono::duration_cast<microseconds>(waited).count()));
}

void Strand::post(Task task) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
    if (scheduled_) return;
    scheduled_ = true;
  }
  schedule();
}

void Strand::schedule() {
  if (pool_.post([this] { runOne(); })) return;
  std::deque<Task> dropped;  // outlives the lock: it may hold the last reference to the owner
  const std::lock_guard lock(mutex_);
  dropped.swap(tasks_);
  scheduled_ = false;
}

void Strand::runOne() {
  Task task;  // outlives the locks below, as above
  {
    const std::lock_guard lock(mutex_);
    task = std::move(tasks_.front());
    tasks_.pop_front();
  }
  task();
  {
    const std::lock_guard lock(mutex_);
    scheduled_ = !tasks_.empty();
    if (!scheduled_) return;
  }
  schedule();
}

}  // namespace rapport
