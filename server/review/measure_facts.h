#pragma once

#include <chrono>
#include <map>
#include <string>
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

struct PromiseFacts {
  std::vector<PromiseFact> ours, theirs;
};
Result<PromiseFacts> promiseFacts(const Viewer& viewer);

Result<std::vector<FeedbackFact>> feedbackFacts(const Viewer& viewer);

struct NamedPresence {
  std::string id, name;
  PartnerPresence presence;
};
// Of partners that are active and have a cadence.
Result<std::vector<NamedPresence>> presenceFacts(const Viewer& viewer);

struct DatedCount {
  std::chrono::sys_days on;  // the event's day
  std::size_t people = 0;
};
// Of every event at which somebody was counted.
Result<std::vector<DatedCount>> headcounts(const Viewer& viewer);

struct DatedContribution {
  std::chrono::sys_days on;
  ContributionFact fact;
};
Result<std::vector<DatedContribution>> contributionFacts(const Viewer& viewer);

}  // namespace rapport
