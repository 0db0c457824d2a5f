#include <cstdio>
#include <filesystem>

#include "server/backup/backup_key.h"
#include "server/commands/commands.h"
#include "server/net/private_file.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;

Status mayKeep(const Place& place, const std::string& file) {
  std::error_code failure;
  if (fs::exists(file, failure)) {
    return Error{ErrorCode::kConflict, file + " is there already. Nothing was changed."};
  }
  const fs::path inside = fs::weakly_canonical(place.folder, failure);
  const fs::path kept = fs::weakly_canonical(file, failure);
  const auto differs = std::mismatch(inside.begin(), inside.end(), kept.begin(), kept.end());
  if (differs.first != inside.end()) return {};
  return Error{ErrorCode::kRefused,
               "The private half of the backup key may not lie in the data folder: whoever takes "
               "the folder would take every backup with it. Nothing was changed; choose another "
               "place, best on another machine."};
}

}  // namespace

Status makeBackupKey(const Place& place, const BackupKeyOptions& options) {
  const std::string publicPath = place.folder + "/" + kBackupRecipientFile;
  if (!fs::exists(place.folder + "/" + kDatabaseFile)) {
    return Error{ErrorCode::kNotFound, place.folder + " holds no server's data."};
  }
  if (fs::exists(publicPath)) {
    return Error{
        ErrorCode::kConflict,
        "There is a backup key already (" + publicPath +
            "). Nothing was changed. If its private half is lost, move this file away, and "
            "make a new key: older backups then stay closed for ever."};
  }
  SystemRandom random;
  const SealingKey key = SealingKey::generate(random);
  const std::string text = toText(key) + "\n";
  if (options.saveTo) {
    if (const Status may = mayKeep(place, *options.saveTo); !may) return may;
    if (const Status kept = writePrivateFile(*options.saveTo, text); !kept) return kept;
  }
  // Last: a server never seals to a key that nobody was given.
  const Status written = writePrivateFile(publicPath, toText(key.publicKey()) + "\n");
  if (!written) return written;
  if (!options.saveTo) std::printf("%s", text.c_str());
  std::fprintf(stderr,
               "This is backup key %s. Keep its private half (%s) away from this machine, in two "
               "places: it is shown once, and without it no backup can be read.\n",
               shortNameOf(key.publicKey()).c_str(),
               options.saveTo ? options.saveTo->c_str() : "the line above");
  return {};
}

}  // namespace rapport
