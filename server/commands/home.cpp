#include "server/commands/home.h"

#include <algorithm>
#include <filesystem>

#include "shared/crypto/key_file.h"
#include "shared/crypto/mac.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;

// One key on the disk, another for each use: neither tells anything of the other.
SecretKey keyFor(const SecretKey& master, ByteView use) {
  SecretKey key;
  const Mac32 made = mac32(master, use);
  std::ranges::copy(made, key.span().begin());
  return key;
}

// What may lie where a server is to begin: what its other commands put there before it.
bool belongs(const fs::path& entry) {
  const std::string name = entry.filename().string();
  return name.starts_with(kMasterKeyFile) || name == "tls" || name == "serving.json" ||
         name == "lost+found" || name == kBackupRecipientFile;
}

Error unfinishedRestore(const std::string& folder) {
  return {
      ErrorCode::kRefused,
      "A restore into " + folder +
          " did not come to its end. Nothing was changed; run it again: rapport-server restore"};
}

// A server that begins in somebody else's folder by a slip of the hand would be hard to find again.
Status mayBeginIn(const std::string& folder) {
  std::error_code failure;
  for (fs::directory_iterator each(folder, failure), end; !failure && each != end;
       each.increment(failure)) {
    if (belongs(each->path())) continue;
    return Error{ErrorCode::kRefused, folder + " holds other things (" +
                                          each->path().filename().string() +
                                          ") and no server's data. Nothing was changed; choose an "
                                          "empty folder, or one that is not there yet."};
  }
  return {};
}

bool isEmpty(const std::string& path) {
  std::error_code failure;
  return fs::file_size(path, failure) == 0 && !failure;
}

Status makeFolder(const std::string& folder) {
  std::error_code failure;
  const bool isNew = fs::create_directories(folder, failure);
  if (!failure && isNew) fs::permissions(folder, fs::perms::owner_all, failure);
  if (!failure) return {};
  return Error{ErrorCode::kStorageFailed,
               "The folder " + folder + " could not be made: " + failure.message() + "."};
}

}  // namespace

std::string keyPathOf(const Place& place) {
  return place.keyFile.value_or(place.folder + "/" + kMasterKeyFile);
}

Result<std::unique_ptr<Home>> Home::open(const Place& place, Opening opening) {
  const std::string databasePath = place.folder + "/" + kDatabaseFile;
  const bool unfinished = fs::exists(place.folder + "/" + kUnfinishedRestore);
  if (unfinished && !fs::exists(databasePath)) return unfinishedRestore(place.folder);
  if (opening == Opening::kExisting && !fs::exists(databasePath)) {
    return Error{ErrorCode::kNotFound,
                 place.folder +
                     " holds no server's data. Make a programme first: rapport-server "
                     "programme --data " +
                     place.folder + " add NAME"};
  }
  if (opening != Opening::kMayResume && isEmpty(databasePath)) {
    return Error{ErrorCode::kStorageFailed,
                 databasePath +
                     " is empty: a copy that failed, or a first start that was cut short. Nothing "
                     "was changed. Put the newest backup in its place; if there never was any data "
                     "here, delete this file."};
  }
  if (!fs::exists(databasePath)) {
    if (const Status may = mayBeginIn(place.folder); !may) return may.error();
  }
  if (const Status made = makeFolder(place.folder); !made) return made.error();
  Result<Catalogue> catalogue = Catalogue::load(builtInDeclarations());
  if (!catalogue) return catalogue.error();
  SystemRandom random;
  const std::string keyPath = keyPathOf(place);
  // A key drawn beside an old database would open nothing, and hide that the right one is missing.
  const Result<SecretKey> master =
      fs::exists(databasePath) ? readKeyFile(keyPath) : readOrCreateKeyFile(keyPath, random);
  if (!master) return master.error();
  ServerDatabaseOptions options;
  options.path = databasePath;
  options.key = Bytes(keyFor(*master, "rapport server database v1").view());
  auto database = ServerDatabase::open(options);
  if (!database) return database.error();
  return std::unique_ptr<Home>(
      new Home(place.folder, *catalogue, std::move(*database), options.key, *master));
}

Home::Home(std::string folder, const Catalogue& catalogue, std::unique_ptr<ServerDatabase> database,
           Bytes databaseKey, const SecretKey& master)
    : folder_(std::move(folder)),
      types_(catalogue),
      database_(std::move(database)),
      store_(*database_),
      accounts_(*database_),
      ledger_(*database_),
      blobs_(folder_ + "/blobs", keyFor(master, "rapport server blobs v1")),
      databaseKey_(std::move(databaseKey)),
      verdictKey_(keyFor(master, "rapport server verdicts v1")),
      sealingKey_(SealingKey::fromSecret(keyFor(master, "rapport server sealing v1"))),
      arbiter_(types_, clock_, random_, verdictKey_) {}

std::string Home::databasePath() const { return folder_ + "/" + kDatabaseFile; }

Status Home::mustHaveProgramme(const std::string& name) {
  const Result<std::vector<std::string>> programmes = store_.programmes();
  if (!programmes) return programmes.error();
  if (std::ranges::find(*programmes, name) != programmes->end()) return {};
  std::string there;
  for (const std::string& each : *programmes) there += (there.empty() ? "" : ", ") + each;
  return Error{ErrorCode::kNotFound, "There is no programme \"" + name + "\" here" +
                                         (there.empty() ? "." : ", only " + there + ".")};
}

}  // namespace rapport
