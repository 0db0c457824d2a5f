#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/shared/sqlite/open_database.h"

namespace rapport {
namespace {

using testing::execute;
using testing::integer;
using testing::keyOf;
using testing::openOrDie;
using testing::TempFolder;

std::string contentOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Encryption : public ::testing::TestWithParam<Cipher> {
 protected:
  DatabaseOptions optionsFor(const std::string& name) const {
    DatabaseOptions options;
    options.path = folder_.file(name);
    options.key = keyOf('k');
    options.cipher = GetParam();
    return options;
  }

  TempFolder folder_;
};

TEST_P(Encryption, PlantedWordIsInNoFileOnTheDisk) {
  Database database = openOrDie(optionsFor("a.db"));
  execute(database, "CREATE TABLE t (x TEXT); CREATE INDEX i ON t (x)");
  // More than the cache holds, so that sorting and spilling happen too.
  execute(database,
          "PRAGMA cache_size = 10; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
          "WHERE i < 3000) INSERT INTO t SELECT 'plantedword' || hex(randomblob(500)) FROM n");
  execute(database, "UPDATE t SET x = x || 'plantedword'; DELETE FROM t WHERE rowid % 2");
  const auto look = [&] {
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
      EXPECT_EQ(contentOf(entry.path()).find("plantedword"), std::string::npos) << entry.path();
      EXPECT_EQ(contentOf(entry.path()).find("CREATE TABLE"), std::string::npos) << entry.path();
    }
  };
  look();
  ASSERT_TRUE(database.checkpoint().ok());
  look();
}

TEST_P(Encryption, WrongKeyIsRefusedWithASentence) {
  { Database database = openOrDie(optionsFor("a.db")); }
  for (const Bytes& wrong : {keyOf('x'), Bytes{}}) {
    DatabaseOptions options = optionsFor("a.db");
    options.key = wrong;
    const Result<Database> opened = Database::open(options);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::kUnauthenticated);
    EXPECT_NE(opened.error().message.find("key"), std::string::npos);
  }
}

TEST_P(Encryption, AutomaticChoiceOpensWhatEitherCipherWrote) {
  {
    Database database = openOrDie(optionsFor("a.db"));
    execute(database, "CREATE TABLE t (x); INSERT INTO t VALUES (7)");
  }
  DatabaseOptions options = optionsFor("a.db");
  options.cipher = Cipher::kAutomatic;
  Database database = openOrDie(options);
  EXPECT_EQ(database.cipher(), GetParam());
  EXPECT_EQ(integer(database, "SELECT x FROM t"), 7);
}

TEST_P(Encryption, KeyIsUsedAsItIsWithBytesOfEveryKind) {
  DatabaseOptions options = optionsFor("a.db");
  for (std::size_t i = 0; i < options.key.size(); ++i) options.key[i] = static_cast<char>(i * 8);
  { Database database = openOrDie(options); }
  options.key[31] = static_cast<char>(options.key[31] ^ 1);
  EXPECT_FALSE(Database::open(options).ok());
}

INSTANTIATE_TEST_SUITE_P(Ciphers, Encryption,
                         ::testing::Values(Cipher::kAegis256, Cipher::kChaCha20),
                         [](const auto& chosen) {
                           return chosen.param == Cipher::kAegis256 ? "Aegis256" : "ChaCha20";
                         });

TEST(EncryptionKey, OfAnotherLengthIsRefused) {
  const TempFolder folder;
  DatabaseOptions options;
  options.path = folder.file("a.db");
  options.key = Bytes(31, 'k');
  EXPECT_EQ(Database::open(options).error().code, ErrorCode::kInvalid);
}

TEST(EncryptionKey, FileThatIsNoDatabaseIsNotOverwritten) {
  const TempFolder folder;
  const std::string path = folder.file("a.db");
  { std::ofstream(path) << std::string(20000, 'z'); }
  DatabaseOptions options;
  options.path = path;
  options.key = keyOf('k');
  EXPECT_FALSE(Database::open(options).ok());
  EXPECT_EQ(contentOf(path), std::string(20000, 'z'));
}

}  // namespace
}  // namespace rapport
