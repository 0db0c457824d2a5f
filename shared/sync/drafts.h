#pragma once

#include <vector>

#include "shared/base/clock.h"
#include "shared/protocol/begun_frames.h"
#include "shared/sync/server_store.h"

namespace rapport {

// What the office keeps of somebody's drafts, for nobody but them (DESIGN.md "Begun, and not
// saved").

// Keeps what a device brings, and forgets what is over; answers which. A device may have
// limits::kDraftsPerDevice: what is more it does not take. An older version of a draft than the one
// that is there is taken for it.
Result<BegunKept> keepDrafts(ServerWriter& programme, ReplicaId device, const BegunDrafts& begun,
                             WallTime now);

// What the person whose device this is has begun on their other ones: the latest
// limits::kDraftsElsewhere, in messages that are not too large.
Result<std::vector<BegunElsewhere>> draftsElsewhere(ServerReader& programme, ReplicaId device);

}  // namespace rapport
