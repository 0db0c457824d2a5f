#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>

#include "shared/base/result.h"
#include "shared/sqlite/database.h"
#include "shared/sqlite/migrations.h"
#include "shared/sqlite/statement_cache.h"
#include "shared/sqlite/transaction.h"

namespace rapport {

// A database with its prepared statements, that opens itself again when a failed commit left in
// doubt what the file holds. One thread at a time.
class Connection {
 public:
  // Migrates when `migrations` names any. A read-only connection takes none.
  static Result<std::unique_ptr<Connection>> open(DatabaseOptions options,
                                                  std::span<const Migration> migrations = {});

  // All or nothing: durable when `work` and the commit succeed, else no trace. Not nested.
  Status write(const std::function<Status()>& work);
  // Every read of `work` sees one unchanging state.
  Status read(const std::function<Status()>& work);
  // Inside write() only: a part that can fail alone.
  Status part(const std::function<Status()>& work);

  // Must be given back before the transaction around it ends.
  Result<LentStatement> lend(std::string_view sql);
  bool inTransaction() const { return open_ != nullptr && open_->database.inTransaction(); }
  // By the last insert, update or delete.
  std::int64_t changedRows() const { return open_->database.changedRows(); }
  std::int64_t lastInsertedRow() const { return open_->database.lastInsertedRow(); }
  // For what has no statement: checks, copies, checkpoints.
  Result<Database*> database();

 private:
  struct Open {
    explicit Open(Database opened) : database(std::move(opened)), statements(database) {}
    Database database;
    StatementCache statements;
  };
  explicit Connection(DatabaseOptions options) : options_(std::move(options)) {}

  Status ready();
  Status inside(TransactionKind kind, const std::function<Status()>& work);

  DatabaseOptions options_;
  std::unique_ptr<Open> open_;  // nothing after a failed attempt to open it again
};

}  // namespace rapport
