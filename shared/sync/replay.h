#pragma once

#include <functional>
#include <map>
#include <set>
#include <variant>
#include <vector>

#include "shared/merge/apply.h"
#include "shared/merge/carry_over.h"
#include "shared/merge/change.h"
#include "shared/merge/state.h"
#include "shared/sync/server_store.h"

namespace rapport {

// A record's past, gone through again: for audits, for histories, and for undo.

// What made a record what it is, one number after the other: a change, or a copy that was joined.
struct PastStep {
  Number number;
  std::variant<LogEntry, RecordState> what;
};

// The applied ones of a record's log (in any order) and the joined copies, ascending by number. A
// change that stands again under a new name counts once, under the name that it was judged under.
std::vector<PastStep> stepsOf(std::vector<LogEntry> entries, std::vector<PastStep> joins);

// What a programme's changes were applied with.
struct ProgrammePast {
  std::vector<EpochBegun> lineage{};
  std::set<ReplicaId> offices{};             // every id under which the console wrote
  std::map<ReplicaId, Formerly> formerly{};  // of every device that may have written
};
// `formerly` of those devices alone that took part in these steps.
Result<ProgrammePast> programmePast(ServerReader& programme, const std::vector<PastStep>& steps);

// Of each change, before it is applied.
using StepVisit =
    std::function<void(const RecordState& before, const Change& change, const Applied& applied)>;

// The record that its past makes. Stops at a change that cannot be read any more.
RecordState replay(const ProgrammePast& programme, const std::vector<PastStep>& steps,
                   const StepVisit& visit = nullptr);

}  // namespace rapport
