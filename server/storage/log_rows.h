#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shared/base/result.h"
#include "shared/sync/server_store.h"

namespace rapport {

class Connection;

// The log of judged changes. `programme` is its key in this database.

Status insertLogEntry(Connection& connection, std::int64_t programme, const LogEntry& entry);
// The same bytes again are kept once.
Status insertRival(Connection& connection, std::int64_t programme, const LogEntry& entry);
Result<std::optional<LogEntry>> readLogEntry(Connection& connection, std::int64_t programme,
                                             const Dot& dot);
// Rivals are among them. Entries received in the same millisecond as the last one come along, so
// that nothing falls between two pages.
Result<std::vector<LogEntry>> readHistory(Connection& connection, std::int64_t programme,
                                          RecordId record,
                                          std::optional<std::int64_t> receivedBeforeMillis,
                                          std::size_t limit);
// What was set aside and nobody has seen to yet, newest first.
Result<std::vector<LogEntry>> readAside(Connection& connection, std::int64_t programme,
                                        std::optional<std::int64_t> before, std::size_t limit);
struct Settled {
  PersonId by;
  WallTime at;
};
// kNotFound: nothing is set aside there, or somebody has seen to it.
Status settleAsideRow(Connection& connection, std::int64_t programme, std::int64_t place,
                      const Settled& settled);
Result<std::size_t> countUnapplied(Connection& connection, std::int64_t programme);

}  // namespace rapport
