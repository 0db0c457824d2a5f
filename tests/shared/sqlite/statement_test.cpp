#include "shared/sqlite/statement.h"

#include "shared/sqlite/statement_cache.h"
#include "tests/shared/sqlite/open_database.h"

namespace rapport {
namespace {

using testing::execute;
using testing::integer;
using testing::openOrDie;
using testing::TempFolder;

class StatementTest : public ::testing::Test {
 protected:
  StatementTest() : database_(openOrDie(folder_.file("a.db"))) {
    execute(database_, "CREATE TABLE t (i INTEGER PRIMARY KEY, r REAL, s TEXT, b BLOB) STRICT");
  }

  Statement prepare(std::string_view sql) {
    Result<Statement> prepared = database_.prepare(sql);
    if (!prepared) std::abort();
    return std::move(prepared).value();
  }

  TempFolder folder_;
  Database database_;
};

TEST_F(StatementTest, EveryKindOfValueComesBackAsItWent) {
  const std::string bytes{"\0\xff\0", 3};
  const std::string text{"se\xC3\xB1or\0x", 8};
  Statement insert = prepare("INSERT INTO t VALUES (?, ?, ?, ?)");
  ASSERT_TRUE(insert.bindInteger(1, INT64_MIN)
                  .bindReal(2, 0.1)
                  .bindText(3, text)
                  .bindBlob(4, bytes)
                  .run()
                  .ok());
  ASSERT_TRUE(insert.bindInteger(1, 2).bindNull(2).bindText(3, {}).bindBlob(4, {}).run().ok());
  EXPECT_EQ(database_.changedRows(), 1);
  EXPECT_EQ(database_.lastInsertedRow(), 2);

  Statement select = prepare("SELECT i, r, s, b FROM t ORDER BY i");
  ASSERT_EQ(*select.step(), Step::kRow);
  EXPECT_EQ(select.columnCount(), 4);
  EXPECT_EQ(select.integer(0), INT64_MIN);
  EXPECT_EQ(select.real(1), 0.1);
  EXPECT_EQ(select.text(2), text);
  EXPECT_EQ(select.blob(3), bytes);
  ASSERT_EQ(*select.step(), Step::kRow);
  EXPECT_TRUE(select.isNull(1));
  EXPECT_FALSE(select.isNull(2)) << "an empty text is no NULL";
  EXPECT_FALSE(select.isNull(3)) << "an empty blob is no NULL";
  EXPECT_EQ(*select.step(), Step::kDone);
}

TEST_F(StatementTest, BoundTextIsNeverSql) {
  Statement insert = prepare("INSERT INTO t (s) VALUES (?)");
  ASSERT_TRUE(insert.bindText(1, "'); DROP TABLE t; --").run().ok());
  EXPECT_EQ(integer(database_, "SELECT count(*) FROM t"), 1);
}

TEST_F(StatementTest, BindToAParameterThatIsNotThereFailsAtTheNextStep) {
  Statement insert = prepare("INSERT INTO t (i) VALUES (?)");
  const Result<Step> stepped = insert.bindInteger(1, 1).bindInteger(2, 2).step();
  ASSERT_FALSE(stepped);
  EXPECT_EQ(stepped.error().code, ErrorCode::kInternal);
  insert.reset();
  EXPECT_TRUE(insert.bindInteger(1, 1).run().ok());
}

TEST_F(StatementTest, BrokenRuleIsAConflictAndTheStatementWorksAgain) {
  Statement insert = prepare("INSERT INTO t (i) VALUES (?)");
  ASSERT_TRUE(insert.bindInteger(1, 1).run().ok());
  const Status repeated = insert.run();
  ASSERT_FALSE(repeated);
  EXPECT_EQ(repeated.error().code, ErrorCode::kConflict);
  EXPECT_TRUE(insert.bindInteger(1, 2).run().ok());
}

TEST_F(StatementTest, WrongSqlIsToldWithTheReason) {
  const Result<Statement> prepared = database_.prepare("SELECT body FROM nowhere");
  ASSERT_FALSE(prepared);
  EXPECT_NE(prepared.error().message.find("nowhere"), std::string::npos)
      << prepared.error().message;
}

TEST_F(StatementTest, CacheLendsOneStatementAgainAndTwoAtOnce) {
  StatementCache cache(database_);
  const std::string_view sql = "INSERT INTO t (i, s) VALUES (?, ?)";
  const Statement* first = nullptr;
  {
    auto lent = cache.lend(sql);
    ASSERT_TRUE(lent.ok());
    first = &**lent;
    EXPECT_TRUE((*lent)->bindInteger(1, 1).bindText(2, "left over").run().ok());
  }
  auto again = cache.lend(sql);
  EXPECT_EQ(&**again, first);
  auto second = cache.lend(sql);
  EXPECT_NE(&**second, first);
  EXPECT_TRUE((*again)->bindInteger(1, 2).run().ok());
  EXPECT_TRUE((*second)->bindInteger(1, 3).run().ok());
  EXPECT_EQ(integer(database_, "SELECT count(*) FROM t WHERE s IS NULL"), 2);
}

}  // namespace
}  // namespace rapport
