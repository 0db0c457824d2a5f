#include "server/storage/new_epochs.h"

#include <utility>

#include "server/storage/columns.h"
#include "server/storage/programme_rows.h"
#include "server/storage/restore_rows.h"
#include "server/storage/server_database.h"
#include "shared/merge/carry_over.h"
#include "shared/merge/state_codec.h"

namespace rapport {
namespace {

constexpr std::int64_t kRecordsAtOnce = 500;
constexpr char kSelectRecords[] =
    "SELECT key, state FROM record WHERE programme = ?1 AND key > ?2 ORDER BY key LIMIT ?3";
constexpr char kUpdateRecord[] = "UPDATE record SET state = ?1 WHERE key = ?2";

struct KeptRecord {
  std::int64_t key = 0;
  RecordState state;
};

Result<std::vector<KeptRecord>> recordsAfter(Connection& connection, std::int64_t programme,
                                             std::int64_t key) {
  Result<LentStatement> select = connection.lend(kSelectRecords);
  if (!select) return select.error();
  RowBinder(**select).integer(programme).integer(key).integer(kRecordsAtOnce);
  std::vector<KeptRecord> records;
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return records;
    RowReader row(**select);
    ByteReader in((*select)->blob(1));
    records.push_back({row.integer(0), decodeState(in)});
    if (!in.finished()) row.damaged();
    if (Status whole = row.whole("a record"); !whole) return whole.error();
  }
}

Status carryRecords(Connection& connection, std::int64_t programme,
                    const std::vector<EpochBegun>& lineage) {
  std::int64_t last = 0;
  while (true) {
    auto records = recordsAfter(connection, programme, last);
    if (!records) return records.error();
    if (records->empty()) return {};
    last = records->back().key;
    Result<LentStatement> update = connection.lend(kUpdateRecord);
    if (!update) return update.error();
    for (KeptRecord& each : *records) {
      carryOver(each.state, lineage);
      ByteWriter out;
      encodeState(out, each.state);
      RowBinder(**update).blob(out.bytes()).integer(each.key);
      if (Status written = (*update)->run(); !written) return written;
    }
  }
}

Status forgetCursors(Connection& connection, std::int64_t programme) {
  Result<LentStatement> update = connection.lend(
      "UPDATE replica SET cursor_epoch = NULL, cursor_n = NULL WHERE programme = ?1");
  if (!update) return update.error();
  RowBinder(**update).integer(programme);
  return (*update)->run();
}

Status forgetTags(Connection& connection, std::int64_t programme) {
  Result<LentStatement> forget = connection.lend("DELETE FROM commit_tag WHERE programme = ?1");
  if (!forget) return forget.error();
  RowBinder(**forget).integer(programme);
  return (*forget)->run();
}

// Whoever was signed in or invited then need not be now.
Status endSignIns(Connection& connection) {
  for (const char* sql :
       {"DELETE FROM browser_session", "DELETE FROM enrolment WHERE state != 2"}) {
    Result<LentStatement> forget = connection.lend(sql);
    if (!forget) return forget.error();
    if (Status done = (*forget)->run(); !done) return done;
  }
  return {};
}

Result<NewEpoch> beginWith(Connection& connection, const std::string& name, const Clock& clock,
                           Random& random) {
  const Result<std::int64_t> key = programmeKey(connection, name);
  if (!key) return key.error();
  const Result<ProgrammeRow> row = readProgramme(connection, *key);
  if (!row) return row.error();
  return beginNewEpoch(connection, *key, row->lastNumber, clock, random);
}

}  // namespace

Result<NewEpoch> beginNewEpoch(Connection& connection, std::int64_t programme,
                               std::uint64_t keptThrough, const Clock& clock, Random& random) {
  Result<ProgrammeRow> row = readProgramme(connection, programme);
  if (!row) return row.error();
  const RestoreRow restore{EpochId{random.next64()},
                           {row->epoch, keptThrough},
                           row->serverReplica,
                           row->serverCounter,
                           clock.wallNow()};
  if (Status added = addRestoreRow(connection, programme, restore); !added) return added.error();
  const Result<std::vector<RestoreRow>> restores = restoreRows(connection, programme);
  if (!restores) return restores.error();
  row->epoch = restore.epoch;
  row->tag = 0;  // no commit of this epoch yet
  row->serverReplica = ReplicaId{makeUuidV7(clock, random)};
  row->serverCounter = 0;
  const Status done[] = {updateProgramme(connection, programme, *row),
                         carryRecords(connection, programme, lineageOf(*restores)),
                         forgetCursors(connection, programme), forgetTags(connection, programme)};
  for (const Status& each : done) {
    if (!each) return each.error();
  }
  return NewEpoch{row->name, restore.epoch, restore.kept};
}

Result<std::vector<NewEpoch>> beginNewEpochs(ServerDatabase& database, const Clock& clock,
                                             Random& random) {
  std::vector<NewEpoch> begun;
  const Status written = database.write([&](Connection& connection) -> Status {
    const Result<std::vector<std::string>> names = programmeNames(connection);
    if (!names) return names.error();
    for (const std::string& name : *names) {
      Result<NewEpoch> epoch = beginWith(connection, name, clock, random);
      if (!epoch) return epoch.error();
      begun.push_back(*std::move(epoch));
    }
    return endSignIns(connection);
  });
  if (!written) return written.error();
  return begun;
}

}  // namespace rapport
