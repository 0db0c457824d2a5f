#include "server/review/partners/stewardship.h"

#include <algorithm>

namespace rapport {
namespace {

using Day = std::chrono::sys_days;
using Kind = StewardWarning::Kind;

constexpr std::chrono::days kSoon{30};
constexpr std::chrono::days kRecent{90};
constexpr std::size_t kOften = 2;

bool hasBegun(const Stewardship& one, Day day) { return !one.from || *one.from <= day; }

// Goes soon, or went a short time ago.
bool isLeaving(const Stewardship& one, Day today) {
  return one.to && today - kRecent <= *one.to && *one.to <= today + kSoon;
}

std::size_t endedIn(const std::vector<Stewardship>& all, const Window& window) {
  return static_cast<std::size_t>(std::ranges::count_if(
      all, [&](const Stewardship& one) { return one.ours && one.to && window.has(*one.to); }));
}

}  // namespace

const char* nameOf(StewardState state) {
  switch (state) {
    case StewardState::kNone:
      return "none";
    case StewardState::kOne:
      return "one";
    case StewardState::kTwo:
      return "two";
  }
  return "";
}

const char* nameOf(Kind kind) {
  switch (kind) {
    case Kind::kNobody:
      return "nobody";
    case Kind::kTwo:
      return "two";
    case Kind::kLeaves:
      return "leaves";
    case Kind::kUntold:
      return "untold";
    case Kind::kNoNote:
      return "no_note";
    case Kind::kStepsOpen:
      return "steps_open";
    case Kind::kOften:
      return "often";
  }
  return "";
}

std::vector<const Stewardship*> stewardsOn(const std::vector<Stewardship>& all, bool ours,
                                           Day day) {
  std::vector<const Stewardship*> staying, leaving;
  for (const Stewardship& one : all) {
    if (one.ours != ours || !hasBegun(one, day)) continue;
    if (!one.to || day < *one.to) staying.push_back(&one);
    if (one.to && day == *one.to) leaving.push_back(&one);
  }
  return staying.empty() ? leaving : staying;
}

StewardState stewardState(const std::vector<Stewardship>& all, bool ours, Day day) {
  const std::size_t count = stewardsOn(all, ours, day).size();
  return count == 0 ? StewardState::kNone : count == 1 ? StewardState::kOne : StewardState::kTwo;
}

StewardContinuity stewardContinuity(const std::vector<Stewardship>& all, Day since,
                                    const Window& window) {
  StewardContinuity out;
  const auto one = [&](bool ours, Day day) {
    return stewardState(all, ours, day) == StewardState::kOne;
  };
  for (Day day = std::max(since, window.from); day < window.end; day += std::chrono::days{1}) {
    ++out.days;
    if (one(true, day) && one(false, day)) ++out.steady;
  }
  for (const Stewardship& each : all) {
    if (!each.to || !window.has(*each.to)) continue;
    ++out.changes;
    if (each.hasNote) ++out.withNote;
  }
  return out;
}

std::vector<StewardWarning> stewardWarnings(const std::vector<Stewardship>& all, Day today) {
  std::vector<StewardWarning> out;
  for (const bool ours : {true, false}) {
    const StewardState state = stewardState(all, ours, today);
    if (state == StewardState::kNone) out.push_back({Kind::kNobody, ours});
    if (state == StewardState::kTwo) out.push_back({Kind::kTwo, ours});
  }
  const auto about = [&](Kind kind, const auto& holds) {
    for (const Stewardship& one : all) {
      if (one.ours && isLeaving(one, today) && holds(one)) out.push_back({kind, true, &one});
    }
  };
  about(Kind::kLeaves, [&](const Stewardship& one) {
    const Day after = *one.to + std::chrono::days{1};
    return today <= *one.to && stewardsOn(all, true, after).empty();
  });
  about(Kind::kUntold, [](const Stewardship& one) { return !one.partnerTold; });
  about(Kind::kNoNote, [](const Stewardship& one) { return !one.hasNote; });
  about(Kind::kStepsOpen, [](const Stewardship& one) { return one.stepsOpen > 0; });
  if (endedIn(all, yearBefore(today)) >= kOften) out.push_back({Kind::kOften});
  return out;
}

}  // namespace rapport
