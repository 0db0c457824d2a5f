#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/review/window.h"

namespace rapport {

enum class PromiseEnd : std::uint8_t { kOpen, kKept, kBroken, kReleased };

// What one promise says of its dates. Days are those of whoever wrote them.
struct PromiseFact {
  struct Move {
    std::chrono::sys_days to;
    std::optional<std::chrono::sys_days> agreedOn{};  // by the partner
  };
  std::chrono::sys_days originalDue;
  std::vector<Move> moves{};  // in the order in which they were written
  PromiseEnd end = PromiseEnd::kOpen;
  std::optional<std::chrono::sys_days> doneOn{};
  std::string partner{};  // id; for whoever groups them
};

// The date that holds: it moves only where the partner agreed before it had passed.
std::chrono::sys_days effectiveDue(const PromiseFact& promise);

// Promise-keeping (PRODUCT.md "Dashboard formulas"): of those that came due in the window, without
// those that the partner released, how many were done by their date. What is overdue is not kept,
// nor what was done on a day that nobody wrote down.
struct PromiseKeeping {
  std::size_t due = 0;
  std::size_t kept = 0;
  std::size_t released = 0;
  std::size_t overdue = 0;     // of those due: neither done nor given up
  std::size_t strictDue = 0;   // by the dates that were first said
  std::size_t strictKept = 0;  // …
};
// The alert "over-promising": fewer than 85 % kept, told from limits::kSmallestGroup due on, or
// three or more overdue.
bool isOverPromising(const PromiseKeeping& keeping);

PromiseKeeping promiseKeeping(const std::vector<PromiseFact>& promises, const Window& window);

}  // namespace rapport
