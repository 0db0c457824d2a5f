#include "server/storage/server_database.h"

#include <gtest/gtest.h>

#include "server/storage/sqlite_server_store.h"
#include "tests/contract/samples.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_stores.h"

namespace rapport::testing {
namespace {

const Bytes kKey(32, 'k');

class ServerDatabaseTest : public ::testing::Test {
 protected:
  Result<std::unique_ptr<ServerDatabase>> open(const Bytes& key = kKey,
                                               const char* name = "server.db") {
    return ServerDatabase::open({folder_.file(name), key, ""});
  }
  static Status putOne(SqliteServerStore& store, std::uint64_t number) {
    return store.inTransaction([&](ServerStore::Transaction& transaction) -> Status {
      auto writer = transaction.programme(kTestProgramme);
      if (!writer) return writer.error();
      return (*writer)->putRecord(sampleRow(recordNamed(number), 1, number));
    });
  }
  static std::size_t countIn(SqliteServerStore& store) {
    std::size_t total = 0;
    const Status read = store.reading(kTestProgramme, [&](ServerReader& reader) -> Status {
      total = reader.countAfter(0).value();
      return {};
    });
    EXPECT_TRUE(read.ok()) << read.error().message;
    return total;
  }
  TempFolder folder_;
};

TEST_F(ServerDatabaseTest, AnotherKeyOpensNothing) {
  ASSERT_TRUE(open().ok());
  EXPECT_EQ(open(Bytes(32, 'x')).error().code, ErrorCode::kUnauthenticated);
}

TEST_F(ServerDatabaseTest, AFolderThatIsNotThereIsToldPlainly) {
  const auto refused = ServerDatabase::open({folder_.file("nowhere/server.db"), kKey, ""});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kStorageFailed);
}

TEST_F(ServerDatabaseTest, ANewerDatabaseIsRefusedAndLeftAlone) {
  ASSERT_TRUE(open().ok());
  DatabaseOptions options;
  options.path = folder_.file("server.db");
  options.key = kKey;
  auto database = Database::open(options);
  ASSERT_TRUE(database.ok());
  ASSERT_TRUE(database->execute("PRAGMA user_version = 9999").ok());
  EXPECT_EQ(open().error().code, ErrorCode::kNewerDatabase);
  EXPECT_EQ(database->integer("PRAGMA user_version").value(), 9999);
}

TEST_F(ServerDatabaseTest, ACopyMadeBesideTheRunningServerHoldsWhatWasCommitted) {
  auto database = open();
  ASSERT_TRUE(database.ok());
  SqliteServerStore store(**database);
  ASSERT_TRUE(store.addProgramme(testProgramme()).ok());
  for (std::uint64_t i = 1; i <= 20; ++i) ASSERT_TRUE(putOne(store, i).ok());
  const Status copied = (*database)->copyTo(folder_.file("copy.db"));
  ASSERT_TRUE(copied.ok()) << copied.error().message;
  ASSERT_TRUE(putOne(store, 21).ok());

  auto copy = open(kKey, "copy.db");
  ASSERT_TRUE(copy.ok()) << copy.error().message;
  EXPECT_TRUE((*copy)->check(CheckDepth::kFull).ok());
  SqliteServerStore copied_store(**copy);
  EXPECT_EQ(countIn(copied_store), 20U);
  EXPECT_EQ(countIn(store), 21U);
  EXPECT_FALSE((*database)->copyTo(folder_.file("copy.db")).ok());
}

// The command line works while the server runs.
TEST_F(ServerDatabaseTest, TwoProcessesMayWriteInTurn) {
  auto first = open();
  auto second = open();
  ASSERT_TRUE(first.ok());
  ASSERT_TRUE(second.ok());
  SqliteServerStore server(**first);
  SqliteServerStore commandLine(**second);
  ASSERT_TRUE(commandLine.addProgramme(testProgramme()).ok());
  for (std::uint64_t i = 1; i <= 10; ++i) {
    ASSERT_TRUE(putOne(i % 2 == 0 ? server : commandLine, i).ok());
  }
  EXPECT_EQ(countIn(server), 10U);
  EXPECT_EQ(countIn(commandLine), 10U);
}

TEST_F(ServerDatabaseTest, WorkThatFailsGivesItsReaderBack) {
  auto database = open();
  ASSERT_TRUE(database.ok());
  for (int i = 0; i < 50; ++i) {
    const Status failed = (*database)->read([](Connection&) -> Status {
      return Error{ErrorCode::kRefused, "No."};
    });
    EXPECT_EQ(failed.error().code, ErrorCode::kRefused);
  }
}

}  // namespace
}  // namespace rapport::testing
