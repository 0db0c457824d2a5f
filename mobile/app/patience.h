#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace rapport {

// A wait that another thread may end: one thread waits, any thread gives up.
class Patience {
 public:
  // Forgets an earlier giving up.
  void renew() {
    const std::lock_guard lock(guard_);
    lost_ = false;
  }
  // Whoever waits now, or wants to wait later, is told to stop.
  void lose() {
    {
      const std::lock_guard lock(guard_);
      lost_ = true;
    }
    changed_.notify_all();
  }
  // Waits this long; false, at once, when patience is lost.
  bool lasts(std::chrono::milliseconds span) {
    std::unique_lock lock(guard_);
    return !changed_.wait_for(lock, span, [this] { return lost_; });
  }

 private:
  std::mutex guard_;
  std::condition_variable changed_;
  bool lost_ = false;
};

}  // namespace rapport
