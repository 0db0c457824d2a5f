#include "shared/sqlite/database.h"

#include <fstream>

#include "tests/shared/sqlite/open_database.h"

namespace rapport {
namespace {

using testing::execute;
using testing::integer;
using testing::keyOf;
using testing::openOrDie;
using testing::TempFolder;

TEST(Database, KeepsItsSettingsThatNoCommitIsLost) {
  const TempFolder folder;
  Database database = openOrDie(folder.file("a.db"), keyOf('k'));
  EXPECT_EQ(integer(database, "PRAGMA synchronous"), 2);
  EXPECT_EQ(integer(database, "PRAGMA foreign_keys"), 1);
  EXPECT_EQ(integer(database, "PRAGMA page_size"), 8192);
  EXPECT_EQ(integer(database, "PRAGMA temp_store"), 0);  // 0: as compiled, always memory
  EXPECT_EQ(
      integer(database,
              "SELECT count(*) FROM pragma_compile_options WHERE compile_options IN "
              "('TEMP_STORE=3', 'THREADSAFE=2', 'DQS=0', 'OMIT_LOAD_EXTENSION', 'ENABLE_FTS5')"),
      5);
}

TEST(Database, IsFoundAgainAfterClosing) {
  const TempFolder folder;
  {
    Database database = openOrDie(folder.file("a.db"), keyOf('k'));
    execute(database, "CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (42)");
  }
  Database again = openOrDie(folder.file("a.db"), keyOf('k'));
  EXPECT_EQ(integer(again, "SELECT x FROM t"), 42);
  EXPECT_TRUE(again.check(CheckDepth::kFull).ok());
}

TEST(Database, SaysThatAMissingFileOrFolderCannotBeOpened) {
  const TempFolder folder;
  DatabaseOptions options;
  options.path = folder.file("none.db");
  options.access = DatabaseAccess::kReadWrite;
  const Result<Database> missing = Database::open(options);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kStorageFailed);
  options.path = folder.file("no/such/folder.db");
  options.access = DatabaseAccess::kCreate;
  EXPECT_EQ(Database::open(options).error().code, ErrorCode::kStorageFailed);
}

TEST(Database, ReaderSeesTheLastCommitAndMayNotWrite) {
  const TempFolder folder;
  Database writer = openOrDie(folder.file("a.db"), keyOf('k'));
  execute(writer, "CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1)");
  DatabaseOptions options;
  options.path = folder.file("a.db");
  options.key = keyOf('k');
  options.access = DatabaseAccess::kReadOnly;
  Database reader = openOrDie(options);
  execute(writer, "INSERT INTO t VALUES (2)");
  EXPECT_EQ(integer(reader, "SELECT count(*) FROM t"), 2);
  EXPECT_EQ(reader.execute("DELETE FROM t").error().code, ErrorCode::kStorageFailed);
}

TEST(Database, SecondWriterIsToldToTryAgain) {
  const TempFolder folder;
  Database first = openOrDie(folder.file("a.db"));
  DatabaseOptions options;
  options.path = folder.file("a.db");
  options.busyTimeout = std::chrono::milliseconds{0};
  Database second = openOrDie(options);
  execute(first, "BEGIN IMMEDIATE");
  EXPECT_EQ(second.execute("BEGIN IMMEDIATE").error().code, ErrorCode::kUnavailable);
}

TEST(Database, CopyHoldsTheSameRowsUnderTheSameKeyAndCipher) {
  const TempFolder folder;
  for (const Cipher cipher : {Cipher::kAegis256, Cipher::kChaCha20}) {
    const std::string name = cipher == Cipher::kAegis256 ? "aegis" : "chacha";
    DatabaseOptions options;
    options.path = folder.file(name);
    options.key = keyOf('k');
    options.cipher = cipher;
    Database database = openOrDie(options);
    execute(database, "CREATE TABLE t (x); INSERT INTO t VALUES ('plantedword')");
    ASSERT_TRUE(database.copyTo(folder.file(name + ".copy")).ok());
    options.path = folder.file(name + ".copy");
    Database copy = openOrDie(options);
    EXPECT_EQ(integer(copy, "SELECT count(*) FROM t WHERE x = 'plantedword'"), 1);
    EXPECT_FALSE(database.copyTo(folder.file(name + ".copy")).ok());
  }
}

TEST(Database, FlippedByteIsFoundNeverServed) {
  const TempFolder folder;
  for (const Cipher cipher : {Cipher::kAegis256, Cipher::kChaCha20}) {
    DatabaseOptions options;
    options.path = folder.file(cipher == Cipher::kAegis256 ? "aegis" : "chacha");
    options.key = keyOf('k');
    options.cipher = cipher;
    {
      Database database = openOrDie(options);
      execute(database, "CREATE TABLE t (x); INSERT INTO t VALUES (zeroblob(60000))");
      ASSERT_TRUE(database.check(CheckDepth::kFull).ok());
    }
    {
      std::fstream file(options.path, std::ios::in | std::ios::out | std::ios::binary);
      constexpr std::streamoff kWithinAPage = 3 * 8192 + 700;
      file.seekg(kWithinAPage);
      const int stood = file.get();
      file.seekp(kWithinAPage);
      file.put(static_cast<char>(stood ^ 1));  // whatever stood there, it stands there no more
    }
    Database database = openOrDie(options);
    EXPECT_EQ(database.integer("SELECT sum(length(hex(x))) FROM t").error().code,
              ErrorCode::kStorageFailed);
    EXPECT_EQ(database.check(CheckDepth::kQuick).error().code, ErrorCode::kStorageFailed);
  }
}

TEST(Database, FullTextSearchIsThere) {
  const TempFolder folder;
  Database database = openOrDie(folder.file("a.db"), keyOf('k'));
  execute(
      database,
      "CREATE VIRTUAL TABLE f USING fts5(body); INSERT INTO f VALUES ('shade at the bus stop')");
  EXPECT_EQ(integer(database, "SELECT count(*) FROM f WHERE f MATCH 'shade'"), 1);
}

}  // namespace
}  // namespace rapport
