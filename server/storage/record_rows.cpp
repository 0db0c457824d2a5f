#include "server/storage/record_rows.h"

#include "server/storage/columns.h"
#include "server/storage/listing_rows.h"
#include "shared/base/limits.h"
#include "shared/merge/state_codec.h"
#include "shared/sqlite/connection.h"

namespace rapport {
namespace {

constexpr char kSelectOld[] =
    "SELECT key, type, number, deleted, needs_person, waits FROM record"
    " WHERE programme = ?1 AND id = ?2";
constexpr char kInsert[] =
    "INSERT INTO record (type, number, deleted, needs_person, undeclared, updated_at, updated_by,"
    " updated_on, title, state, waits, programme, id)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
constexpr char kUpdate[] =
    "UPDATE record SET type = ?1, number = ?2, deleted = ?3, needs_person = ?4, undeclared = ?5,"
    " updated_at = ?6, updated_by = ?7, updated_on = ?8, title = ?9, state = ?10, waits = ?11"
    " WHERE key = ?12";
constexpr char kSelectState[] = "SELECT state FROM record WHERE programme = ?1 AND id = ?2";
constexpr char kSelectAfter[] =
    "SELECT state, id, type, number, undeclared FROM record"
    " WHERE programme = ?1 AND number > ?2 ORDER BY number";
constexpr char kSelectById[] = "SELECT state FROM record WHERE programme = ?1 ORDER BY id";
constexpr char kCountAfter[] = "SELECT count(*) FROM record WHERE programme = ?1 AND number > ?2";
constexpr char kSelectRow[] =
    "SELECT state, r.deleted, r.needs_person, updated_at, updated_by, updated_on, title,"
    " search_text, undeclared, r.waits FROM record r JOIN listing l ON l.programme = r.programme "
    "AND l.type "
    "= r.type"
    " AND l.number = r.number AND l.record = r.key WHERE ";

Result<RecordState> stateOf(const Statement& row) {
  ByteReader in(row.blob(0));
  RecordState state = decodeState(in);
  RowReader reader(row);
  if (!in.finished()) reader.damaged();
  if (Status whole = reader.whole("a record"); !whole) return whole.error();
  return state;
}

Result<std::optional<RecordRow>> rowOf(Statement& select) {
  const Result<Step> stepped = select.step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return std::optional<RecordRow>();
  Result<RecordState> state = stateOf(select);
  if (!state) return state.error();
  RowReader row(select);
  RecordRow found;
  found.state = std::move(state).value();
  found.facts.deleted = row.flag(1);
  found.facts.needsPerson = row.flag(2);
  found.facts.updatedAtMillis = row.integer(3);
  found.facts.updatedBy = row.id<PersonId>(4);
  found.facts.updatedOn = row.id<ReplicaId>(5);
  found.facts.title = row.text(6);
  found.facts.searchText = row.text(7);
  found.facts.undeclared = row.flag(8);
  found.facts.waits = row.flag(9);
  if (Status whole = row.whole("a record"); !whole) return whole.error();
  return std::optional<RecordRow>(std::move(found));
}

// Where the record stands in the lists now, if it is there.
Result<std::optional<ListingPlace>> placeOf(Connection& connection, std::int64_t programme,
                                            RecordId id) {
  Result<LentStatement> select = connection.lend(kSelectOld);
  if (!select) return select.error();
  RowBinder(**select).integer(programme).id(id);
  const Result<Step> stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return std::optional<ListingPlace>();
  RowReader row(**select);
  ListingPlace place;
  place.record = row.integer(0);
  place.type = row.small(1);
  place.number = row.integer(2);
  place.deleted = row.flag(3);
  place.needsPerson = row.flag(4);
  place.waits = row.flag(5);
  if (Status whole = row.whole("a record"); !whole) return whole.error();
  return std::optional<ListingPlace>(place);
}

}  // namespace

Status putRecordRow(Connection& connection, std::int64_t programme, const RecordRow& record,
                    Before before, CountChanges& counts) {
  const RecordState& state = record.state;
  if (!state.number) {
    return Error{ErrorCode::kInvalid, "A record without a number cannot be kept by the server."};
  }
  ByteWriter out;
  encodeState(out, state);
  if (out.size() > limits::kStateBytes) {
    return Error{ErrorCode::kTooLarge, "This record has grown too large to be kept."};
  }
  Result<std::optional<ListingPlace>> old = std::optional<ListingPlace>();
  if (before == Before::kMaybeThere) old = placeOf(connection, programme, state.id);
  if (!old) return old.error();

  Result<LentStatement> put = connection.lend(*old ? kUpdate : kInsert);
  if (!put) return put.error();
  RowBinder row(**put);
  row.integer(state.type).bits(state.number->n).flag(record.facts.deleted);
  row.flag(record.facts.needsPerson)
      .flag(record.facts.undeclared)
      .integer(record.facts.updatedAtMillis);
  row.id(record.facts.updatedBy).id(record.facts.updatedOn).text(record.facts.title);
  row.blob(out.bytes()).flag(record.facts.waits);
  if (*old) {
    row.integer((*old)->record);
  } else {
    row.integer(programme).id(state.id);
  }
  if (Status written = (*put)->run(); !written) return written;

  ListingPlace place;
  place.record = *old ? (*old)->record : connection.lastInsertedRow();
  place.type = state.type;
  place.number = static_cast<std::int64_t>(state.number->n);
  place.deleted = record.facts.deleted;
  place.needsPerson = record.facts.needsPerson;
  place.waits = record.facts.waits;
  counts.move(*old, place);
  return moveInListing(connection, programme, *old, place, record.facts.searchText);
}

Status noteRecordRead(Connection& connection, std::int64_t programme, RecordId id,
                      std::uint64_t throughN, CountChanges& counts) {
  const Result<std::optional<ListingPlace>> place = placeOf(connection, programme, id);
  if (!place) return place.error();
  if (!*place || !(*place)->waits) return {};
  if (static_cast<std::uint64_t>((*place)->number) > throughN) return {};
  ListingPlace now = **place;
  now.waits = false;
  counts.move(*place, now);
  if (const Status noted = noteReadInListing(connection, programme, now); !noted) return noted;
  Result<LentStatement> note = connection.lend("UPDATE record SET waits = 0 WHERE key = ?1");
  if (!note) return note.error();
  RowBinder(**note).integer(now.record);
  return (*note)->run();
}

Status removeRecordRow(Connection& connection, std::int64_t programme, RecordId id,
                       CountChanges& counts) {
  const Result<std::optional<ListingPlace>> place = placeOf(connection, programme, id);
  if (!place) return place.error();
  if (!*place) return {};
  counts.remove(**place);
  const Status unlisted = removeFromListing(connection, programme, **place);
  if (!unlisted) return unlisted;
  Result<LentStatement> remove = connection.lend("DELETE FROM record WHERE key = ?1");
  if (!remove) return remove.error();
  RowBinder(**remove).integer((*place)->record);
  return (*remove)->run();
}

Result<std::optional<RecordState>> readState(Connection& connection, std::int64_t programme,
                                             RecordId id) {
  Result<LentStatement> select = connection.lend(kSelectState);
  if (!select) return select.error();
  RowBinder(**select).integer(programme).id(id);
  const Result<Step> stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return std::optional<RecordState>();
  Result<RecordState> state = stateOf(**select);
  if (!state) return state.error();
  return std::optional<RecordState>(std::move(state).value());
}

Result<std::optional<RecordRow>> readRecord(Connection& connection, std::int64_t programme,
                                            RecordId id) {
  static const std::string kSql = std::string(kSelectRow) + "r.programme = ?1 AND r.id = ?2";
  Result<LentStatement> select = connection.lend(kSql);
  if (!select) return select.error();
  RowBinder(**select).integer(programme).id(id);
  return rowOf(**select);
}

Result<std::optional<RecordRow>> readRecordAt(Connection& connection, std::int64_t record) {
  static const std::string kSql = std::string(kSelectRow) + "r.key = ?1";
  Result<LentStatement> select = connection.lend(kSql);
  if (!select) return select.error();
  RowBinder(**select).integer(record);
  return rowOf(**select);
}

Status eachStateAfter(Connection& connection, std::int64_t programme, std::uint64_t n,
                      const std::function<bool(const StoredState&)>& visit) {
  Result<LentStatement> select = connection.lend(kSelectAfter);
  if (!select) return select.error();
  RowBinder(**select).integer(programme).bits(n);
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return {};
    RowReader row(**select);
    StoredState state;
    state.encoded = (*select)->blob(0);
    state.id = row.id<RecordId>(1);
    state.type = row.small(2);
    state.n = row.bits(3);
    state.undeclared = row.flag(4);
    if (Status whole = row.whole("a record"); !whole) return whole;
    if (!visit(state)) return {};
  }
}

Status eachStateById(Connection& connection, std::int64_t programme,
                     const std::function<Status(const RecordState&)>& visit) {
  Result<LentStatement> select = connection.lend(kSelectById);
  if (!select) return select.error();
  RowBinder(**select).integer(programme);
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return {};
    const Result<RecordState> state = stateOf(**select);
    if (!state) return state.error();
    if (Status visited = visit(*state); !visited) return visited;
  }
}

Result<std::size_t> countStatesAfter(Connection& connection, std::int64_t programme,
                                     std::uint64_t n) {
  Result<LentStatement> select = connection.lend(kCountAfter);
  if (!select) return select.error();
  RowBinder(**select).integer(programme).bits(n);
  if (const Result<Step> stepped = (*select)->step(); !stepped) return stepped.error();
  return static_cast<std::size_t>((*select)->integer(0));
}

}  // namespace rapport
