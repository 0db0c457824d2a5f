#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/sync/server_store.h"

namespace rapport {

struct DevicesQuestion {
  std::string after;  // the cursor of the page before; empty: the first page
  std::size_t limit = 50;
  WallTime now;
};

// {"items": [{id, name, person, role, enrolled_at, last_seen, last_upload, revoked, contact}],
// "counts": {active, heard, quiet, revoked}, "next", "total"}, by person, then name. A contact is
// "fresh", "quiet" (silent for two days), "never" or "revoked"; "heard" counts who spoke within 24
// hours. kInvalid: no cursor of ours, or its device is gone.
Result<nlohmann::json> devicesView(ServerReader& reader, const DevicesQuestion& question);

}  // namespace rapport
