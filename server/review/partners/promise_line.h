#pragma once

#include <chrono>
#include <cstdint>

#include "server/review/promise_keeping.h"

namespace rapport {

// How one promise stands, by the date that holds (effectiveDue).
enum class PromiseState : std::uint8_t {
  kKept,
  kKeptLate,  // or nobody wrote down when
  kOpen,
  kOverdue,
  kBroken,
  kReleased,
};
// kept, kept_late, open, overdue, broken, released.
const char* nameOf(PromiseState state);

struct PromiseStanding {
  PromiseState state;
  std::chrono::sys_days due;  // that holds
  std::chrono::days late{0};  // of what was kept late or is overdue; 0 where nobody knows
};
// `today` is the first day that is not over; on it, what was due the day before is a day late.
PromiseStanding standingOf(const PromiseFact& promise, std::chrono::sys_days today);

}  // namespace rapport
