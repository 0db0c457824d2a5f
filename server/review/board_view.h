#pragma once

#include <chrono>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "server/review/records_view.h"
#include "shared/base/result.h"
#include "shared/model/programme_settings.h"

namespace rapport {

struct BoardQuestion {
  std::string area, partner;  // ids; empty: every one
  std::size_t cards = 10;     // of each column, at most limits::kPageItems
};

// The board "You said, we did": every item of feedback that is still open, and what was told back
// in the last 90 days. {"said", "days", "columns": [{stage, total, late, items: [card…]}],
// "sealed"}. `said` came in within those days. Open columns begin with what is due first, the last
// one with what was told last. A card is {id, number, status, text, summary, language, received_at,
// areas, partner, assignee, due, late_by, late_in, conflict, answer}, of what the role may read;
// its answer {id, number, you_said, we_did, outcome, published, told_at, told_via, people,
// conflict}, where people are a number or "<11" (suppression.h). What is sensitive is on no card:
// officers are told in `sealed` how much of it is open and late, others null. kRefused: this role
// does not read feedback and answers; kNotFound: no such area or partner.
Result<nlohmann::json> boardView(const Viewer& viewer, const ProgrammeSettings& settings,
                                 std::chrono::sys_days today, const BoardQuestion& question);

}  // namespace rapport
