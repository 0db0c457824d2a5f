#pragma once

#include "shared/base/random.h"

namespace rapport {

// The operating system's randomness: the only source for keys, codes and passwords. Any thread.
class SystemRandom final : public Random {
 public:
  SystemRandom();
  void fill(std::span<std::uint8_t> out) override;
};

}  // namespace rapport
