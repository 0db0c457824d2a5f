#include "server/app/attempt_limit.h"

#include <algorithm>

#include "shared/base/limits.h"

namespace rapport {

AttemptLimit::AttemptLimit(const Clock& clock, std::size_t mostFailures)
    : clock_(clock), mostFailures_(mostFailures) {}

std::optional<std::chrono::seconds> AttemptLimit::begin(std::string_view key) {
  const auto now = clock_.steadyNow();
  const std::lock_guard lock(mutex_);
  if (failures_.size() >= limits::kFailuresRemembered) forgetOld(now);
  Times& times = failures_[std::string(key)];
  while (!times.empty() && times.front() + limits::kFailureWindow <= now) times.pop_front();
  if (times.size() >= mostFailures_) {
    const auto left = times.front() + limits::kFailureWindow - now;
    return std::chrono::ceil<std::chrono::seconds>(left);
  }
  times.push_back(now);
  return std::nullopt;
}

void AttemptLimit::succeeded(std::string_view key) {
  const std::lock_guard lock(mutex_);
  const auto found = failures_.find(key);
  if (found != failures_.end()) failures_.erase(found);
}

void AttemptLimit::forgetOld(std::chrono::milliseconds now) {
  std::erase_if(failures_, [now](const auto& entry) {
    return entry.second.empty() || entry.second.back() + limits::kFailureWindow <= now;
  });
  if (failures_.size() < limits::kFailuresRemembered) return;
  const auto stalest = std::ranges::min_element(
      failures_, {}, [](const auto& entry) { return entry.second.back(); });
  failures_.erase(stalest);
}

}  // namespace rapport
