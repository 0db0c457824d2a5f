#include "server/storage/erasure_rows.h"

#include <algorithm>
#include <limits>

#include "server/storage/account_statements.h"

namespace rapport {
namespace {

constexpr char kWhat[] = "an erasure";
constexpr char kInsert[] =
    "INSERT INTO erased (programme, record, type, epoch, number, erased_by, erased_at)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
constexpr char kSelect[] =
    "SELECT record, type, epoch, number, erased_by, erased_at FROM erased"
    " WHERE programme = ?1 AND record = ?2";
constexpr char kSelectAfter[] =
    "SELECT record, type, epoch, number, erased_by, erased_at FROM erased INDEXED BY"
    " erased_by_number WHERE programme = ?1 AND number > ?2 ORDER BY number LIMIT ?3";

ErasureRow erasureOf(RowReader& row) {
  ErasureRow erasure;
  erasure.record = row.id<RecordId>(0);
  erasure.type = row.small(1);
  erasure.number = {EpochId{row.bits(2)}, row.bits(3)};
  erasure.by = row.id<PersonId>(4);
  erasure.at = timeAt(row, 5);
  return erasure;
}

}  // namespace

Status insertErasure(Connection& connection, std::int64_t programme, const ErasureRow& row) {
  return changeRows(connection, kInsert, [&](RowBinder& into) {
    into.integer(programme).id(row.record).integer(row.type).bits(row.number.epoch.value);
    into.bits(row.number.n).id(row.by).integer(millisOf(row.at));
  });
}

Result<std::optional<ErasureRow>> readErasure(Connection& connection, std::int64_t programme,
                                              RecordId record) {
  return selectRow(
      connection, kSelect, [&](RowBinder& row) { row.integer(programme).id(record); }, erasureOf,
      kWhat);
}

Result<std::vector<ErasureRow>> readErasuresAfter(Connection& connection, std::int64_t programme,
                                                  std::uint64_t n, std::size_t limit) {
  constexpr std::size_t kMost = std::numeric_limits<std::int64_t>::max();
  return selectRows(
      connection, kSelectAfter,
      [&](RowBinder& row) { row.integer(programme).bits(n).bits(std::min(limit, kMost)); },
      erasureOf, kWhat);
}

Status clearPast(Connection& connection, std::int64_t programme, RecordId record) {
  for (const char* sql : {"UPDATE log INDEXED BY log_by_record SET change = x'', reason = ''"
                          " WHERE programme = ?1 AND record = ?2",
                          "UPDATE joined INDEXED BY joined_by_record SET copy = x''"
                          " WHERE programme = ?1 AND record = ?2",
                          "DELETE FROM blob_pin WHERE programme = ?1 AND attachment = ?2",
                          "DELETE FROM blob_pin WHERE programme = ?1 AND about = ?2"}) {
    const Status done =
        changeRows(connection, sql, [&](RowBinder& row) { row.integer(programme).id(record); });
    if (!done) return done;
  }
  return {};
}

}  // namespace rapport
