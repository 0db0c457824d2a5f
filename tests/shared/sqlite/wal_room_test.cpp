#include <filesystem>

#include "shared/sqlite/transaction.h"
#include "tests/shared/sqlite/open_database.h"

namespace rapport {
namespace {

using testing::execute;
using testing::integer;
using testing::keyOf;
using testing::openOrDie;
using testing::TempFolder;

class WalRoom : public ::testing::Test {
 protected:
  WalRoom() { execute(database_, "CREATE TABLE t (x INTEGER PRIMARY KEY, bytes BLOB)"); }

  void save(int bytes) {
    Result<Transaction> transaction = Transaction::begin(database_, TransactionKind::kWrite);
    ASSERT_TRUE(transaction.ok());
    execute(database_, "INSERT INTO t (bytes) VALUES (randomblob(" + std::to_string(bytes) + "))");
    ASSERT_TRUE(transaction->commit());
  }

  std::uintmax_t logBytes() const { return std::filesystem::file_size(folder_.file("a.db-wal")); }

  const TempFolder folder_;
  Database database_ = openOrDie(folder_.file("a.db"), keyOf('k'));
};

TEST_F(WalRoom, SmallCommitsFindRoomAndTheFileGrowsInSteps) {
  int grown = 0;
  std::uintmax_t before = 0;
  constexpr int kSaves = 100;
  for (int i = 0; i < kSaves; ++i) {
    save(1000);
    grown += logBytes() != before ? 1 : 0;
    before = logBytes();
  }
  EXPECT_GT(grown, 0);
  EXPECT_LT(grown, kSaves / 10);
  EXPECT_GT(logBytes(), static_cast<std::uintmax_t>(kSaves) * 8192);
}

TEST_F(WalRoom, MuchAtOnceIsWrittenOnce) {
  constexpr int kBytes = 1024 * 1024;
  save(kBytes);
  save(kBytes);
  save(kBytes);
  EXPECT_LT(logBytes(), 4U * kBytes);
}

// A program that saves one thing and ends does not pay for room that it never uses.
TEST_F(WalRoom, BeginsWithTheSecondCommit) {
  Database other = openOrDie(folder_.file("b.db"), keyOf('k'));
  const auto create = [&other](const char* table) {
    Result<Transaction> transaction = Transaction::begin(other, TransactionKind::kWrite);
    ASSERT_TRUE(transaction.ok());
    execute(other, std::string("CREATE TABLE ") + table + " (x INTEGER)");
    ASSERT_TRUE(transaction->commit());
  };
  constexpr std::uintmax_t kFew = 64 * 1024;
  create("first");
  EXPECT_LT(std::filesystem::file_size(folder_.file("b.db-wal")), kFew);
  create("second");
  EXPECT_GT(std::filesystem::file_size(folder_.file("b.db-wal")), kFew);
}

// As a power cut leaves it: nobody closed, and behind the last commit there are zeros.
TEST_F(WalRoom, WhatWasCommittedIsFoundBeforeTheRoom) {
  for (int i = 0; i < 3; ++i) save(1000);
  for (const char* name : {"a.db", "a.db-wal"}) {
    std::filesystem::copy_file(folder_.file(name), folder_.file(std::string("copy-") + name));
  }
  Database copy = openOrDie(folder_.file("copy-a.db"), keyOf('k'));
  EXPECT_EQ(integer(copy, "SELECT count(*) FROM t"), 3);
  EXPECT_TRUE(copy.check(CheckDepth::kFull).ok());
}

// Two programs on one file: what one appends, the other never writes over.
TEST_F(WalRoom, BelongsToWhoeverWrites) {
  Database other = openOrDie(folder_.file("a.db"), keyOf('k'));
  for (int i = 0; i < 200; ++i) {
    save(1000);
    Result<Transaction> transaction = Transaction::begin(other, TransactionKind::kWrite);
    ASSERT_TRUE(transaction.ok());
    execute(other, "INSERT INTO t (bytes) VALUES (randomblob(3000))");
    ASSERT_TRUE(transaction->commit());
  }
  EXPECT_EQ(integer(database_, "SELECT count(*) FROM t"), 400);
  EXPECT_TRUE(other.check(CheckDepth::kFull).ok());
}

}  // namespace
}  // namespace rapport
