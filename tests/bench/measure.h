#pragma once

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>

#include "shared/base/result.h"

namespace rapport::bench {

// The same in every process of one machine.
inline double nowMs() {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

// A measurement that cannot be made ends the program: half a figure is none.
[[noreturn]] inline void giveUp(const std::string& why) {
  std::cerr << "rapport-bench: " << why << '\n';
  std::exit(1);
}

template <typename T>
T orGiveUp(Result<T> result) {
  if (!result) giveUp(result.error().message);
  return *std::move(result);
}

}  // namespace rapport::bench
