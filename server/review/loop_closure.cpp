#include "server/review/loop_closure.h"

#include <algorithm>
#include <limits>

#include "shared/base/limits.h"

namespace rapport {
namespace {

constexpr int kUnanswered = std::numeric_limits<int>::max();

int daysToRespond(const FeedbackFact& item) {
  if (!item.firstResponseOn) return kUnanswered;
  return std::max(0, static_cast<int>((*item.firstResponseOn - item.receivedOn).count()));
}

constexpr std::size_t kLeastPercent = 70;

}  // namespace

bool isToldBack(const FeedbackFact& item) {
  return item.toldGiver || (item.anonymous && item.published);
}

bool isOneWay(const LoopClosure& closure) {
  return closure.items >= limits::kSmallestGroup &&
         100 * closure.told < kLeastPercent * closure.items;
}

LoopClosure loopClosure(const std::vector<FeedbackFact>& feedback, const ServiceLevels& levels,
                        const Window& window) {
  LoopClosure out;
  std::vector<int> waits;
  std::chrono::days shortest = std::chrono::days::max();
  for (const FeedbackFact& item : feedback) {
    const std::chrono::days level = item.sensitive ? levels.sensitive : levels.others;
    if (!window.has(item.receivedOn) || item.receivedOn + level >= window.end) continue;
    ++out.items;
    shortest = std::min(shortest, level);
    if (isToldBack(item)) ++out.told;
    waits.push_back(daysToRespond(item));
  }
  if (waits.empty()) return out;
  std::ranges::sort(waits);
  const int upper = waits[waits.size() / 2], lower = waits[(waits.size() - 1) / 2];
  if (upper == kUnanswered) {
    out.medianOver = shortest;  // every one of them has waited that long
  } else {
    out.medianDays = (lower + upper) / 2.0;
  }
  return out;
}

}  // namespace rapport
