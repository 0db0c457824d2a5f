#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace rapport {

using Task = std::function<void()>;

// A few threads for work that blocks: reads of the database, password hashing. Its queue is as long
// as its callers let it grow; each of them bounds what it posts.
class WorkerPool {
 public:
  explicit WorkerPool(std::size_t threads);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // Any thread. After stop() a task is dropped, unrun, and the answer is false.
  bool post(Task task);
  // Runs what was posted, then ends.
  void stop();

 private:
  void loop();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Task> tasks_;
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
