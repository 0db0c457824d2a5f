#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

#include "server/app/event_log.h"
#include "server/app/switchboard.h"
#include "server/app/worker_pool.h"
#include "shared/base/clock.h"

namespace rapport {

// Has blobs that nothing speaks of removed: at once, and every limits::kBlobSweep. `sweep` answers
// how many it removed; it runs on one of the threads, never twice at a time.
class BlobSweep final : public Subscriber, public std::enable_shared_from_this<BlobSweep> {
 public:
  using Sweep = std::function<Result<std::size_t>()>;
  BlobSweep(const Clock& clock, WorkerPool& threads, EventLog& log, Sweep sweep)
      : clock_(clock), threads_(threads), log_(log), sweep_(std::move(sweep)) {}

  void marked(const Mark&) override {}
  void tick() override;
  void dismiss(const Refusal&) override {}

 private:
  void run();

  const Clock& clock_;
  WorkerPool& threads_;
  EventLog& log_;
  const Sweep sweep_;
  std::atomic<std::chrono::milliseconds::rep> nextAt_{0};
};

}  // namespace rapport
