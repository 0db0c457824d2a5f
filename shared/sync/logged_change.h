#pragma once

#include "shared/base/result.h"
#include "shared/sync/server_store.h"

namespace rapport {

// A change that was sealed before its replica drew a new id bears the old one in its bytes, which
// nobody but the office reads: it goes by the dot that it is sent under, and names the first that
// it had as its former one. Nothing where the dots are the same. kInvalid: they are of different
// counters.
Status goUnder(Change& change, const Dot& dot, const Digest& hash);

// What the log keeps of a change, under the dot that it was judged under. kInvalid where that is
// none, as for erased ones.
Result<Change> loggedChange(const LogEntry& entry);

}  // namespace rapport
