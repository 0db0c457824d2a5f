#pragma once

#include <cstdint>
#include <vector>

#include "shared/base/result.h"
#include "shared/sync/server_store.h"

namespace rapport {

class Connection;

// A programme's restores, in their order.
Result<std::vector<RestoreRow>> restoreRows(Connection& connection, std::int64_t programme);
// After those there are.
Status addRestoreRow(Connection& connection, std::int64_t programme, const RestoreRow& row);

}  // namespace rapport
