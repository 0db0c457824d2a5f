#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/review/exchange.h"
#include "server/review/headcount.h"
#include "server/review/loop_closure.h"
#include "server/review/presence.h"
#include "server/review/promise_keeping.h"
#include "server/review/records_view.h"

namespace rapport {

// What the formulas want to know of a programme's records, as far as the viewer may read them.
// Days are those that stood on the wall where somebody wrote; what has no day is left out.
// Records in conflict speak with their provisional winner.

struct Sheet;

// As a promise names our own side; else it names one by its words.
inline constexpr std::string_view kOurSide = "us";
// Of one commitment; nothing where nobody said by when.
std::optional<PromiseFact> promiseFact(const Sheet& commitment);

struct PromiseFacts {
  std::vector<PromiseFact> ours, theirs;
};
Result<PromiseFacts> promiseFacts(const Viewer& viewer);

// What to do with feedback of which nobody said when it came.
enum class Undated : std::uint8_t {
  kLeftOut,
  kByTheirRecord,  // as if it came on the day that its record was made
};
Result<std::vector<FeedbackFact>> feedbackFacts(const Viewer& viewer,
                                                Undated undated = Undated::kLeftOut);

struct NamedPresence {
  std::string id, name;
  PartnerPresence presence;
};
// Of partners that are active and have a cadence.
Result<std::vector<NamedPresence>> presenceFacts(const Viewer& viewer);

struct DatedCount {
  std::chrono::sys_days on;  // the event's day
  std::size_t people = 0;
  std::string event{};
};
// Of every event at which somebody was counted.
Result<std::vector<DatedCount>> headcounts(const Viewer& viewer);

// In which areas things are, by ids. A partner is in those that its record names; an event in its
// own, else in its partner's if that is only one.
struct Whereabouts {
  using Areas = std::set<std::string>;
  std::map<std::string, std::string> names{};  // of areas
  std::map<std::string, Areas> partners{}, events{};

  const Areas& ofPartner(const std::string& id) const;
  const Areas& ofEvent(const std::string& id) const;
  // Where it was heard, else those of the partner that it is about.
  const Areas& ofFeedback(const FeedbackFact& item) const;
};
Result<Whereabouts> whereabouts(const Viewer& viewer);

struct DatedContribution {
  std::chrono::sys_days on;
  ContributionFact fact;
};
Result<std::vector<DatedContribution>> contributionFacts(const Viewer& viewer);

}  // namespace rapport
