#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shared/base/result.h"
#include "shared/sync/server_store.h"

namespace rapport {

class Connection;

// Records that were erased. `programme` is its key in this database.

// kConflict when it was erased before.
Status insertErasure(Connection& connection, std::int64_t programme, const ErasureRow& row);
Result<std::optional<ErasureRow>> readErasure(Connection& connection, std::int64_t programme,
                                              RecordId record);
// Ascending by number.
Result<std::vector<ErasureRow>> readErasuresAfter(Connection& connection, std::int64_t programme,
                                                  std::uint64_t n, std::size_t limit);
// What changes and copies said of the record, and the pins of its blobs; their rows' numbers,
// hashes and proofs stay.
Status clearPast(Connection& connection, std::int64_t programme, RecordId record);

}  // namespace rapport
