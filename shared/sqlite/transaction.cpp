#include "shared/sqlite/transaction.h"

#include <utility>

#include <sqlite3.h>

#include "shared/sqlite/database.h"
#include "shared/sqlite/wal_room.h"

namespace rapport {
namespace {

constexpr char kReopen[] =
    "The disk failed while something was being saved, so it is not known whether it was. Close "
    "Rapport and open it again; what was saved before is safe.";

}  // namespace

Result<Transaction> Transaction::begin(Database& database, TransactionKind kind) {
  if (database.mustReopen()) return Error{ErrorCode::kStorageFailed, kReopen};
  const Status begun =
      database.perform(kind == TransactionKind::kWrite ? "BEGIN IMMEDIATE" : "BEGIN");
  if (!begun) return begun.error();
  if (kind == TransactionKind::kWrite && database.room_) database.room_->keep();
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
  // A rollback that fails leaves the file as it was: SQLite undoes the rest when it opens it again.
  if (database_ != nullptr && database_->inTransaction()) (void)database_->perform("ROLLBACK");
}

Status Transaction::commit() {
  assert(database_ != nullptr);
  if (!database_->inTransaction()) {
    // A full disk or a failed read inside the transaction made SQLite undo it already.
    database_ = nullptr;
    return Error{ErrorCode::kStorageFailed,
                 "The disk failed before this was complete, so none of it was saved. Everything "
                 "saved before is safe; try again."};
  }
  const int code = database_->step("COMMIT");
  if (code == SQLITE_OK) {
    database_ = nullptr;
    return {};
  }
  // The frames may have reached the disk although their sync failed: a reader that opens the file
  // later may see them, while this connection believes them undone.
  if ((code & 0xFF) == SQLITE_IOERR) database_->mustReopen_ = true;
  return database_->failure(code);
}

Result<Savepoint> Savepoint::begin(Database& database) {
  assert(database.inTransaction());
  const Status begun = database.perform("SAVEPOINT part");
  if (!begun) return begun.error();
  return Savepoint(database);
}

Savepoint::Savepoint(Savepoint&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Savepoint::~Savepoint() {
  if (database_ == nullptr || !database_->inTransaction()) return;
  // If this fails, the transaction around it cannot commit either, which is what must hold.
  const Status undone = database_->perform("ROLLBACK TO part");
  if (undone) (void)database_->perform("RELEASE part");
}

Status Savepoint::keep() {
  assert(database_ != nullptr);
  Status kept = database_->perform("RELEASE part");
  if (kept) database_ = nullptr;
  return kept;
}

}  // namespace rapport
