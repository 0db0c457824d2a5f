#include "server/storage/join_rows.h"

#include <utility>

#include "server/storage/columns.h"
#include "shared/sqlite/connection.h"

namespace rapport {
namespace {

constexpr char kInsert[] =
    "INSERT INTO joined (programme, epoch, number, record, before_epoch, before_n, replica,"
    " received_at, copy) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
constexpr char kSelect[] =
    "SELECT epoch, number, record, before_epoch, before_n, replica, received_at, copy FROM joined"
    " INDEXED BY joined_by_record WHERE programme = ?1 AND record = ?2 ORDER BY number";

}  // namespace

Status insertJoin(Connection& connection, std::int64_t programme, const JoinRow& join) {
  Result<LentStatement> insert = connection.lend(kInsert);
  if (!insert) return insert.error();
  RowBinder row(**insert);
  row.integer(programme).bits(join.number.epoch.value).bits(join.number.n).id(join.record);
  bindNumber(row, join.before);
  row.id(join.replica).integer(millisOf(join.receivedAt)).blob(join.copy);
  return (*insert)->run();
}

Result<std::vector<JoinRow>> readJoins(Connection& connection, std::int64_t programme,
                                       RecordId record) {
  Result<LentStatement> select = connection.lend(kSelect);
  if (!select) return select.error();
  RowBinder(**select).integer(programme).id(record);
  std::vector<JoinRow> joins;
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return joins;
    RowReader row(**select);
    JoinRow join;
    join.number = {EpochId{row.bits(0)}, row.bits(1)};
    join.record = row.id<RecordId>(2);
    join.before = numberAt(row, 3);
    join.replica = row.id<ReplicaId>(5);
    join.receivedAt = timeAt(row, 6);
    join.copy = row.blob(7);
    if (Status whole = row.whole("what a copy brought back"); !whole) return whole.error();
    joins.push_back(std::move(join));
  }
}

}  // namespace rapport
