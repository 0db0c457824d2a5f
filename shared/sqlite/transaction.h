#pragma once

#include <string>

#include "shared/base/result.h"

namespace rapport {

class Database;

enum class TransactionKind {
  kWrite,  // takes the one writer's place at once, or kUnavailable after the busy timeout
  kRead,   // one unchanging view for several reads
};

// All or nothing. Rolls back when it goes out of scope without a commit that succeeded.
class Transaction {
 public:
  // kStorageFailed while the database must be reopened.
  static Result<Transaction> begin(Database& database,
                                   TransactionKind kind = TransactionKind::kWrite);

  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  // Ok: everything since begin() is on the disk for good. An error: nothing of it counts, except
  // when Database::mustReopen() turned true: then only reopening tells.
  Status commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}

  Database* database_;  // nothing once it is over
};

// A part of a transaction that can fail alone. Undone when it goes out of scope without keep().
class Savepoint {
 public:
  // Inside a transaction only.
  static Result<Savepoint> begin(Database& database);

  Savepoint(Savepoint&& other) noexcept;
  Savepoint& operator=(Savepoint&&) = delete;
  ~Savepoint();

  Status keep();

 private:
  explicit Savepoint(Database& database) : database_(&database) {}

  Database* database_;
};

}  // namespace rapport
