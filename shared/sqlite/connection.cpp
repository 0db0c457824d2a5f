#include "shared/sqlite/connection.h"

#include <cassert>
#include <utility>

namespace rapport {

Result<std::unique_ptr<Connection>> Connection::open(DatabaseOptions options,
                                                     std::span<const Migration> migrations) {
  std::unique_ptr<Connection> connection(new Connection(std::move(options)));
  if (Status opened = connection->ready(); !opened) return opened.error();
  if (!migrations.empty()) {
    if (Status migrated = migrate(connection->open_->database, migrations); !migrated) {
      return migrated.error();
    }
  }
  return connection;
}

Status Connection::ready() {
  if (open_ != nullptr && (!open_->database.mustReopen() || open_->database.inTransaction())) {
    return {};
  }
  // The old one goes first: while it lives, a new one would trust what the two share.
  open_.reset();
  Result<Database> opened = Database::open(options_);
  if (!opened) return opened.error();
  open_ = std::make_unique<Open>(std::move(opened).value());
  return {};
}

Status Connection::inside(TransactionKind kind, const std::function<Status()>& work) {
  if (Status status = ready(); !status) return status;
  assert(!open_->database.inTransaction());
  Result<Transaction> transaction = Transaction::begin(open_->database, kind);
  if (!transaction) return transaction.error();
  if (Status done = work(); !done) return done;
  return transaction->commit();
}

Status Connection::write(const std::function<Status()>& work) {
  return inside(TransactionKind::kWrite, work);
}

Status Connection::read(const std::function<Status()>& work) {
  return inside(TransactionKind::kRead, work);
}

Status Connection::part(const std::function<Status()>& work) {
  assert(inTransaction());
  Result<Savepoint> savepoint = Savepoint::begin(open_->database);
  if (!savepoint) return savepoint.error();
  if (Status done = work(); !done) return done;
  return savepoint->keep();
}

Result<LentStatement> Connection::lend(std::string_view sql) {
  if (Status status = ready(); !status) return status.error();
  return open_->statements.lend(sql);
}

Result<Database*> Connection::database() {
  if (Status status = ready(); !status) return status.error();
  return &open_->database;
}

}  // namespace rapport
