#include "server/storage/sqlite_blob_ledger.h"

#include "server/storage/account_statements.h"
#include "server/storage/programme_rows.h"

namespace rapport {
namespace {

constexpr char kOfProgramme[] = "programme = (SELECT key FROM programme WHERE name = ?1)";
constexpr char kWhat[] = "an attachment's pin";

RecordId attachmentOf(RowReader& row) { return row.id<RecordId>(0); }
std::uint64_t numberOf(RowReader& row) { return row.bits(0); }
constexpr char kPinned[] =
    "SELECT DISTINCT programme.name, sha256, size_bytes FROM blob_pin"
    " JOIN programme ON programme.key = blob_pin.programme ORDER BY 1, 2";
PinnedBlob pinnedOf(RowReader& row) { return {row.text(0), row.digest(1), row.bits(2)}; }

template <typename Bind>
Result<std::uint64_t> number(ServerDatabase& database, const std::string& sql, Bind bind) {
  const auto found = selectRow(database, sql, bind, numberOf, kWhat);
  if (!found) return found.error();
  return found->value_or(0);
}

}  // namespace

Result<bool> SqliteBlobLedger::isPinned(const std::string& programme, RecordId attachment,
                                        const Digest& sha256) {
  static const std::string kSql = std::string("SELECT count(*) FROM blob_pin WHERE ") +
                                  kOfProgramme + " AND attachment = ?2 AND sha256 = ?3";
  const auto found = number(
      database_, kSql, [&](RowBinder& row) { row.text(programme).id(attachment).digest(sha256); });
  if (!found) return found.error();
  return *found > 0;
}

Result<std::vector<RecordId>> SqliteBlobLedger::pinnedTo(const std::string& programme,
                                                         const Digest& sha256, std::size_t limit) {
  static const std::string kSql = std::string("SELECT attachment FROM blob_pin WHERE ") +
                                  kOfProgramme + " AND sha256 = ?2 LIMIT ?3";
  return selectRows(
      database_, kSql, [&](RowBinder& row) { row.text(programme).digest(sha256).bits(limit); },
      attachmentOf, kWhat);
}

Result<std::size_t> SqliteBlobLedger::countAbout(const std::string& programme, RecordId about) {
  static const std::string kSql =
      std::string("SELECT count(*) FROM blob_pin WHERE ") + kOfProgramme + " AND about = ?2";
  return number(database_, kSql, [&](RowBinder& row) { row.text(programme).id(about); });
}

Result<std::uint64_t> SqliteBlobLedger::bytesOf(const std::string& programme, ReplicaId replica,
                                                WallTime since) {
  static const std::string kSql = std::string("SELECT coalesce(sum(size_bytes), 0) FROM blob_pin") +
                                  " WHERE " + kOfProgramme +
                                  " AND replica = ?2 AND pinned_at >= ?3";
  return number(database_, kSql,
                [&](RowBinder& row) { row.text(programme).id(replica).integer(millisOf(since)); });
}

Status SqliteBlobLedger::pin(const std::string& programme, const BlobPin& pin) {
  return database_.write([&](Connection& connection) -> Status {
    const Result<std::int64_t> key = programmeKey(connection, programme);
    if (!key) return key.error();
    return changeRows(connection,
                      "INSERT INTO blob_pin (programme, attachment, sha256, about, size_bytes,"
                      " replica, pinned_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS"
                      " (SELECT 1 FROM erased WHERE programme = ?1 AND record IN (?2, ?4))"
                      " ON CONFLICT DO NOTHING",
                      [&](RowBinder& row) {
                        row.integer(*key).id(pin.attachment).digest(pin.sha256).id(pin.about);
                        row.bits(pin.sizeBytes).id(pin.replica).integer(millisOf(pin.pinnedAt));
                      });
  });
}

// The record table holds heads and tombstones, the log all history.
//
// After a sync that failed, the log of the database may hold the frames of a commit that is not
// shown, and after a power cut it would be. The next commit is written over them, or into a new
// log: so there is one even where no pin goes.
Result<std::vector<PinnedBlob>> SqliteBlobLedger::settle() {
  std::vector<PinnedBlob> left;
  const Status done = database_.write([&](Connection& connection) -> Status {
    const Status removed = changeRows(
        connection,
        "DELETE FROM blob_pin WHERE NOT EXISTS (SELECT 1 FROM record"
        "  WHERE record.programme = blob_pin.programme AND record.id = blob_pin.attachment)"
        " AND (NOT EXISTS (SELECT 1 FROM log INDEXED BY log_by_record"
        "  WHERE log.programme = blob_pin.programme AND log.record = blob_pin.attachment)"
        " OR EXISTS (SELECT 1 FROM erased"
        "  WHERE erased.programme = blob_pin.programme AND erased.record = blob_pin.attachment))",
        [](RowBinder&) {});
    if (!removed) return removed;
    const Status written =
        changeRows(connection, "UPDATE sweep SET begun = begun + 1", [](RowBinder&) {});
    if (!written) return written;
    auto pinned = selectRows(
        connection, kPinned, [](RowBinder&) {}, pinnedOf, kWhat);
    if (!pinned) return pinned.error();
    left = std::move(*pinned);
    return {};
  });
  if (!done) return done.error();
  return left;
}

Result<std::vector<PinnedBlob>> SqliteBlobLedger::pinned() {
  return selectRows(
      database_, kPinned, [](RowBinder&) {}, pinnedOf, kWhat);
}

}  // namespace rapport
