#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "server/review/records_view.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"

namespace rapport {

struct HistoryQuestion {
  std::string after;  // the cursor of the page before; empty: the first page
  std::string field;  // by name, or a cell's address; empty: every field
};

// Every change to one record, or to one field of it, that the viewer may know of, newest first:
// {"items": [{at, received_at, claimed_at, user, device, dot, number, verdict, reason,
// operations}], "next"} (openapi.json, HistoryEntry). What on a field the role may not read is left
// out; so is what was refused or quarantined, unless it is the viewer's own or they see to it. What
// tablets gave back after a restore says so in its reason, and with whose copy it came. A field
// that nobody has or may read has no history.
Result<nlohmann::json> historyView(const Viewer& viewer, RecordId id,
                                   const HistoryQuestion& question);

}  // namespace rapport
