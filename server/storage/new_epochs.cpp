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

Result<NewEpoch> beginNewEpoch(Connection& connection, const std::string& name, const Clock& clock,
                               Random& random) {
  const Result<std::int64_t> key = programmeKey(connection, name);
  if (!key) return key.error();
  Result<ProgrammeRow> row = readProgramme(connection, *key);
  if (!row) return row.error();
  const RestoreRow restore{EpochId{random.next64()},
                           {row->epoch, row->lastNumber},
                           row->serverReplica,
                           row->serverCounter,
                           clock.wallNow()};
  if (Status added = addRestoreRow(connection, *key, restore); !added) return added.error();
  const Result<std::vector<RestoreRow>> restores = restoreRows(connection, *key);
  if (!restores) return restores.error();
  row->epoch = restore.epoch;
  row->tag = random.next64();
  row->serverReplica = ReplicaId{makeUuidV7(clock, random)};
  row->serverCounter = 0;
  const Status done[] = {updateProgramme(connection, *key, *row),
                         carryRecords(connection, *key, lineageOf(*restores)),
                         forgetCursors(connection, *key)};
  for (const Status& each : done) {
    if (!each) return each.error();
  }
  return NewEpoch{name, restore.epoch, restore.kept};
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

}  // namespace

Result<std::vector<NewEpoch>> beginNewEpochs(ServerDatabase& database, const Clock& clock,
                                             Random& random) {
  std::vector<NewEpoch> begun;
  const Status written = database.write([&](Connection& connection) -> Status {
    const Result<std::vector<std::string>> names = programmeNames(connection);
    if (!names) return names.error();
    for (const std::string& name : *names) {
      Result<NewEpoch> epoch = beginNewEpoch(connection, name, clock, random);
      if (!epoch) return epoch.error();
      begun.push_back(*std::move(epoch));
    }
    return endSignIns(connection);
  });
  if (!written) return written.error();
  return begun;
}

}  // namespace rapport
