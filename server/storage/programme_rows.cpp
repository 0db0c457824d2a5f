#include "server/storage/programme_rows.h"

#include "server/storage/columns.h"
#include "shared/sqlite/connection.h"

namespace rapport {
namespace {

constexpr char kInsert[] =
    "INSERT INTO programme (name, epoch, last_number, tag, server_replica, server_counter)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
constexpr char kUpdate[] =
    "UPDATE programme SET epoch = ?2, last_number = ?3, tag = ?4, server_replica = ?5,"
    " server_counter = ?6 WHERE name = ?1 AND key = ?7";
constexpr char kSelect[] =
    "SELECT name, epoch, last_number, tag, server_replica, server_counter FROM programme"
    " WHERE key = ?1";

Error noProgramme(std::string_view name) {
  return {ErrorCode::kNotFound, "There is no programme called " + std::string(name) + "."};
}

RowBinder bindProgramme(Statement& statement, const ProgrammeRow& programme) {
  RowBinder row(statement);
  row.text(programme.name).bits(programme.epoch.value).bits(programme.lastNumber);
  row.bits(programme.tag).id(programme.serverReplica).bits(programme.serverCounter);
  return row;
}

}  // namespace

Status insertProgramme(Connection& connection, const ProgrammeRow& row) {
  Result<LentStatement> insert = connection.lend(kInsert);
  if (!insert) return insert.error();
  bindProgramme(**insert, row);
  Status inserted = (*insert)->run();
  if (inserted || inserted.error().code != ErrorCode::kConflict) return inserted;
  return Error{ErrorCode::kConflict,
               "There is a programme called " + row.name + " already. Nothing was changed."};
}

Status updateProgramme(Connection& connection, std::int64_t programme, const ProgrammeRow& row) {
  Result<LentStatement> update = connection.lend(kUpdate);
  if (!update) return update.error();
  bindProgramme(**update, row).integer(programme);
  if (Status updated = (*update)->run(); !updated) return updated;
  if (connection.changedRows() == 0) return noProgramme(row.name);
  return {};
}

Result<std::int64_t> programmeKey(Connection& connection, std::string_view name) {
  Result<LentStatement> select = connection.lend("SELECT key FROM programme WHERE name = ?1");
  if (!select) return select.error();
  RowBinder(**select).text(name);
  const Result<Step> stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return noProgramme(name);
  return (*select)->integer(0);
}

Result<ProgrammeRow> readProgramme(Connection& connection, std::int64_t programme) {
  Result<LentStatement> select = connection.lend(kSelect);
  if (!select) return select.error();
  RowBinder(**select).integer(programme);
  const Result<Step> stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return noProgramme("that");
  RowReader row(**select);
  ProgrammeRow found;
  found.name = row.text(0);
  found.epoch.value = row.bits(1);
  found.lastNumber = row.bits(2);
  found.tag = row.bits(3);
  found.serverReplica = row.id<ReplicaId>(4);
  found.serverCounter = row.bits(5);
  if (Status whole = row.whole("a programme"); !whole) return whole.error();
  return found;
}

Result<std::vector<std::string>> programmeNames(Connection& connection) {
  Result<LentStatement> select = connection.lend("SELECT name FROM programme ORDER BY name");
  if (!select) return select.error();
  std::vector<std::string> names;
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return names;
    names.emplace_back((*select)->text(0));
  }
}

}  // namespace rapport
