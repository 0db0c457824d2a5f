// The server's copies, and which records there are.
#include "mobile/storage/sqlite_local_store.h"
#include "shared/base/limits.h"
#include "shared/merge/state_codec.h"
#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"
#include "shared/sqlite/row_reader.h"

namespace rapport {
namespace {

constexpr char kSelectCopy[] = "SELECT state FROM copy WHERE programme = ?1 AND record = ?2";
constexpr char kSelectCopies[] =
    "SELECT state FROM copy WHERE programme = ?1 AND record > ?2 ORDER BY record";
constexpr char kPutFirstCopy[] =
    "INSERT INTO copy (programme, record, type, needs_person, state) VALUES (?1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT (programme, record) DO NOTHING";
constexpr char kPutCopy[] =
    "INSERT INTO copy (programme, record, type, needs_person, state) VALUES (?1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT (programme, record) DO UPDATE SET type = excluded.type,"
    " needs_person = excluded.needs_person, state = excluded.state, outdated = NULL";
constexpr char kDeleteCopy[] = "DELETE FROM copy WHERE programme = ?1 AND record = ?2";
// The planner walks both indexes in step and stops at the limit.
constexpr char kSelectIds[] =
    "SELECT record FROM copy WHERE programme = ?1 AND type = ?2 AND record > ?3"
    " UNION SELECT record FROM own_change"
    " WHERE programme = ?1 AND type = ?2 AND record > ?3 AND overlay = 1"
    " ORDER BY 1 LIMIT ?4";
constexpr char kSelectType[] =
    "SELECT type FROM copy WHERE programme = ?1 AND record = ?2"
    " UNION ALL SELECT type FROM own_change INDEXED BY own_change_by_record"
    " WHERE programme = ?1 AND record = ?2 AND stage < 6 LIMIT 1";
constexpr char kSelectNeedingPerson[] =
    "SELECT record FROM copy INDEXED BY copy_needing_person"
    " WHERE programme = ?1 AND needs_person = 1 ORDER BY record LIMIT ?2";

Result<RecordState> stateOf(const Statement& row) {
  ByteReader in(row.blob(0));
  RecordState state = decodeState(in);
  RowReader reader(row);
  if (!in.finished()) reader.damaged();
  if (Status whole = reader.whole("a record"); !whole) return whole.error();
  return state;
}

}  // namespace

Result<std::optional<RecordState>> SqliteLocalStore::copy(RecordId id) {
  Result<LentStatement> select = connection_.lend(kSelectCopy);
  if (!select) return select.error();
  RowBinder(**select).integer(programme_).id(id);
  const Result<Step> stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return std::optional<RecordState>();
  Result<RecordState> state = stateOf(**select);
  if (!state) return state.error();
  return std::optional<RecordState>(std::move(state).value());
}

Status SqliteLocalStore::keepCopy(const RecordState& state, Attention attention) {
  return putCopy(kPutCopy, state, attention);
}

Result<bool> SqliteLocalStore::keepFirstCopy(const RecordState& state, Attention attention) {
  const Status kept = putCopy(kPutFirstCopy, state, attention);
  if (!kept) return kept.error();
  return connection_.changedRows() > 0;
}

Status SqliteLocalStore::putCopy(std::string_view sql, const RecordState& state,
                                 Attention attention) {
  ByteWriter out;
  encodeState(out, state);
  if (out.size() > limits::kStateBytes) {
    return Error{ErrorCode::kTooLarge, "This record has grown too large to be kept."};
  }
  Result<LentStatement> put = connection_.lend(sql);
  if (!put) return put.error();
  RowBinder row(**put);
  row.integer(programme_).id(state.id).integer(state.type).enumeration(attention).blob(out.bytes());
  return (*put)->run();
}

Status SqliteLocalStore::forgetCopy(RecordId id) {
  // What stood in it is no more for this tablet than what stands.
  Result<LentStatement> before = connection_.lend(
      "DELETE FROM own_before WHERE programme = ?1 AND counter IN"
      " (SELECT counter FROM own_change WHERE programme = ?1 AND record = ?2)");
  if (!before) return before.error();
  RowBinder(**before).integer(programme_).id(id);
  if (Status forgotten = (*before)->run(); !forgotten) return forgotten;
  Result<LentStatement> forget = connection_.lend(kDeleteCopy);
  if (!forget) return forget.error();
  RowBinder(**forget).integer(programme_).id(id);
  return (*forget)->run();
}

Status SqliteLocalStore::eachCopy(const std::function<Status(const RecordState&)>& visit) {
  Status visited;
  const Status read = copiesAfter(std::nullopt, [&](const RecordState& state) {
    visited = visit(state);
    return visited.ok();
  });
  return read ? visited : read;
}

Status SqliteLocalStore::copiesAfter(std::optional<RecordId> after,
                                     const std::function<bool(const RecordState&)>& visit) {
  Result<LentStatement> select = connection_.lend(kSelectCopies);
  if (!select) return select.error();
  // The empty name comes before every other.
  const ByteView above = after ? after->uuid.view() : ByteView();
  RowBinder(**select).integer(programme_).blob(above);
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return {};
    const Result<RecordState> state = stateOf(**select);
    if (!state) return state.error();
    if (!visit(*state)) return {};
  }
}

Result<std::size_t> SqliteLocalStore::copyCount() {
  return count("SELECT count(*) FROM copy WHERE programme = ?1");
}

Result<std::vector<RecordId>> SqliteLocalStore::recordIds(Statement& select) {
  std::vector<RecordId> ids;
  while (true) {
    const Result<Step> stepped = select.step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return ids;
    RowReader row(select);
    ids.push_back(row.id<RecordId>(0));
    if (Status whole = row.whole("a record's name"); !whole) return whole.error();
  }
}

Result<std::vector<RecordId>> SqliteLocalStore::recordsOf(TypeNumber type,
                                                          std::optional<RecordId> after,
                                                          std::size_t limit) {
  Result<LentStatement> select = connection_.lend(kSelectIds);
  if (!select) return select.error();
  // The empty name comes before every other.
  const ByteView above = after ? after->uuid.view() : ByteView();
  RowBinder row(**select);
  row.integer(programme_).integer(type).blob(above).integer(static_cast<std::int64_t>(limit));
  return recordIds(**select);
}

Result<std::optional<TypeNumber>> SqliteLocalStore::typeOf(RecordId id) {
  Result<LentStatement> select = connection_.lend(kSelectType);
  if (!select) return select.error();
  RowBinder(**select).integer(programme_).id(id);
  const Result<Step> stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return std::optional<TypeNumber>();
  RowReader row(**select);
  const TypeNumber type = row.small(0);
  if (Status whole = row.whole("a record's type"); !whole) return whole.error();
  return std::optional<TypeNumber>(type);
}

Result<std::vector<RecordId>> SqliteLocalStore::recordsNeedingPerson(std::size_t limit) {
  Result<LentStatement> select = connection_.lend(kSelectNeedingPerson);
  if (!select) return select.error();
  RowBinder(**select).integer(programme_).integer(static_cast<std::int64_t>(limit));
  return recordIds(**select);
}

}  // namespace rapport
