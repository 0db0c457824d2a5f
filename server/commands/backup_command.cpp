#include <algorithm>
#include <cstdio>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "server/backup/backup_file.h"
#include "server/backup/backup_key.h"
#include "server/commands/commands.h"
#include "server/net/private_file.h"
#include "shared/crypto/key_file.h"
#include "shared/model/iso_time.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// The copy that the database makes of itself, under its own key, gone when this is.
class Snapshot {
 public:
  explicit Snapshot(std::string path) : path_(std::move(path)) { remove(); }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot() { remove(); }
  const std::string& path() const { return path_; }

 private:
  void remove() const {
    std::error_code ignored;  // what is not there need not go
    for (const char* end : {"", "-wal", "-shm", "-journal"}) fs::remove(path_ + end, ignored);
  }
  const std::string path_;
};

Result<SealingPublicKey> recipientOf(const Place& place) {
  const std::string path = place.folder + "/" + kBackupRecipientFile;
  const Result<std::string> text = readSmallFile(path);
  if (text) return backupRecipientFrom(*text);
  if (text.error().code != ErrorCode::kNotFound) return text.error();
  return Error{ErrorCode::kNotFound,
               "There is no backup key yet. Make one, and keep its private half elsewhere: "
               "rapport-server backup-key --data " +
                   place.folder};
}

// What the snapshot holds, once every page of it was read.
Result<Json> contentsOf(const std::string& path, const Bytes& key, const Clock& clock) {
  auto opened = ServerDatabase::open({path, key, ""});
  if (!opened) return opened.error();
  if (const Status sound = (*opened)->check(CheckDepth::kFull); !sound) return sound.error();
  SqliteServerStore store(**opened);
  const auto names = store.programmes();
  if (!names) return names.error();
  Json programmes = Json::array();
  for (const std::string& name : *names) {
    const Status read = store.reading(name, [&](ServerReader& reader) -> Status {
      const auto row = reader.programme();
      if (!row) return row.error();
      programmes.push_back({{"name", name},
                            {"epoch", std::to_string(row->epoch.value)},
                            {"number", row->lastNumber}});
      return {};
    });
    if (!read) return read.error();
  }
  return Json{{"format", 1},
              {"version", RAPPORT_VERSION},
              {"made_at", formatDateTime({clock.wallNow()})},
              {"programmes", std::move(programmes)}};
}

Status addKeys(BackupWriter& writer, const Place& place) {
  const Result<SecretKey> master = readKeyFile(keyPathOf(place));
  if (!master) return master.error();
  if (Status added = writer.add(kMasterKeyFile, master->view()); !added) return added;
  std::vector<std::string> names;
  std::error_code absent;  // a server behind loopback has no certificate
  for (const auto& each : fs::directory_iterator(certificateFolderIn(place), absent)) {
    if (each.is_regular_file()) names.push_back(each.path().filename().string());
  }
  std::ranges::sort(names);
  for (const std::string& name : names) {
    const std::string path = certificateFolderIn(place) + "/" + name;
    if (Status added = writer.addFile("tls/" + name, path); !added) return added;
  }
  return writer.addFile(kBackupRecipientFile, place.folder + "/" + kBackupRecipientFile);
}

// Each by the name it has: they never change, and what the snapshot speaks of was there before it.
// What a sweep takes away meanwhile is spoken of by nobody.
Status addBlobs(BackupWriter& writer, const Place& place) {
  std::error_code absent;
  for (const auto& each : fs::directory_iterator(place.folder + "/" + kWholeBlobs, absent)) {
    const std::string path = each.path().string();
    if (!fs::exists(path)) continue;
    const std::string name = std::string(kWholeBlobs) + "/" + each.path().filename().string();
    if (Status added = writer.addFile(name, path); !added) return added;
  }
  return {};
}

}  // namespace

Status backUp(const Place& place, const std::string& file) {
  Result<std::unique_ptr<Home>> opened = Home::open(place, Opening::kExisting);
  if (!opened) return opened.error();
  Home& home = **opened;
  const Result<SealingPublicKey> recipient = recipientOf(place);
  if (!recipient) return recipient.error();
  auto writer = BackupWriter::begin(file, *recipient, home.random());
  if (!writer) return writer.error();
  // The writer's lock on the unfinished file is this name's too.
  const Snapshot snapshot(file + ".part.db");
  if (const Status copied = home.database().copyTo(snapshot.path()); !copied) return copied;
  const Result<Json> contents = contentsOf(snapshot.path(), home.databaseKey(), home.clock());
  if (!contents) return contents.error();
  const Status added[] = {
      (*writer)->add("manifest.json", contents->dump()), addKeys(**writer, place),
      (*writer)->addFile(kDatabaseFile, snapshot.path()), addBlobs(**writer, place)};
  for (const Status& each : added) {
    if (!each) return each;
  }
  if (const Status whole = (*writer)->finish(); !whole) return whole;
  for (const Json& programme : contents->at("programmes")) {
    std::printf("%s: up to number %llu\n", programme.at("name").get<std::string>().c_str(),
                programme.at("number").get<unsigned long long>());
  }
  std::printf("%s: %llu bytes, read back, for backup key %s\n", file.c_str(),
              static_cast<unsigned long long>((*writer)->sizeBytes()),
              shortNameOf(*recipient).c_str());
  return {};
}

}  // namespace rapport
