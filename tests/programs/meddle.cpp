// What the tests of the programs need and no program of ours would do: SQL against an encrypted
// database, a certificate of other days, a foreign key.
//
//   rapport-meddle server-sql DATA SQL, tablet-sql PROFILE SQL
//   rapport-meddle certificate FOLDER BEGINS_IN_DAYS LASTS_DAYS   (under the key that is there)
//   rapport-meddle key FOLDER NAME                                (a new key and its certificate)
//   rapport-meddle server-pages DATA, tablet-pages PROFILE        (page_dump.h; of a copy)
//   rapport-meddle server-rows DATA, tablet-rows PROFILE
//   rapport-meddle officer KEY                          (an officer's key file; prints its public
//   half) rapport-meddle open KEY RECORD BODY KEYS…           (what a browser does with it;
//   support/officer.h)
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "server/net/certificate.h"
#include "shared/base/clock.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/key_file.h"
#include "shared/crypto/mac.h"
#include "shared/crypto/sealed_box.h"
#include "shared/crypto/system_random.h"
#include "shared/sqlite/database.h"
#include "tests/programs/page_dump.h"
#include "tests/support/officer.h"

namespace {

using namespace rapport;  // NOLINT: a program of its own

struct KeptDatabase {
  std::string path;
  Bytes key;
};

Result<KeptDatabase> serverDatabase(const std::string& folder) {
  const auto master = readKeyFile(folder + "/master.key");
  if (!master) return master.error();
  const Mac32 key = mac32(*master, "rapport server database v1");
  return KeptDatabase{folder + "/rapport.db", Bytes(key.begin(), key.end())};
}

Result<KeptDatabase> tabletDatabase(const std::string& folder) {
  const auto key = readKeyFile(folder + "/database.key");
  if (!key) return key.error();
  return KeptDatabase{folder + "/profile.db", Bytes(key->view())};
}

Status dump(const std::string& what, const std::string& folder) {
  const auto database =
      what.starts_with("server") ? serverDatabase(folder) : tabletDatabase(folder);
  if (!database) return database.error();
  return what.ends_with("pages") ? testing::dumpPages(database->path, database->key)
                                 : testing::dumpRows(database->path, database->key);
}

Status runSql(const Result<KeptDatabase>& kept, const std::string& sql) {
  if (!kept) return kept.error();
  DatabaseOptions options;
  options.path = kept->path;
  options.key = kept->key;
  auto database = Database::open(options);
  if (!database) return database.error();
  if (const Status done = database->execute(sql); !done) return done;
  return database->checkpoint();
}

Status certificate(const std::string& folder, int beginsInDays, int lastsDays) {
  // The folder backdates by a day, for clocks that lag.
  const WallTime begins = SystemClock().wallNow() + std::chrono::days{beginsInDays + 1};
  return CertificateFolder(folder).renew({}, begins, std::chrono::days{lastsDays - 1});
}

Result<SealingKey> officerKey(const std::string& path) {
  SystemRandom random;
  const auto secret = readOrCreateKeyFile(path, random);
  if (!secret) return secret.error();
  return SealingKey::fromSecret(*secret);
}

Status makeOfficer(const std::string& path) {
  const auto key = officerKey(path);
  if (!key) return key.error();
  std::printf("%s\n", toBase64Url(key->publicKey().view()).c_str());
  return {};
}

Status open(const std::vector<std::string>& words) {
  const auto key = officerKey(words[1]);
  if (!key) return key.error();
  const auto record = Uuid::parse(words[2]);
  if (!record) return Error{ErrorCode::kInvalid, "no id"};
  const auto text =
      testing::openTexts(*key, RecordId{*record}, words[3], {words.begin() + 4, words.end()});
  if (!text) return text.error();
  std::printf("%s\n", text->c_str());
  return {};
}

Status run(const std::vector<std::string>& words) {
  if (words.size() == 3 && words[0] == "server-sql") {
    return runSql(serverDatabase(words[1]), words[2]);
  }
  if (words.size() == 3 && words[0] == "tablet-sql") {
    return runSql(tabletDatabase(words[1]), words[2]);
  }
  const bool dumps =
      words.size() == 2 && (words[0].ends_with("-pages") || words[0].ends_with("-rows"));
  if (dumps) return dump(words[0], words[1]);
  if (words.size() == 4 && words[0] == "certificate") {
    return certificate(words[1], std::atoi(words[2].c_str()), std::atoi(words[3].c_str()));
  }
  if (words.size() == 3 && words[0] == "key") {
    return CertificateFolder(words[1]).make({words[2]}, SystemClock().wallNow(),
                                            std::chrono::days{30});
  }
  if (words.size() == 2 && words[0] == "officer") return makeOfficer(words[1]);
  if (words.size() > 4 && words[0] == "open") return open(words);
  return Error{ErrorCode::kInvalid, "The tests call this, see its first lines."};
}

}  // namespace

int main(int argc, char** argv) {
  const Status done = run({argv + 1, argv + argc});
  if (!done) std::fprintf(stderr, "rapport-meddle: %s\n", done.error().message.c_str());
  return done ? 0 : 1;
}
