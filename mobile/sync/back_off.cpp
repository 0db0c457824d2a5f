#include "mobile/sync/back_off.h"

#include <algorithm>
#include <cstdint>

namespace rapport {

std::chrono::milliseconds BackOff::next() {
  const auto ceiling = static_cast<std::uint64_t>(ceiling_.count());
  ceiling_ = std::min(ceiling_ * 2, kLongest);
  return std::chrono::milliseconds{static_cast<std::int64_t>(random_.next64() % (ceiling + 1))};
}

}  // namespace rapport
