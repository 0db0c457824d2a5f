#include "mobile/storage/sqlite_local_drafts.h"

#include "mobile/storage/run_bound.h"
#include "shared/base/limits.h"
#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"
#include "shared/sqlite/row_reader.h"

namespace rapport {
namespace {

constexpr char kKeep[] =
    "INSERT INTO begun (programme, key, bytes, version) VALUES (?1, ?2, ?3, ?4)"
    " ON CONFLICT (programme, key) DO UPDATE SET bytes = excluded.bytes,"
    " version = max(excluded.version, version + 1)";
constexpr char kFind[] =
    "SELECT bytes FROM begun WHERE programme = ?1 AND key = ?2 AND bytes != x''";
constexpr char kFindElsewhere[] =
    "SELECT bytes FROM begun_elsewhere WHERE programme = ?1 AND key = ?2 AND bytes != x''"
    " ORDER BY kept_at DESC LIMIT 1";
constexpr char kEndOwn[] =
    "UPDATE begun SET bytes = x'', version = version + 1"
    " WHERE programme = ?1 AND key = ?2 AND bytes != x''";
constexpr char kOfferAgain[] = "UPDATE begun SET at_office = 0 WHERE programme = ?1";
constexpr char kEndElsewhere[] =
    "UPDATE begun_elsewhere SET bytes = x'' WHERE programme = ?1 AND key = ?2";
// A clock that was set back makes nothing wait.
constexpr char kWaiting[] =
    "SELECT key, bytes, version, NULL FROM begun WHERE programme = ?1 AND version > at_office"
    " AND (bytes = x'' OR version <= ?2 - ?3 OR version > ?2) ORDER BY key";
constexpr char kWaitingElsewhere[] =
    "SELECT key, bytes, 0, device FROM begun_elsewhere"
    " WHERE programme = ?1 AND bytes = x'' ORDER BY key, device";
constexpr char kNoteOver[] =
    "DELETE FROM begun WHERE programme = ?1 AND key = ?2 AND version = ?3 AND bytes = x''";
// The rest of it: what was begun under the same key since is not there yet.
constexpr char kNote[] =
    "UPDATE begun SET at_office = max(at_office, ?3) WHERE programme = ?1 AND key = ?2";
constexpr char kNoteElsewhere[] =
    "DELETE FROM begun_elsewhere WHERE programme = ?1 AND key = ?2 AND device = ?3"
    " AND bytes = x''";
constexpr char kClearElsewhere[] =
    "DELETE FROM begun_elsewhere WHERE programme = ?1 AND bytes != x''";
constexpr char kPutElsewhere[] =
    "INSERT INTO begun_elsewhere (programme, key, device, kept_at, bytes)"
    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING";

}  // namespace

Status SqliteLocalDrafts::keep(std::string_view key, ByteView bytes, WallTime now) {
  const bool large = key.size() > limits::kNameBytes || bytes.size() > limits::kTextBytes;
  if (large) {
    return Error{ErrorCode::kTooLarge, "This is more than a draft may hold. Save it, then go on."};
  }
  if (bytes.empty()) return giveUp(key);
  return connection_.write([&] {
    return runBound(connection_, kKeep, [&](RowBinder& row) {
      row.integer(programme_).text(key).blob(bytes).integer(now.time_since_epoch().count());
    });
  });
}

Result<std::optional<Bytes>> SqliteLocalDrafts::find(std::string_view key) {
  for (const char* sql : {kFind, kFindElsewhere}) {
    auto select = connection_.lend(sql);
    if (!select) return select.error();
    RowBinder(**select).integer(programme_).text(key);
    const auto stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped != Step::kDone) return std::optional<Bytes>{Bytes((*select)->blob(0))};
  }
  return std::optional<Bytes>{};
}

Status SqliteLocalDrafts::giveUp(std::string_view key) {
  bool gone = false;
  const auto end = [&]() -> Status {
    for (const char* sql : {kEndOwn, kEndElsewhere}) {
      const Status ended =
          runBound(connection_, sql, [&](RowBinder& row) { row.integer(programme_).text(key); });
      if (!ended) return ended;
      gone = gone || connection_.changedRows() > 0;
    }
    return {};
  };
  if (connection_.inTransaction()) return end();
  const Status ended = connection_.write(end);
  if (ended && gone) forgetLog();
  return ended;
}

Status SqliteLocalDrafts::gather(std::string_view sql, WallTime now,
                                 std::vector<BegunDraft>& waiting) {
  auto select = connection_.lend(sql);
  if (!select) return select.error();
  RowBinder row(**select);
  row.integer(programme_);
  if (sql == kWaiting) {
    row.integer(now.time_since_epoch().count()).integer(limits::kDraftRests.count());
  }
  while (true) {
    const auto stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return {};
    RowReader read(**select);
    BegunDraft draft;
    draft.key = read.text(0);
    draft.bytes = read.blob(1);
    draft.version = read.bits(2);
    if (!read.isNull(3)) draft.device = read.id<ReplicaId>(3);
    if (Status whole = read.whole("a draft"); !whole) return whole;
    waiting.push_back(std::move(draft));
  }
}

Result<std::vector<BegunDraft>> SqliteLocalDrafts::waiting(WallTime now) {
  std::vector<BegunDraft> waiting;
  for (const char* sql : {kWaiting, kWaitingElsewhere}) {
    if (const Status gathered = gather(sql, now, waiting); !gathered) return gathered.error();
  }
  return waiting;
}

Status SqliteLocalDrafts::noteKept(const BegunKept& kept) {
  return connection_.write([&]() -> Status {
    for (const BegunKept::Name& name : kept.names) {
      if (name.device) {
        const Status noted = runBound(connection_, kNoteElsewhere, [&](RowBinder& row) {
          row.integer(programme_).text(name.key).id(*name.device);
        });
        if (!noted) return noted;
        continue;
      }
      for (const char* sql : {kNoteOver, kNote}) {
        const Status noted = runBound(connection_, sql, [&](RowBinder& row) {
          row.integer(programme_).text(name.key).bits(name.version);
        });
        if (!noted) return noted;
      }
    }
    return {};
  });
}

Status SqliteLocalDrafts::keepElsewhere(const std::vector<BegunElsewhere::Draft>& drafts) {
  bool cleared = false;
  const Status kept = connection_.write([&]() -> Status {
    const Status gone =
        runBound(connection_, kClearElsewhere, [&](RowBinder& row) { row.integer(programme_); });
    if (!gone) return gone;
    cleared = connection_.changedRows() > 0;
    for (const BegunElsewhere::Draft& draft : drafts) {
      const Status put = runBound(connection_, kPutElsewhere, [&](RowBinder& row) {
        row.integer(programme_).text(draft.key).id(draft.device);
        row.integer(draft.keptAt.time_since_epoch().count()).blob(draft.bytes);
      });
      if (!put) return put;
    }
    return {};
  });
  if (kept && cleared) forgetLog();
  return kept;
}

Status SqliteLocalDrafts::offerAgain() {
  return runBound(connection_, kOfferAgain, [&](RowBinder& row) { row.integer(programme_); });
}

// It still has every state of them. Where it cannot be emptied now, opening the profile does.
void SqliteLocalDrafts::forgetLog() {
  const auto database = connection_.database();
  if (database) static_cast<void>((*database)->emptyLog());
}

}  // namespace rapport
