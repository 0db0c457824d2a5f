#pragma once

#include <memory>
#include <optional>
#include <string>

#include "server/app/account_store.h"
#include "server/app/erasure.h"
#include "server/app/guarded_types.h"
#include "server/blobs/blob_folder.h"
#include "server/storage/server_database.h"
#include "server/storage/sqlite_account_store.h"
#include "server/storage/sqlite_blob_ledger.h"
#include "server/storage/sqlite_server_store.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/crypto/sealed_box.h"
#include "shared/crypto/secret.h"
#include "shared/crypto/system_random.h"
#include "shared/model/catalogue.h"
#include "shared/sync/arbiter.h"

namespace rapport {

// Where a server keeps everything, as the command line said it.
struct Place {
  std::string folder;
  std::optional<std::string> keyFile;  // nothing: master.key in the folder
};

// What lies in the folder.
inline constexpr const char* kDatabaseFile = "rapport.db";
inline constexpr const char* kMasterKeyFile = "master.key";
inline constexpr const char* kWholeBlobs = "blobs/whole";
inline constexpr const char* kBackupRecipientFile = "backup.pub";
inline constexpr const char* kLedgerFile = "ledger";
inline constexpr const char* kUnfinishedRestore = "restoring";  // until a restore is whole

// Where the master key is.
std::string keyPathOf(const Place& place);

// kMayResume: a first start that was cut short may have left an empty file.
enum class Opening { kExisting, kMayCreate, kMayResume };

// A server's data folder, opened: rapport.db, encrypted, the folder blobs, sealed file by file, and
// beside them master.key (0600), of which the keys of database, blobs and receipts are
// made, and the one that opens what tablets hand in sealed.
// Several processes may have it open at once.
class Home {
 public:
  // kNotFound: there is no server's data, and none may be made. Else as ServerDatabase::open and
  // readKeyFile.
  static Result<std::unique_ptr<Home>> open(const Place& place, Opening opening);

  ServerDatabase& database() { return *database_; }
  ServerStore& store() { return store_; }
  AccountStore& accounts() { return accounts_; }
  BlobFolder& blobs() { return blobs_; }
  BlobLedger& ledger() { return ledger_; }
  // The built-in types alone.
  const Catalogue& catalogue() const { return types_.builtIn(); }
  ProgrammeTypes& types() { return types_; }
  const Arbiter& arbiter() const { return arbiter_; }
  const Bytes& databaseKey() const { return databaseKey_; }
  const SecretKey& verdictKey() const { return verdictKey_; }  // of the receipts' proofs
  // Opens what tablets hand in sealed.
  const SealingKey& sealingKey() const { return sealingKey_; }
  const Clock& clock() const { return clock_; }
  Random& random() { return random_; }
  const std::string& folder() const { return folder_; }
  std::string databasePath() const;
  // What erasing works with here; the ledger may be null.
  ErasureDesk erasureDesk(EnrolmentLedger* written) {
    return {store_, types_, arbiter_, blobs_, ledger_, clock_, written};
  }

  // kNotFound with a sentence that names the ones there are.
  Status mustHaveProgramme(const std::string& name);

 private:
  Home(std::string folder, const Catalogue& catalogue, std::unique_ptr<ServerDatabase> database,
       Bytes databaseKey, const SecretKey& master);

  const std::string folder_;
  SystemClock clock_;
  SystemRandom random_;
  GuardedTypes types_;
  const std::unique_ptr<ServerDatabase> database_;
  SqliteServerStore store_;
  SqliteAccountStore accounts_;
  SqliteBlobLedger ledger_;
  BlobFolder blobs_;
  const Bytes databaseKey_;
  const SecretKey verdictKey_;
  const SealingKey sealingKey_;
  const Arbiter arbiter_;
};

}  // namespace rapport
