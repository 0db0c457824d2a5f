#pragma once

#include "shared/base/clock.h"
#include "shared/model/catalogue.h"
#include "shared/protocol/frames.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/server_store.h"

namespace rapport {

// A tablet found that its database is an old image or a copy, and goes on under a new id: the new
// replica has the old one's person, role and key, begins at the counter where it forked, and
// remembers the old id up to there. The same fork again changes nothing. Inside the writer's
// transaction. kInvalid: the new id is somebody else's, or the fork lies beyond what the server
// holds.
// The replica's row alone, without its place in the directory.
Result<ReplicaRow> forkReplica(ServerWriter& programme, const Clock& clock, ReplicaId old,
                               const Fork& fork);
Status registerFork(ServerWriter& programme, const Arbiter& arbiter, const Catalogue& catalogue,
                    const Clock& clock, ReplicaId old, const Fork& fork);

}  // namespace rapport
