// Copies that wait for a newer one: what was fetched under another role, or in another life of the
// office.
#include "mobile/storage/run_bound.h"
#include "mobile/storage/sqlite_local_store.h"
#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"
#include "shared/sqlite/row_reader.h"

namespace rapport {
namespace {

constexpr char kForgetBefore[] = "DELETE FROM own_before WHERE programme = ?1";
constexpr char kForgetType[] = "DELETE FROM copy WHERE programme = ?1 AND type = ?2";
constexpr char kOutdate[] =
    "UPDATE copy SET outdated = ?2 WHERE programme = ?1 AND outdated IS NULL";
// What another server may not hold goes out again, as when it was saved. Where a copy stays that
// it was folded into, it is on the screen already.
constexpr char kGoOutAgain[] =
    "UPDATE own_change SET stage = 0 WHERE programme = ?1 AND counter > ?2 AND stage < 4";
constexpr char kLeaveWhatWasApplied[] =
    "UPDATE own_change INDEXED BY own_change_overlay SET overlay = 0"
    " WHERE programme = ?1 AND counter <= ?2 AND overlay = 1 AND stage IN (2, 3)"
    " AND NOT EXISTS (SELECT 1 FROM copy WHERE copy.programme = own_change.programme"
    "                 AND copy.record = own_change.record)";
constexpr char kReturnWithoutCopy[] =
    "UPDATE own_change SET overlay = 1"
    " WHERE programme = ?1 AND stage <= 1 AND overlay = 0"
    " AND NOT EXISTS (SELECT 1 FROM copy WHERE copy.programme = own_change.programme"
    "                 AND copy.record = own_change.record)";
constexpr char kReturn[] =
    "UPDATE own_change INDEXED BY own_change_by_record SET overlay = 1"
    " WHERE programme = ?1 AND record = ?2 AND stage <= 1 AND overlay = 0";
constexpr char kSelectOutdated[] =
    "SELECT record FROM copy INDEXED BY copy_outdated"
    " WHERE programme = ?1 AND outdated IS NOT NULL ORDER BY record";
constexpr char kForgetOutdated[] = "DELETE FROM copy WHERE programme = ?1 AND outdated IS NOT NULL";
// Applied in another life of the office, and nothing came that holds it: it is not to be seen.
constexpr char kLeaveOtherEpochs[] =
    "UPDATE own_change INDEXED BY own_change_overlay SET overlay = 0"
    " WHERE programme = ?1 AND overlay = 1 AND stage IN (2, 3) AND after_epoch != ?2";

}  // namespace

Result<std::vector<TypeNumber>> SqliteLocalStore::typesOfCopies() {
  Result<LentStatement> select = connection_.lend(
      "SELECT DISTINCT type FROM copy INDEXED BY copy_by_type WHERE programme = ?1");
  if (!select) return select.error();
  RowBinder(**select).integer(programme_);
  std::vector<TypeNumber> types;
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return types;
    RowReader row(**select);
    types.push_back(row.small(0));
    if (Status whole = row.whole("a record's type"); !whole) return whole.error();
  }
}

Status SqliteLocalStore::outdateCopies(Role filteredFor, std::uint64_t settledThrough,
                                       const std::function<bool(TypeNumber)>& mayStay) {
  if (!connection_.inTransaction()) {
    return connection_.write([&] { return outdateCopies(filteredFor, settledThrough, mayStay); });
  }
  const auto types = typesOfCopies();
  if (!types) return types.error();
  const auto programme = [&](RowBinder& row) { row.integer(programme_); };
  const auto settled = [&](RowBinder& row) { row.integer(programme_).bits(settledThrough); };
  if (const Status gone = runBound(connection_, kForgetBefore, programme); !gone) return gone;
  for (const TypeNumber type : *types) {
    if (mayStay(type)) continue;
    const Status gone = runBound(connection_, kForgetType,
                                 [&](RowBinder& row) { row.integer(programme_).integer(type); });
    if (!gone) return gone;
  }
  const Status outdated = runBound(connection_, kOutdate, [&](RowBinder& row) {
    row.integer(programme_).enumeration(filteredFor);
  });
  if (!outdated) return outdated;
  if (const Status again = runBound(connection_, kGoOutAgain, settled); !again) return again;
  if (const Status left = runBound(connection_, kLeaveWhatWasApplied, settled); !left) return left;
  return runBound(connection_, kReturnWithoutCopy, programme);
}

Result<std::optional<Role>> SqliteLocalStore::outdatedFor(RecordId id) {
  Result<LentStatement> select = connection_.lend(
      "SELECT outdated FROM copy WHERE programme = ?1 AND record = ?2 AND outdated IS NOT NULL");
  if (!select) return select.error();
  RowBinder(**select).integer(programme_).id(id);
  const Result<Step> stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return std::optional<Role>();
  RowReader row(**select);
  const Role role = row.enumeration(0, Role::kAdmin);
  if (Status whole = row.whole("a record"); !whole) return whole.error();
  return std::optional<Role>(role);
}

Result<bool> SqliteLocalStore::hasOutdated() {
  const auto some = count(
      "SELECT count(*) FROM (SELECT 1 FROM copy INDEXED BY copy_outdated"
      " WHERE programme = ?1 AND outdated IS NOT NULL LIMIT 1)");
  if (!some) return some.error();
  return *some > 0;
}

Status SqliteLocalStore::returnToOverlay(RecordId id) {
  return runBound(connection_, kReturn, [&](RowBinder& row) { row.integer(programme_).id(id); });
}

Result<std::vector<RecordId>> SqliteLocalStore::forgetOutdated(EpochId epoch) {
  std::vector<RecordId> gone;
  {
    Result<LentStatement> select = connection_.lend(kSelectOutdated);
    if (!select) return select.error();
    RowBinder(**select).integer(programme_);
    auto ids = recordIds(**select);
    if (!ids) return ids.error();
    gone = *std::move(ids);
  }
  const auto programme = [&](RowBinder& row) { row.integer(programme_); };
  const Status forgotten = runBound(connection_, kForgetOutdated, programme);
  if (!forgotten) return forgotten.error();
  const Status left = runBound(connection_, kLeaveOtherEpochs,
                               [&](RowBinder& row) { row.integer(programme_).bits(epoch.value); });
  if (!left) return left.error();
  const Status returned = runBound(connection_, kReturnWithoutCopy, programme);
  if (!returned) return returned.error();
  return gone;
}

}  // namespace rapport
