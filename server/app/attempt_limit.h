#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"

namespace rapport {

// How often somebody may fail at something in limits::kFailureWindow. Any thread.
//
// An attempt counts as failed from its beginning until it is told as succeeded, so that many at
// once are no way around. Remembers a bounded number of keys; past it the stalest is forgotten.
class AttemptLimit {
 public:
  AttemptLimit(const Clock& clock, std::size_t mostFailures);

  // Nothing: go on. Else how long this key must wait; the attempt is not counted.
  std::optional<std::chrono::seconds> begin(std::string_view key);
  void succeeded(std::string_view key);

 private:
  using Times = std::deque<std::chrono::milliseconds>;

  void forgetOld(std::chrono::milliseconds now);

  const Clock& clock_;
  const std::size_t mostFailures_;
  std::mutex mutex_;
  std::map<std::string, Times, std::less<>> failures_;
};

}  // namespace rapport
