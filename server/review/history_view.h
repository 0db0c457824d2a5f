#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "server/review/records_view.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"

namespace rapport {

// Every change to one record that the role may see, newest first: {"items": [{at, user, device,
// dot, number, verdict, reason, operations: [{field, op, value}]}], "next"}. An operation on a
// field that the role may not read is left out; "op" is write, add, remove, count, delete or keep.
// What tablets gave back after a restore says so in its reason, and with whose copy it came.
Result<nlohmann::json> historyView(const Viewer& viewer, RecordId id, const std::string& after);

}  // namespace rapport
