// What was written on this tablet, and how far it has come.
#include <algorithm>
#include <limits>

#include "mobile/storage/own_change_rows.h"
#include "mobile/storage/sqlite_local_store.h"
#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"
#include "shared/sqlite/row_reader.h"

namespace rapport {
namespace {

// Statements name their index: the planner has no statistics, and would walk all that was ever
// written. By its type, the overlay of a record is found without reading its whole history.
constexpr char kOverlay[] =
    " WHERE programme = ?1 AND record = ?2 AND overlay = 1 AND type ="
    " (SELECT type FROM own_change INDEXED BY own_change_by_record"
    " WHERE programme = ?1 AND record = ?2 LIMIT 1)";

// Larger ones cannot be in the table, whose integers are signed.
std::int64_t bounded(std::uint64_t counter) {
  constexpr std::uint64_t kLargest = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(std::min(counter, kLargest));
}

// Of a record's numbers SQLite takes the epoch from the row with the largest.
constexpr char kUncovered[] =
    "SELECT record, after_epoch, max(after_n) FROM own_change INDEXED BY own_change_uncovered"
    " WHERE programme = ?1 AND overlay = 1 AND stage IN (2, 3) AND after_n IS NOT NULL"
    " GROUP BY record";

std::string overlaySelect() {
  return selectOwnChanges("own_change_overlay", std::string(kOverlay) + " ORDER BY counter");
}

}  // namespace

Status SqliteLocalStore::appendChange(const OwnChange& change) {
  return insertOwnChange(connection_, programme_, change);
}

Status SqliteLocalStore::renameChange(const OwnChange& change) {
  return updateBytes(connection_, programme_, change);
}

Status SqliteLocalStore::sealChange(const OwnChange& change) {
  return replaceBytes(connection_, programme_, change);
}

Result<std::vector<OwnChange>> SqliteLocalStore::overlayOf(RecordId id) {
  static const std::string kSql = overlaySelect();
  Result<LentStatement> select = connection_.lend(kSql);
  if (!select) return select.error();
  RowBinder(**select).integer(programme_).id(id);
  return readOwnChanges(**select);
}

Result<bool> SqliteLocalStore::hasOverlay() {
  const auto some = count(
      "SELECT count(*) FROM (SELECT 1 FROM own_change INDEXED BY own_change_overlay"
      " WHERE programme = ?1 AND overlay = 1 LIMIT 1)");
  if (!some) return some.error();
  return *some > 0;
}

Result<std::vector<OwnChange>> SqliteLocalStore::changesOf(RecordId id) {
  static const std::string kSql = selectOwnChanges(
      {}, "WHERE programme = ?1 AND record = ?2 AND stage < 6 ORDER BY counter DESC");
  Result<LentStatement> select = connection_.lend(kSql);
  if (!select) return select.error();
  RowBinder(**select).integer(programme_).id(id);
  return readOwnChanges(**select);
}

Result<std::vector<OwnChange>> SqliteLocalStore::changesAfter(std::uint64_t counter,
                                                              std::size_t limit) {
  static const std::string kSql =
      selectOwnChanges({}, "WHERE programme = ?1 AND counter > ?2 ORDER BY counter LIMIT ?3");
  Result<LentStatement> select = connection_.lend(kSql);
  if (!select) return select.error();
  RowBinder row(**select);
  row.integer(programme_).integer(bounded(counter)).integer(static_cast<std::int64_t>(limit));
  return readOwnChanges(**select);
}

Status SqliteLocalStore::outgoingAfter(std::uint64_t counter,
                                       const std::function<bool(const OutgoingChange&)>& visit) {
  Result<LentStatement> select = connection_.lend(
      "SELECT counter, encoded FROM own_bytes WHERE programme = ?1 AND counter > ?2"
      " ORDER BY counter");
  if (!select) return select.error();
  RowBinder(**select).integer(programme_).integer(bounded(counter));
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return {};
    const OutgoingChange change{static_cast<std::uint64_t>((*select)->integer(0)),
                                (*select)->blob(1)};
    if (!visit(change)) return {};
  }
}

Result<std::optional<OwnChange>> SqliteLocalStore::change(std::uint64_t counter) {
  static const std::string kSql = selectOwnChanges({}, "WHERE programme = ?1 AND counter = ?2");
  Result<LentStatement> select = connection_.lend(kSql);
  if (!select) return select.error();
  RowBinder(**select).integer(programme_).bits(counter);
  Result<std::vector<OwnChange>> found = readOwnChanges(**select);
  if (!found) return found.error();
  if (found->empty()) return std::optional<OwnChange>();
  return std::optional<OwnChange>(std::move(found->front()));
}

Result<std::optional<Bytes>> SqliteLocalStore::beforeOf(std::uint64_t counter) {
  return readBefore(connection_, programme_, counter);
}

Result<std::uint64_t> SqliteLocalStore::lastJudgedAfter(std::uint64_t counter) {
  Result<LentStatement> select = connection_.lend(
      "SELECT max(counter) FROM own_change WHERE programme = ?1 AND counter > ?2 AND mac != x''");
  if (!select) return select.error();
  RowBinder(**select).integer(programme_).integer(bounded(counter));
  if (const Result<Step> stepped = (*select)->step(); !stepped) return stepped.error();
  return static_cast<std::uint64_t>((*select)->integer(0));  // null reads as 0
}

Status SqliteLocalStore::keepReceipt(std::uint64_t counter, const Receipt& receipt,
                                     Overlay overlay) {
  return updateReceipt(connection_, programme_, counter, receipt, overlay);
}

Result<std::vector<std::pair<RecordId, Number>>> SqliteLocalStore::uncovered() {
  Result<LentStatement> select = connection_.lend(kUncovered);
  if (!select) return select.error();
  RowBinder(**select).integer(programme_);
  std::vector<std::pair<RecordId, Number>> all;
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return all;
    RowReader row(**select);
    all.emplace_back(row.id<RecordId>(0), Number{EpochId{row.bits(1)}, row.bits(2)});
    if (Status whole = row.whole("a change"); !whole) return whole.error();
  }
}

Status SqliteLocalStore::leaveOverlay(RecordId id, std::uint64_t throughCounter) {
  static const std::string kSql =
      std::string("UPDATE own_change INDEXED BY own_change_overlay SET overlay = 0") + kOverlay +
      " AND counter <= ?3";
  Result<LentStatement> update = connection_.lend(kSql);
  if (!update) return update.error();
  RowBinder(**update).integer(programme_).id(id).integer(bounded(throughCounter));
  return (*update)->run();
}

Result<std::vector<OwnChange>> SqliteLocalStore::refused() {
  static const std::string kSql = selectOwnChanges(
      "own_change_inbox",
      "WHERE programme = ?1 AND stage >= 4 AND dismissed = 0 AND stage < 6 ORDER BY counter");
  Result<LentStatement> select = connection_.lend(kSql);
  if (!select) return select.error();
  RowBinder(**select).integer(programme_);
  return readOwnChanges(**select);
}

Status SqliteLocalStore::dismiss(std::uint64_t counter) {
  Result<LentStatement> update = connection_.lend(
      "UPDATE own_change SET dismissed = 1 WHERE programme = ?1 AND counter = ?2 AND stage >= 4");
  if (!update) return update.error();
  RowBinder(**update).integer(programme_).bits(counter);
  if (Status updated = (*update)->run(); !updated) return updated;
  if (connection_.changedRows() == 0) {
    return Error{ErrorCode::kNotFound, "This change is not among those that were sent back."};
  }
  return {};
}

Result<std::size_t> SqliteLocalStore::waitingCount() {
  return count(
      "SELECT count(*) FROM own_change WHERE programme = ?1 AND stage <= 1 AND counter >"
      " (SELECT settled_through FROM standing WHERE programme = ?1)");
}

}  // namespace rapport
