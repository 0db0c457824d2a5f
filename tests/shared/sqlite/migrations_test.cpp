#include "shared/sqlite/migrations.h"

#include "tests/shared/sqlite/open_database.h"

namespace rapport {

extern const std::span<const Migration> kTestMigrations;

namespace {

using testing::execute;
using testing::integer;
using testing::openOrDie;
using testing::TempFolder;

TEST(Migrations, EmbeddedFilesCarryNumberNameAndText) {
  ASSERT_EQ(kTestMigrations.size(), 2U);
  EXPECT_EQ(kTestMigrations[0].version, 1);
  EXPECT_EQ(kTestMigrations[1].name, "0002_places");
  EXPECT_NE(kTestMigrations[1].sql.find("several statements; in one file"), std::string_view::npos);
}

TEST(Migrations, BringANewDatabaseToTheLastVersionAndRunOnce) {
  const TempFolder folder;
  Database database = openOrDie(folder.file("a.db"));
  ASSERT_TRUE(migrate(database, kTestMigrations).ok());
  ASSERT_TRUE(migrate(database, kTestMigrations).ok());
  EXPECT_EQ(integer(database, "PRAGMA user_version"), 2);
  execute(database, "INSERT INTO note VALUES (x'01', 'body', 'Alder Court')");
}

TEST(Migrations, BringAnOlderDatabaseForwardWithItsRows) {
  const TempFolder folder;
  Database database = openOrDie(folder.file("a.db"));
  ASSERT_TRUE(migrate(database, kTestMigrations.first(1)).ok());
  execute(database, "INSERT INTO note VALUES (x'01', 'body')");
  ASSERT_TRUE(migrate(database, kTestMigrations).ok());
  EXPECT_EQ(integer(database, "SELECT count(*) FROM note WHERE place IS NULL"), 1);
}

TEST(Migrations, NewerDatabaseIsRefusedUntouched) {
  const TempFolder folder;
  Database database = openOrDie(folder.file("a.db"));
  execute(database, "PRAGMA user_version = 3");
  const Status refused = migrate(database, kTestMigrations);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kNewerDatabase);
  EXPECT_NE(refused.error().message.find("Install the newest Rapport"), std::string::npos);
  EXPECT_EQ(integer(database, "SELECT count(*) FROM sqlite_schema"), 0);
}

TEST(Migrations, StepThatFailsLeavesTheVersionBeforeIt) {
  const TempFolder folder;
  Database database = openOrDie(folder.file("a.db"));
  const Migration steps[] = {kTestMigrations[0],
                             {2, "0002_broken", "CREATE TABLE half (x); CREATE TABLE note (y);"}};
  const Status failed = migrate(database, steps);
  ASSERT_FALSE(failed);
  EXPECT_NE(failed.error().message.find("0002_broken"), std::string::npos);
  EXPECT_EQ(integer(database, "PRAGMA user_version"), 1);
  EXPECT_EQ(integer(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
}

}  // namespace
}  // namespace rapport
