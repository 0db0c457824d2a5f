#pragma once

#include <chrono>

#include "shared/base/random.h"

namespace rapport {

// Full jitter: each wait is drawn evenly from nothing up to a ceiling that doubles, so that a hall
// full of tablets whose network returns at once does not call at once.
class BackOff {
 public:
  explicit BackOff(Random& random) : random_(random) {}

  std::chrono::milliseconds next();
  void reset() { ceiling_ = kFirst; }

  static constexpr std::chrono::milliseconds kFirst{500};
  static constexpr std::chrono::milliseconds kLongest{60'000};

 private:
  Random& random_;
  std::chrono::milliseconds ceiling_ = kFirst;
};

}  // namespace rapport
