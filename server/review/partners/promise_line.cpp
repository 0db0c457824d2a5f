#include "server/review/partners/promise_line.h"

#include <algorithm>

namespace rapport {

const char* nameOf(PromiseState state) {
  switch (state) {
    case PromiseState::kKept:
      return "kept";
    case PromiseState::kKeptLate:
      return "kept_late";
    case PromiseState::kOpen:
      return "open";
    case PromiseState::kOverdue:
      return "overdue";
    case PromiseState::kBroken:
      return "broken";
    case PromiseState::kReleased:
      return "released";
  }
  return "";
}

PromiseStanding standingOf(const PromiseFact& promise, std::chrono::sys_days today) {
  const std::chrono::sys_days due = effectiveDue(promise);
  switch (promise.end) {
    case PromiseEnd::kBroken:
      return {PromiseState::kBroken, due};
    case PromiseEnd::kReleased:
      return {PromiseState::kReleased, due};
    case PromiseEnd::kOpen:
      if (today <= due) return {PromiseState::kOpen, due};
      return {PromiseState::kOverdue, due, today - due};
    case PromiseEnd::kKept:
      break;
  }
  if (!promise.doneOn) return {PromiseState::kKeptLate, due};
  if (*promise.doneOn <= due) return {PromiseState::kKept, due};
  return {PromiseState::kKeptLate, due, *promise.doneOn - due};
}

}  // namespace rapport
