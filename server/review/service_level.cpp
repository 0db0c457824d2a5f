#include "server/review/service_level.h"

#include <algorithm>

namespace rapport {
namespace {

using std::chrono::days;

// Whatever date somebody typed, there is an end to counting.
constexpr days kLongest{366};

int daysAfter(std::chrono::sys_days from, std::chrono::sys_days to) {
  return static_cast<int>(std::clamp(to - from, days{0}, kLongest).count());
}

}  // namespace

ServiceLevels levelsOf(const ProgrammeSettings& settings) {
  return {settings.respondWithin, std::chrono::ceil<days>(settings.sensitiveWithin)};
}

int workingDaysAfter(const ProgrammeSettings& settings, std::chrono::sys_days from,
                     std::chrono::sys_days to) {
  int count = 0;
  const std::chrono::sys_days last = std::min(to, from + kLongest);
  for (std::chrono::sys_days day = from + days{1}; day <= last; day += days{1}) {
    if (settings.isWorkingDay(day)) ++count;
  }
  return count;
}

std::optional<ServiceDue> serviceDue(const FeedbackFact& item, const ProgrammeSettings& settings,
                                     std::chrono::sys_days today) {
  const BoardStage stage = stageOf(item);
  if (stage == BoardStage::kToldBack) return std::nullopt;
  if (stage == BoardStage::kHeard && !item.sensitive) {
    const auto on = settings.afterWorkingDays(item.receivedOn, settings.acknowledgeWithin);
    return ServiceDue{on, workingDaysAfter(settings, on, today), true};
  }
  const ServiceLevels levels = levelsOf(settings);
  std::chrono::sys_days on = item.receivedOn + (item.sensitive ? levels.sensitive : levels.others);
  if (item.due) on = std::min(on, *item.due);
  return ServiceDue{on, daysAfter(on, today), false};
}

}  // namespace rapport
