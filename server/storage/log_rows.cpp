#include "server/storage/log_rows.h"

#include <limits>
#include <string>
#include <utility>

#include "server/storage/columns.h"
#include "shared/sqlite/connection.h"

namespace rapport {
namespace {

constexpr char kInsert[] =
    " INTO log (programme, replica, counter, rival, record, type, hash, chain, stage, reason,"
    " effective_millis, effective_logical, before_epoch, before_n, after_epoch, after_n, mac,"
    " received_at, change, earlier_epoch, earlier_n) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
    " ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)";
constexpr char kSelect[] =
    "SELECT replica, counter, record, type, hash, chain, stage, reason, effective_millis,"
    " effective_logical, before_epoch, before_n, after_epoch, after_n, mac, received_at, change,"
    " earlier_epoch, earlier_n, key"
    " FROM log WHERE programme = ?1";
constexpr int kReceivedAt = 15;

enum class Rival { kNo, kYes };

Status insert(Connection& connection, std::int64_t programme, const LogEntry& entry, Rival rival) {
  static const std::string kFirst = std::string("INSERT") + kInsert;
  static const std::string kRival = std::string("INSERT OR IGNORE") + kInsert;
  Result<LentStatement> statement = connection.lend(rival == Rival::kYes ? kRival : kFirst);
  if (!statement) return statement.error();
  RowBinder row(**statement);
  row.integer(programme).id(entry.dot.replica).bits(entry.dot.counter).enumeration(rival);
  row.id(entry.record).integer(entry.type).digest(entry.hash).digest(entry.chain);
  row.enumeration(entry.verdict.stage).text(entry.verdict.reason);
  row.integer(entry.verdict.effective.millis).integer(entry.verdict.effective.logical);
  bindNumber(row, entry.verdict.before);
  bindNumber(row, entry.verdict.after);
  row.blob(entry.verdict.mac).integer(millisOf(entry.receivedAt)).blob(entry.change);
  bindNumber(row, entry.earlier);
  return (*statement)->run();
}

Result<LogEntry> entryOf(const Statement& statement) {
  RowReader row(statement);
  LogEntry entry;
  entry.dot = {row.id<ReplicaId>(0), row.bits(1)};
  entry.record = row.id<RecordId>(2);
  entry.type = row.small(3);
  entry.hash = row.digest(4);
  entry.chain = row.digest(5);
  entry.verdict.stage = row.enumeration(6, ReceiptStage::kErased);
  entry.verdict.reason = row.text(7);
  entry.verdict.effective = {row.integer(8), row.small(9)};
  entry.verdict.before = numberAt(row, 10);
  entry.verdict.after = numberAt(row, 12);
  entry.verdict.mac = row.blob(14);
  entry.receivedAt = timeAt(row, kReceivedAt);
  entry.change = row.blob(16);
  entry.earlier = numberAt(row, 17);
  entry.place = row.integer(19);
  if (Status whole = row.whole("a change"); !whole) return whole.error();
  return entry;
}

}  // namespace

Status insertLogEntry(Connection& connection, std::int64_t programme, const LogEntry& entry) {
  Status inserted = insert(connection, programme, entry, Rival::kNo);
  if (inserted || inserted.error().code != ErrorCode::kConflict) return inserted;
  return Error{ErrorCode::kConflict, "Change " + std::to_string(entry.dot.counter) +
                                         " of this device has its verdict already."};
}

Status insertRival(Connection& connection, std::int64_t programme, const LogEntry& entry) {
  return insert(connection, programme, entry, Rival::kYes);
}

Result<std::optional<LogEntry>> readLogEntry(Connection& connection, std::int64_t programme,
                                             const Dot& dot) {
  static const std::string kSql =
      std::string(kSelect) + " AND replica = ?2 AND counter = ?3 AND rival = 0";
  Result<LentStatement> select = connection.lend(kSql);
  if (!select) return select.error();
  RowBinder(**select).integer(programme).id(dot.replica).bits(dot.counter);
  const Result<Step> stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return std::optional<LogEntry>();
  Result<LogEntry> entry = entryOf(**select);
  if (!entry) return entry.error();
  return std::optional<LogEntry>(std::move(entry).value());
}

Result<std::vector<LogEntry>> readHistory(Connection& connection, std::int64_t programme,
                                          RecordId record,
                                          std::optional<std::int64_t> receivedBeforeMillis,
                                          std::size_t limit) {
  static const std::string kSql =
      std::string(kSelect) +
      " AND record = ?2 AND received_at < ?3 ORDER BY received_at DESC, key DESC";
  std::vector<LogEntry> entries;
  if (limit == 0) return entries;
  Result<LentStatement> select = connection.lend(kSql);
  if (!select) return select.error();
  constexpr std::int64_t kEver = std::numeric_limits<std::int64_t>::max();
  RowBinder(**select).integer(programme).id(record).integer(receivedBeforeMillis.value_or(kEver));
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return entries;
    if (entries.size() >= limit &&
        (*select)->integer(kReceivedAt) != millisOf(entries.back().receivedAt)) {
      return entries;
    }
    Result<LogEntry> entry = entryOf(**select);
    if (!entry) return entry.error();
    entries.push_back(std::move(entry).value());
  }
}

Result<std::vector<LogEntry>> readAside(Connection& connection, std::int64_t programme,
                                        std::optional<std::int64_t> before, std::size_t limit) {
  static const std::string kSql = std::string(kSelect) +
                                  " AND stage >= 4 AND stage = 5 AND key < ?2 AND NOT EXISTS"
                                  " (SELECT 1 FROM aside_settled WHERE log = key)"
                                  " ORDER BY key DESC LIMIT ?3";
  Result<LentStatement> select = connection.lend(kSql);
  if (!select) return select.error();
  constexpr std::int64_t kEver = std::numeric_limits<std::int64_t>::max();
  RowBinder(**select)
      .integer(programme)
      .integer(before.value_or(kEver))
      .integer(static_cast<std::int64_t>(limit));
  std::vector<LogEntry> entries;
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return entries;
    Result<LogEntry> entry = entryOf(**select);
    if (!entry) return entry.error();
    entries.push_back(std::move(entry).value());
  }
}

Status settleAsideRow(Connection& connection, std::int64_t programme, std::int64_t place,
                      const Settled& settled) {
  Result<LentStatement> open = connection.lend(
      "SELECT 1 FROM log WHERE key = ?2 AND programme = ?1 AND stage = 5 AND NOT EXISTS"
      " (SELECT 1 FROM aside_settled WHERE log = key)");
  if (!open) return open.error();
  RowBinder(**open).integer(programme).integer(place);
  const Result<Step> stepped = (*open)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) {
    return Error{ErrorCode::kNotFound,
                 "Nothing is set aside there any more. Somebody may have seen to it already."};
  }
  Result<LentStatement> insert = connection.lend(
      "INSERT INTO aside_settled (log, settled_by, settled_at) VALUES (?1, ?2, ?3)");
  if (!insert) return insert.error();
  RowBinder(**insert).integer(place).id(settled.by).integer(millisOf(settled.at));
  return (*insert)->run();
}

Result<std::size_t> countUnapplied(Connection& connection, std::int64_t programme) {
  Result<LentStatement> select =
      connection.lend("SELECT count(*) FROM log WHERE programme = ?1 AND stage >= 4 AND stage < 6");
  if (!select) return select.error();
  RowBinder(**select).integer(programme);
  if (const Result<Step> stepped = (*select)->step(); !stepped) return stepped.error();
  return static_cast<std::size_t>((*select)->integer(0));
}

}  // namespace rapport
