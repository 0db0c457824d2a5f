#pragma once

#include <vector>

#include "shared/merge/change.h"
#include "shared/model/record_type.h"
#include "shared/sync/server_store.h"

namespace rapport {

// What one change by one author left in a copy that came back after a restore (JoinRow): as much of
// the change as still stood there. Its time is the effective one.
struct JoinedChange {
  Change change;
  const JoinRow* by = nullptr;  // borrowed
};

// What came back of a record with copies, and is in no log, or came there only later.
Result<std::vector<JoinedChange>> joinedChanges(ServerReader& reader, const RecordType& type,
                                                const std::vector<JoinRow>& joins);

}  // namespace rapport
