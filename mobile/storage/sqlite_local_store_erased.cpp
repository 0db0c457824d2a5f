// What is left of records that were erased: hashes, and that they were.
#include "mobile/storage/own_change_rows.h"
#include "mobile/storage/run_bound.h"
#include "mobile/storage/sqlite_local_store.h"
#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"
#include "shared/sqlite/row_reader.h"

namespace rapport {
namespace {

constexpr char kClearBytes[] =
    "UPDATE own_bytes SET encoded = x'' WHERE programme = ?1 AND counter = ?2 AND encoded != x''";
constexpr char kClearBytesOf[] =
    "UPDATE own_bytes SET encoded = x'' WHERE programme = ?1 AND counter IN"
    " (SELECT counter FROM own_change INDEXED BY own_change_by_record"
    "  WHERE programme = ?1 AND record = ?2 AND counter <= ?3)";
// What stood where they wrote.
constexpr char kClearBefore[] = "DELETE FROM own_before WHERE programme = ?1 AND counter = ?2";
constexpr char kClearBeforeOf[] =
    "DELETE FROM own_before WHERE programme = ?1 AND counter IN"
    " (SELECT counter FROM own_change INDEXED BY own_change_by_record"
    "  WHERE programme = ?1 AND record = ?2 AND counter <= ?3)";
constexpr char kClearReceiptsOf[] =
    "UPDATE own_change INDEXED BY own_change_by_record SET stage = 6, reason = '', overlay = 0"
    " WHERE programme = ?1 AND record = ?2 AND counter <= ?3";
constexpr char kForgetDrafts[] = "DELETE FROM draft WHERE instr(key, ?1) > 0";
// The office forgets its own.
constexpr char kForgetBegun[] =
    "DELETE FROM begun WHERE instr(key, ?1) > 0 OR instr(CAST(bytes AS TEXT), ?1) > 0";
constexpr char kForgetBegunElsewhere[] =
    "DELETE FROM begun_elsewhere WHERE instr(key, ?1) > 0 OR instr(CAST(bytes AS TEXT), ?1) > 0";
constexpr char kNote[] =
    "INSERT INTO erased (programme, record, type, discarded, put_away) VALUES (?1, ?2, ?3, ?4, 0)"
    " ON CONFLICT (programme, record) DO UPDATE SET discarded = discarded + excluded.discarded,"
    " put_away = put_away AND excluded.discarded = 0";

}  // namespace

Status SqliteLocalStore::noteErased(RecordId id, TypeNumber type, std::size_t discarded) {
  return runBound(connection_, kNote, [&](RowBinder& row) {
    row.integer(programme_).id(id).integer(type).bits(discarded);
  });
}

Status SqliteLocalStore::eraseChange(std::uint64_t counter, const Receipt& receipt) {
  const auto own = change(counter);
  if (!own) return own.error();
  if (!*own) {
    return Error{ErrorCode::kNotFound,
                 "This device never wrote a change " + std::to_string(counter) + "."};
  }
  const Status told = keepReceipt(counter, receipt, Overlay::kLeaves);
  if (!told) return told;
  const Status before = runBound(connection_, kClearBefore,
                                 [&](RowBinder& row) { row.integer(programme_).bits(counter); });
  if (!before) return before;
  const Status cleared = runBound(connection_, kClearBytes,
                                  [&](RowBinder& row) { row.integer(programme_).bits(counter); });
  if (!cleared || connection_.changedRows() == 0) return cleared;
  return noteErased((*own)->change.record, (*own)->change.type, 1);
}

Status SqliteLocalStore::eraseRecord(RecordId id, std::uint64_t throughCounter) {
  const auto type = typeOf(id);
  if (!type) return type.error();
  const auto ofChanges = [&](RowBinder& row) {
    row.integer(programme_).id(id).bits(throughCounter);
  };
  const std::string name = id.toString();
  const Status gone[] = {
      *type ? noteErased(id, **type, 0) : Status{},
      forgetCopy(id),
      runBound(connection_, kClearBytesOf, ofChanges),
      runBound(connection_, kClearBeforeOf, ofChanges),
      runBound(connection_, kClearReceiptsOf, ofChanges),
      runBound(connection_, kForgetDrafts, [&](RowBinder& row) { row.text(name); }),
      runBound(connection_, kForgetBegun, [&](RowBinder& row) { row.text(name); }),
      runBound(connection_, kForgetBegunElsewhere, [&](RowBinder& row) { row.text(name); })};
  for (const Status& each : gone) {
    if (!each) return each;
  }
  return {};
}

Result<std::vector<ErasedRecord>> SqliteLocalStore::erased() {
  auto select = connection_.lend(
      "SELECT record, type, discarded FROM erased WHERE programme = ?1 AND put_away = 0"
      " ORDER BY record");
  if (!select) return select.error();
  RowBinder(**select).integer(programme_);
  std::vector<ErasedRecord> all;
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return all;
    RowReader row(**select);
    all.push_back({row.id<RecordId>(0), row.small(1), static_cast<std::size_t>(row.bits(2))});
    if (Status whole = row.whole("what was erased"); !whole) return whole.error();
  }
}

Status SqliteLocalStore::putAwayErased(RecordId id) {
  const Status done = runBound(
      connection_,
      "UPDATE erased SET put_away = 1 WHERE programme = ?1 AND record = ?2 AND put_away = 0",
      [&](RowBinder& row) { row.integer(programme_).id(id); });
  if (done && connection_.changedRows() == 0) {
    return Error{ErrorCode::kNotFound, "Nothing waits to be read of this record."};
  }
  return done;
}

void SqliteLocalStore::forgetPast() {
  const auto database = connection_.database();
  if (database) static_cast<void>((*database)->emptyLog());
}

}  // namespace rapport
