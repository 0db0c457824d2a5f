#include "shared/sqlite/transaction.h"

#include "tests/shared/sqlite/open_database.h"

namespace rapport {
namespace {

using testing::execute;
using testing::integer;
using testing::openOrDie;
using testing::TempFolder;

class TransactionTest : public ::testing::Test {
 protected:
  TransactionTest() : database_(openOrDie(folder_.file("a.db"))) {
    execute(database_, "CREATE TABLE t (x INTEGER UNIQUE)");
  }
  std::int64_t rows() { return integer(database_, "SELECT count(*) FROM t"); }

  TempFolder folder_;
  Database database_;
};

TEST_F(TransactionTest, CommitKeepsAndLeavingScopeUndoes) {
  {
    auto kept = Transaction::begin(database_);
    execute(database_, "INSERT INTO t VALUES (1)");
    ASSERT_TRUE(kept->commit().ok());
  }
  {
    auto left = Transaction::begin(database_);
    execute(database_, "INSERT INTO t VALUES (2)");
  }
  EXPECT_FALSE(database_.inTransaction());
  EXPECT_EQ(rows(), 1);
}

TEST_F(TransactionTest, SavepointUndoesItsPartAlone) {
  auto transaction = Transaction::begin(database_);
  execute(database_, "INSERT INTO t VALUES (1)");
  {
    auto undone = Savepoint::begin(database_);
    execute(database_, "INSERT INTO t VALUES (2)");
  }
  {
    auto outer = Savepoint::begin(database_);
    execute(database_, "INSERT INTO t VALUES (3)");
    {
      auto inner = Savepoint::begin(database_);
      execute(database_, "INSERT INTO t VALUES (4)");
    }
    ASSERT_TRUE(outer->keep().ok());
  }
  ASSERT_TRUE(transaction->commit().ok());
  EXPECT_EQ(integer(database_, "SELECT sum(x) FROM t"), 4);
}

TEST_F(TransactionTest, ReaderKeepsOneViewWhileAnotherCommits) {
  Database other = openOrDie(folder_.file("a.db"));
  auto reading = Transaction::begin(other, TransactionKind::kRead);
  EXPECT_EQ(integer(other, "SELECT count(*) FROM t"), 0);
  execute(database_, "INSERT INTO t VALUES (1)");
  EXPECT_EQ(integer(other, "SELECT count(*) FROM t"), 0);
  ASSERT_TRUE(reading->commit().ok());
  EXPECT_EQ(integer(other, "SELECT count(*) FROM t"), 1);
}

TEST_F(TransactionTest, FullDatabaseSavesNothingOfItAndSaysSo) {
  execute(database_, "PRAGMA max_page_count = 4");
  {
    auto transaction = Transaction::begin(database_);
    execute(database_, "INSERT INTO t VALUES (1); CREATE TABLE big (b)");
    const Status full = database_.execute("INSERT INTO big VALUES (zeroblob(200000))");
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().code, ErrorCode::kStorageFull);
    EXPECT_NE(full.error().message.find("safe"), std::string::npos);
  }
  EXPECT_EQ(rows(), 0);
}

TEST_F(TransactionTest, CommitOfWhatSqliteAlreadyUndidIsAnError) {
  auto transaction = Transaction::begin(database_);
  execute(database_, "INSERT INTO t VALUES (1)");
  EXPECT_FALSE(database_.execute("INSERT OR ROLLBACK INTO t VALUES (1)").ok());
  ASSERT_FALSE(database_.inTransaction());
  EXPECT_EQ(transaction->commit().error().code, ErrorCode::kStorageFailed);
}

}  // namespace
}  // namespace rapport
