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

// Of the commits of the present epoch, by the number that they reached.
Status putCommitTag(Connection& connection, std::int64_t programme, std::uint64_t n,
                    std::uint64_t tag);
Result<std::optional<std::uint64_t>> readCommitTag(Connection& connection, std::int64_t programme,
                                                   std::uint64_t n);

}  // namespace rapport
