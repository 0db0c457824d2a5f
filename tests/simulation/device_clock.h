#pragma once

#include "shared/base/clock.h"
#include "tests/simulation/agenda.h"

namespace rapport::simulation {

// A device's own idea of the time: virtual time, displaced, too fast or too slow, and set anew by
// whoever likes to.
class DeviceClock final : public Clock {
 public:
  explicit DeviceClock(const Agenda& agenda) : agenda_(agenda) {}

  WallTime wallNow() const override {
    const auto passed = agenda_.now() - setAt_;
    return wallThen_ + passed + passed * driftOfMillion_ / 1'000'000;
  }
  Millis steadyNow() const override { return agenda_.now(); }
  std::chrono::minutes utcOffset() const override { return utcOffset_; }

  void jump(Millis by) {
    wallThen_ = wallNow() + by;
    setAt_ = agenda_.now();
  }
  void setDrift(std::int64_t ofMillion) {
    jump(Millis{0});
    driftOfMillion_ = ofMillion;
  }
  void setUtcOffset(std::chrono::minutes offset) { utcOffset_ = offset; }

 private:
  const Agenda& agenda_;
  WallTime wallThen_{std::chrono::seconds{1'800'000'000}};
  Millis setAt_{0};
  std::int64_t driftOfMillion_ = 0;
  std::chrono::minutes utcOffset_{0};
};

}  // namespace rapport::simulation
