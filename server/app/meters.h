#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <cstdint>
#include <initializer_list>
#include <span>

namespace rapport {

// What the server counts of itself while it works. Any thread; each call is a relaxed atomic
// operation or two, so that nothing becomes slower by being counted. Nobody's name, text or id is
// ever counted apart: every number here is of the whole server.

class Counter {
 public:
  void add(std::uint64_t amount = 1) { value_.fetch_add(amount, std::memory_order_relaxed); }
  std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_{0};
};

class Gauge {
 public:
  void set(std::size_t value) {
    value_.store(static_cast<std::int64_t>(value), std::memory_order_relaxed);
  }
  std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

  // One more for as long as it lasts.
  class Held {
   public:
    explicit Held(Gauge& gauge) : gauge_(gauge) {
      gauge_.value_.fetch_add(1, std::memory_order_relaxed);
    }
    ~Held() { gauge_.value_.fetch_sub(1, std::memory_order_relaxed); }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

   private:
    Gauge& gauge_;
  };

 private:
  std::atomic<std::int64_t> value_{0};
};

// How values spread: how many were at most each bound, and the sum of all.
class Spread {
 public:
  static constexpr std::size_t kMostBounds = 16;

  Spread(std::initializer_list<std::uint64_t> ascending) : size_(ascending.size()) {
    assert(size_ <= kMostBounds);
    std::ranges::copy(ascending, bounds_.begin());
  }
  void observe(std::uint64_t value) {
    const auto bound = std::ranges::lower_bound(bounds(), value);
    counts_[static_cast<std::size_t>(bound - bounds().begin())].add();
    sum_.add(value);
  }
  std::span<const std::uint64_t> bounds() const { return {bounds_.data(), size_}; }
  // Of the values above the bound before, up to this one; at(bounds().size()): above them all.
  std::uint64_t at(std::size_t place) const { return counts_[place].value(); }
  std::uint64_t sum() const { return sum_.value(); }

 private:
  const std::size_t size_;
  std::array<std::uint64_t, kMostBounds> bounds_{};
  std::array<Counter, kMostBounds + 1> counts_;
  Counter sum_;
};

// In microseconds.
struct Durations : Spread {
  Durations()
      : Spread{100,    200,    500,     1'000,   2'000,   5'000,     10'000,
               20'000, 50'000, 100'000, 200'000, 500'000, 1'000'000, 5'000'000} {}
};

struct PoolMeters {
  Gauge waiting;    // tasks that no thread has begun
  Durations waits;  // of each task until a thread took it
};

struct Meters {
  // Tablets.
  Gauge tablets;                                               // connected
  Counter changesApplied, changesRefused, changesQuarantined;  // judged for the first time
  Counter framesUp, framesDown, bytesUp, bytesDown;  // as they travel, without the transport's own
  // The console.
  Gauge consoleLines;                        // pages that follow a programme
  Counter signInsWrong, signInsHeldBack;     // not let in: unknown, or too many failures before
  std::array<Counter, 6> httpByStatusClass;  // [2]: 200 to 299
  // The writer.
  Gauge writerQueue;  // jobs
  Counter commitsFailed;
  Durations commits;  // that succeeded, from the first job to the disk's word
  Spread changesPerCommit{1, 2, 5, 10, 20, 50, 100, 200, 500, 1'000, 2'000, 5'000};
  // The threads that block.
  PoolMeters tabletReads, apiRequests, signIns, blobs;
};

}  // namespace rapport
