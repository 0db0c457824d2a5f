#pragma once

#include <cstdint>
#include <vector>

#include "shared/sync/server_store.h"

namespace rapport {

class Connection;

// What copies brought back after a restore.

Status insertJoin(Connection& connection, std::int64_t programme, const JoinRow& row);
// Of a record, ascending by number.
Result<std::vector<JoinRow>> readJoins(Connection& connection, std::int64_t programme,
                                       RecordId record);

}  // namespace rapport
