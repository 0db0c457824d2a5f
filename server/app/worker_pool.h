#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "server/app/meters.h"

namespace rapport {

using Task = std::function<void()>;

// kSome: goes behind everything that has none, until it has waited for limits::kPatience.
enum class Patience : std::uint8_t { kNone, kSome };

// A few threads for work that blocks: reads of the database, password hashing. Its queues are as
// long as its callers let them grow; each of them bounds what it posts.
class WorkerPool {
 public:
  WorkerPool(std::size_t threads, PoolMeters& meters);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // Any thread. After stop() a task is dropped, unrun, and the answer is false.
  bool post(Task task, Patience patience = Patience::kNone);
  // Runs what was posted, then ends.
  void stop();

 private:
  struct Waiting {
    Task task;
    std::optional<std::chrono::steady_clock::time_point> since;  // nothing: a thread was free
  };

  void loop();
  Waiting next();
  std::size_t waiting() const { return hasty_.size() + patient_.size(); }
  void started(const Waiting& waiting);

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Waiting> hasty_, patient_;
  std::size_t idle_ = 0;  // threads
  PoolMeters& meters_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

// Tasks that run on a pool one at a time, in the order in which they were posted.
//
// Each task keeps alive what owns the strand: the strand is gone only after its last task. Tasks
// that the pool would not take any more are dropped, unrun.
class Strand {
 public:
  explicit Strand(WorkerPool& pool) : pool_(pool) {}

  void post(Task task, Patience patience = Patience::kNone);

 private:
  struct Waiting {
    Task task;
    Patience patience;
  };

  void runOne();
  void schedule(Patience patience);

  WorkerPool& pool_;
  std::mutex mutex_;
  std::deque<Waiting> tasks_;
  bool scheduled_ = false;
};

}  // namespace rapport
