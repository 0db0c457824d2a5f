#include "server/storage/restore_rows.h"

#include "server/storage/columns.h"
#include "shared/sqlite/connection.h"

namespace rapport {
namespace {

constexpr char kSelect[] =
    "SELECT epoch, kept_epoch, kept_n, server_replica, server_counter, restored_at FROM restore"
    " WHERE programme = ?1 ORDER BY place";
constexpr char kInsert[] =
    "INSERT INTO restore (epoch, kept_epoch, kept_n, server_replica, server_counter, restored_at,"
    " programme, place) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,"
    " (SELECT count(*) + 1 FROM restore WHERE programme = ?7))";

}  // namespace

Result<std::vector<RestoreRow>> restoreRows(Connection& connection, std::int64_t programme) {
  Result<LentStatement> select = connection.lend(kSelect);
  if (!select) return select.error();
  RowBinder(**select).integer(programme);
  std::vector<RestoreRow> rows;
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return rows;
    RowReader row(**select);
    RestoreRow found;
    found.epoch.value = row.bits(0);
    found.kept.epoch.value = row.bits(1);
    found.kept.n = row.bits(2);
    found.serverReplica = row.id<ReplicaId>(3);
    found.serverCounter = row.bits(4);
    found.restoredAt = WallTime{std::chrono::milliseconds{row.integer(5)}};
    if (Status whole = row.whole("a restore"); !whole) return whole.error();
    rows.push_back(found);
  }
}

Status addRestoreRow(Connection& connection, std::int64_t programme, const RestoreRow& row) {
  Result<LentStatement> insert = connection.lend(kInsert);
  if (!insert) return insert.error();
  RowBinder(**insert)
      .bits(row.epoch.value)
      .bits(row.kept.epoch.value)
      .bits(row.kept.n)
      .id(row.serverReplica)
      .bits(row.serverCounter)
      .integer(row.restoredAt.time_since_epoch().count())
      .integer(programme);
  return (*insert)->run();
}

Status putCommitTag(Connection& connection, std::int64_t programme, std::uint64_t n,
                    std::uint64_t tag) {
  Result<LentStatement> put = connection.lend(
      "INSERT INTO commit_tag (programme, n, tag) VALUES (?1, ?2, ?3)"
      " ON CONFLICT (programme, n) DO UPDATE SET tag = excluded.tag");
  if (!put) return put.error();
  RowBinder(**put).integer(programme).bits(n).bits(tag);
  return (*put)->run();
}

Result<std::optional<std::uint64_t>> readCommitTag(Connection& connection, std::int64_t programme,
                                                   std::uint64_t n) {
  Result<LentStatement> select =
      connection.lend("SELECT tag FROM commit_tag WHERE programme = ?1 AND n = ?2");
  if (!select) return select.error();
  RowBinder(**select).integer(programme).bits(n);
  const Result<Step> stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return std::optional<std::uint64_t>();
  RowReader row(**select);
  const std::uint64_t tag = row.bits(0);
  if (Status whole = row.whole("a commit's tag"); !whole) return whole.error();
  return std::optional<std::uint64_t>(tag);
}

}  // namespace rapport
