#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

namespace rapport {

// Whole days that a figure speaks of: from the first on, and up to the day before `end`.
struct Window {
  std::chrono::sys_days from;
  std::chrono::sys_days end;

  bool has(std::chrono::sys_days day) const { return from <= day && day < end; }
};

// The twelve months before `end`: PRODUCT.md "Dashboard formulas". A day that a month does not have
// is its last one.
Window yearBefore(std::chrono::sys_days end);
// The same, a month at a time, the earliest first.
std::vector<Window> monthsBefore(std::chrono::sys_days end);

}  // namespace rapport
