#include <algorithm>
#include <cstdio>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "server/backup/backup_key.h"
#include "server/backup/backup_reader.h"
#include "server/backup/new_file.h"
#include "server/commands/commands.h"
#include "server/commands/ledger_restore.h"
#include "server/net/private_file.h"
#include "server/storage/new_epochs.h"
#include "shared/crypto/key_file.h"
#include "shared/model/bounded_json.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kManifestBytes = 1024 * 1024;
constexpr const char* kManifest = "manifest.json";
constexpr const char* kTlsFolder = "tls";

Error diskError(const std::string& path, const std::error_code& failure) {
  return {ErrorCode::kStorageFailed, path + ": " + failure.message() + "."};
}

// What a restore that did not come to its end left, and what it had put in its place already.
Status clearUnfinished(const std::string& folder) {
  std::error_code failure;
  const std::string unfinished = folder + "/" + kUnfinishedRestore;
  if (!fs::exists(unfinished)) return {};
  if (fs::exists(folder + "/" + kDatabaseFile)) return {};  // it came to its end, but for this
  for (const char* name :
       {"tls", "blobs", kMasterKeyFile, kBackupRecipientFile, kLedgerFile, kUnfinishedRestore}) {
    fs::remove_all(folder + "/" + name, failure);
    if (failure) return diskError(folder + "/" + name, failure);
  }
  return {};
}

Status makeRoom(const std::string& folder) {
  std::error_code failure;
  if (fs::create_directories(folder, failure)) {
    fs::permissions(folder, fs::perms::owner_all, failure);
  }
  if (failure) return diskError(folder, failure);
  if (const Status cleared = clearUnfinished(folder); !cleared) return cleared;
  for (const auto& each : fs::directory_iterator(folder, failure)) {
    const std::string name = each.path().filename().string();
    if (name == "lost+found") continue;
    return Error{ErrorCode::kRefused,
                 folder + " is not empty (" + name +
                     "). Nothing was changed. A restore needs an empty folder, or one that is not "
                     "there; move what is there away first, and keep it until all is well."};
  }
  if (failure) return diskError(folder, failure);
  const std::string unfinished = folder + "/" + kUnfinishedRestore;
  for (const char* name : {"tls", kWholeBlobs}) {
    fs::create_directories(unfinished + "/" + name, failure);
    if (failure) return diskError(unfinished, failure);
  }
  return syncFolder(folder);
}

// Only what a backup may hold, by names that lead nowhere else.
bool mayHold(const std::string& name) {
  if (name == kDatabaseFile || name == kMasterKeyFile || name == kBackupRecipientFile) return true;
  const std::size_t slash = name.rfind('/');
  if (slash == std::string::npos) return false;
  const std::string folder = name.substr(0, slash), file = name.substr(slash + 1);
  if (folder != kTlsFolder && folder != kWholeBlobs) return false;
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  };
  return !file.empty() && file.front() != '.' && std::ranges::all_of(file, plain);
}

Status readManifest(BackupReader& reader) {
  const Result<Bytes> text = reader.contents(kManifestBytes);
  if (!text) return text.error();
  const Result<nlohmann::json> manifest = parseBoundedJson(*text, kManifestBytes);
  if (!manifest) return manifest.error();
  if (manifest->is_object() && manifest->value("format", 0) == 1) return {};
  return Error{
      ErrorCode::kUpdateNeeded,
      "This backup was made by a newer Rapport. Nothing was changed; restore it with that."};
}

Status unpack(BackupReader& reader, const std::string& into) {
  bool first = true;
  while (true) {
    const auto entry = reader.next();
    if (!entry) return entry.error();
    if (!*entry) break;
    if (first != ((*entry)->name == kManifest) || (!first && !mayHold((*entry)->name))) {
      return Error{ErrorCode::kInvalid, "The backup holds what no backup does (" + (*entry)->name +
                                            "). Nothing was restored; take another backup."};
    }
    const Status taken = first ? readManifest(reader) : reader.copyTo(into + "/" + (*entry)->name);
    if (!taken) return taken;
    first = false;
  }
  for (const char* folder : {"/tls", "/blobs/whole", "/blobs", ""}) {
    if (const Status synced = syncFolder(into + folder); !synced) return synced;
  }
  return {};
}

// With --key-file the key goes where the operator keeps it.
Status placeKey(const Place& place, const std::string& unfinished) {
  if (!place.keyFile) return {};
  const std::string unpacked = unfinished + "/" + kMasterKeyFile;
  const Result<SecretKey> key = readKeyFile(unpacked);
  if (!key) return key.error();
  const Result<SecretKey> there = readKeyFile(*place.keyFile);
  if (there && there->view() != key->view()) {
    return Error{ErrorCode::kRefused,
                 *place.keyFile + " holds another key than the backup. Nothing was changed there."};
  }
  if (!there && there.error().code != ErrorCode::kNotFound) return there.error();
  const Status written = there ? Status{} : writePrivateFile(*place.keyFile, key->view());
  if (!written) return written;
  std::error_code failure;
  fs::remove(unpacked, failure);
  return failure ? Status{diskError(unpacked, failure)} : Status{};
}

// The database last: a folder without it is no server's.
Status moveIntoPlace(const std::string& folder) {
  const std::string unfinished = folder + "/" + kUnfinishedRestore;
  std::error_code failure;
  if (fs::exists(unfinished + "/" + kDatabaseFile + "-wal")) {
    return Error{ErrorCode::kStorageFailed,
                 "The restored database could not be closed: " + unfinished +
                     ". The disk may be full; make room, and run it again."};
  }
  for (const char* name :
       {"tls", "blobs", kMasterKeyFile, kBackupRecipientFile, kLedgerFile, kDatabaseFile}) {
    const std::string from = unfinished + "/" + name;
    if (!fs::exists(from) || fs::is_empty(from, failure)) continue;  // without certificates
    if (std::string_view(name) == kDatabaseFile) {
      if (const Status synced = syncFolder(folder); !synced) return synced;
    }
    fs::rename(from, folder + "/" + name, failure);
    if (failure) return diskError(from, failure);
  }
  if (const Status synced = syncFolder(folder); !synced) return synced;
  fs::remove_all(unfinished, failure);
  return failure ? Status{diskError(unfinished, failure)} : syncFolder(folder);
}

Status beginAnew(const Place& place, const std::vector<LedgerEntry>& ledger = {}) {
  Result<std::unique_ptr<Home>> home = Home::open(place, Opening::kExisting);
  if (!home) return home.error();
  if (const Status sound = (*home)->database().check(CheckDepth::kFull); !sound) return sound;
  const auto begun = beginNewEpochs((*home)->database(), (*home)->clock(), (*home)->random());
  if (!begun) return begun.error();
  for (const NewEpoch& each : *begun) {
    std::printf("%s: as of number %llu\n", each.programme.c_str(),
                static_cast<unsigned long long>(each.kept.n));
  }
  return ledger.empty() ? Status{} : applyLedger(**home, ledger);
}

// It goes on where the lost one ended: what it says is in no backup yet.
Status keepLedger(const RestoreOptions& options, const std::string& unfinished) {
  if (!options.ledger) return {};
  std::error_code failure;
  const std::string into = unfinished + "/" + kLedgerFile;
  fs::copy_file(*options.ledger, into, failure);
  if (!failure) fs::permissions(into, fs::perms::owner_read | fs::perms::owner_write, failure);
  return failure ? Status{diskError(into, failure)} : Status{};
}

}  // namespace

Status restore(const Place& place, const RestoreOptions& options) {
  const Result<std::string> text = readSmallFile(options.keyFile);
  if (!text) return text.error();
  const Result<SealingKey> key = backupKeyFrom(*text);
  if (!key) return key.error();
  std::vector<LedgerEntry> ledger;
  if (options.ledger) {
    auto read = readLedger(*options.ledger, *key);
    if (!read) return read.error();
    ledger = *std::move(read);
  }
  auto reader = BackupReader::open(options.file, *key);
  if (!reader) return reader.error();
  if (const Status room = makeRoom(place.folder); !room) return room;
  const std::string unfinished = place.folder + "/" + kUnfinishedRestore;
  if (const Status unpacked = unpack(**reader, unfinished); !unpacked) return unpacked;
  if (const Status anew = beginAnew({unfinished, std::nullopt}, ledger); !anew) return anew;
  if (const Status kept = keepLedger(options, unfinished); !kept) return kept;
  if (const Status placed = placeKey(place, unfinished); !placed) return placed;
  if (const Status moved = moveIntoPlace(place.folder); !moved) return moved;
  std::printf(
      "Restored. Tablets give back what this server does not hold, once they connect. What was "
      "written at the console since the backup, and pulled by no tablet, is lost.\n");
  return {};
}

Status declareRestored(const Place& place) { return beginAnew(place); }

}  // namespace rapport
