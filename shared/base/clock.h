#pragma once

#include <chrono>

namespace rapport {

using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

// The only source of time inside Rapport, so that tests and the simulator own it.
class Clock {
 public:
  virtual ~Clock() = default;
  // What the device believes the date is. May jump, drift, and be years wrong.
  virtual WallTime wallNow() const = 0;
  // Time since some start, never backward. For timeouts.
  virtual std::chrono::milliseconds steadyNow() const = 0;
  // Minutes east of UTC that people here would read off the wall.
  virtual std::chrono::minutes utcOffset() const = 0;
};

// The real one.
class SystemClock final : public Clock {
 public:
  WallTime wallNow() const override;
  std::chrono::milliseconds steadyNow() const override;
  std::chrono::minutes utcOffset() const override;
};

// One that stands still until a test moves it.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(WallTime start = WallTime{std::chrono::seconds{1'800'000'000}})
      : wall_(start) {}

  WallTime wallNow() const override { return wall_; }
  std::chrono::milliseconds steadyNow() const override { return steady_; }
  std::chrono::minutes utcOffset() const override { return {}; }

  void advance(std::chrono::milliseconds by) {
    wall_ += by;
    steady_ += by;
  }
  // Moves only what the device believes; steady time is not fooled.
  void setWall(WallTime wall) { wall_ = wall; }

 private:
  WallTime wall_;
  std::chrono::milliseconds steady_{0};
};

}  // namespace rapport
