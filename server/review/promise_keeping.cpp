#include "server/review/promise_keeping.h"

#include "shared/base/limits.h"

namespace rapport {
namespace {

bool doneBy(const PromiseFact& promise, std::chrono::sys_days due) {
  return promise.end == PromiseEnd::kKept && promise.doneOn && *promise.doneOn <= due;
}

constexpr std::size_t kOverdue = 3;
constexpr std::size_t kLeastPercent = 85;

}  // namespace

bool isOverPromising(const PromiseKeeping& keeping) {
  const bool few = keeping.due < limits::kSmallestGroup;
  return keeping.overdue >= kOverdue || (!few && 100 * keeping.kept < kLeastPercent * keeping.due);
}

std::chrono::sys_days effectiveDue(const PromiseFact& promise) {
  std::chrono::sys_days due = promise.originalDue;
  for (const PromiseFact::Move& move : promise.moves) {
    if (move.agreedOn && *move.agreedOn <= due) due = move.to;
  }
  return due;
}

PromiseKeeping promiseKeeping(const std::vector<PromiseFact>& promises, const Window& window) {
  PromiseKeeping out;
  for (const PromiseFact& promise : promises) {
    const std::chrono::sys_days due = effectiveDue(promise);
    const bool released = promise.end == PromiseEnd::kReleased;
    if (window.has(promise.originalDue) && !released) {
      ++out.strictDue;
      if (doneBy(promise, promise.originalDue)) ++out.strictKept;
    }
    if (!window.has(due)) continue;
    if (released) {
      ++out.released;
      continue;
    }
    ++out.due;
    if (doneBy(promise, due)) ++out.kept;
    if (promise.end == PromiseEnd::kOpen) ++out.overdue;
  }
  return out;
}

}  // namespace rapport
