#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "shared/base/result.h"
#include "shared/sync/server_store.h"

namespace rapport {

class Connection;
class CountChanges;

// Records, their place in lists, and the counts of them. `programme` is its key in this database.

// What the caller knows of a record that it puts.
enum class Before { kMaybeThere, kNotThere };

// Writes the record and its place in the lists, inside the caller's transaction; what the counts
// must learn goes to `counts`.
Status putRecordRow(Connection& connection, std::int64_t programme, const RecordRow& row,
                    Before before, CountChanges& counts);

// The same of one that goes; nothing happens where it is not there.
// As ServerWriter says.
Status noteRecordRead(Connection& connection, std::int64_t programme, RecordId id,
                      std::uint64_t throughN, CountChanges& counts);
Status removeRecordRow(Connection& connection, std::int64_t programme, RecordId id,
                       CountChanges& counts);

Result<std::optional<RecordState>> readState(Connection& connection, std::int64_t programme,
                                             RecordId id);
Result<std::optional<RecordRow>> readRecord(Connection& connection, std::int64_t programme,
                                            RecordId id);
// By the record's own key, as a list gave it.
Result<std::optional<RecordRow>> readRecordAt(Connection& connection, std::int64_t record);
Status eachStateAfter(Connection& connection, std::int64_t programme, std::uint64_t n,
                      const std::function<bool(const StoredState&)>& visit);
Status eachStateById(Connection& connection, std::int64_t programme,
                     const std::function<Status(const RecordState&)>& visit);
Result<std::size_t> countStatesAfter(Connection& connection, std::int64_t programme,
                                     std::uint64_t n);

}  // namespace rapport
