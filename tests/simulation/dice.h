#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

namespace rapport::simulation {

using Millis = std::chrono::milliseconds;

// Draws that repeat from their seed with every compiler and library.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {  // splitmix64
    std::uint64_t z = state_ += 0x9E37'79B9'7F4A'7C15U;
    z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9U;
    z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EBU;
    return z ^ (z >> 31);
  }
  std::uint64_t below(std::uint64_t bound) { return bound == 0 ? 0 : next() % bound; }
  std::int64_t between(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most - least) + 1));
  }
  bool chance(std::uint64_t of100) { return below(100) < of100; }
  Millis between(Millis least, Millis most) { return Millis{between(least.count(), most.count())}; }
  template <typename T>
  const T& of(const std::vector<T>& some) {
    return some[below(some.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace rapport::simulation
