#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "server/app/meters.h"

namespace rapport {

using Task = std::function<void()>;

// A few threads for work that blocks: reads of the database, password hashing. Its queue is as long
// as its callers let it grow; each of them bounds what it posts.
class WorkerPool {
 public:
  WorkerPool(std::size_t threads, PoolMeters& meters);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // Any thread. After stop() a task is dropped, unrun, and the answer is false.
  bool post(Task task);
  // Runs what was posted, then ends.
  void stop();

 private:
  struct Waiting {
    Task task;
    std::optional<std::chrono::steady_clock::time_point> since;  // nothing: a thread was free
  };

  void loop();
  void started(const Waiting& waiting);

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Waiting> tasks_;
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

  void post(Task task);

 private:
  void runOne();
  void schedule();

  WorkerPool& pool_;
  std::mutex mutex_;
  std::deque<Task> tasks_;
  bool scheduled_ = false;
};

}  // namespace rapport
