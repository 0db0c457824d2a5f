// How a connection comes to be: file, key, and the settings that the promises of Database rest on.
#include <cstring>
#include <utility>

#include <sqlite3.h>
#if defined(__aarch64__) && defined(__linux__)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

#include "shared/sqlite/database.h"
#include "shared/sqlite/inherited_log.h"
#include "shared/sqlite/sqlite_error.h"
#include "shared/sqlite/wal_room.h"

namespace rapport {
namespace {

constexpr std::size_t kKeyBytes = 32;
// "raw:" makes the key itself the page key: it is random already, so no derivation slows opening.
constexpr char kRawKey[] = "raw:";
constexpr std::size_t kPrefixBytes = 4;
constexpr int kAegis256Algorithm = 4;
// A page written ten times on the way to here is copied once; an interrupted copy costs nothing.
constexpr int kWalPages = 4000;
constexpr int kWalBytesKept = 64 * 1024 * 1024;

int openFlags(DatabaseAccess access) {
  constexpr int kAlways = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  switch (access) {
    case DatabaseAccess::kReadOnly:
      return kAlways | SQLITE_OPEN_READONLY;
    case DatabaseAccess::kReadWrite:
      return kAlways | SQLITE_OPEN_READWRITE;
    case DatabaseAccess::kCreate:
      break;
  }
  return kAlways | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

int applyKey(sqlite3* handle, const Bytes& key, Cipher cipher) {
  const char* name = cipher == Cipher::kAegis256 ? "aegis" : "chacha20";
  if (sqlite3mc_config(handle, "cipher", sqlite3mc_cipher_index(name)) < 0) return SQLITE_ERROR;
  if (cipher == Cipher::kAegis256 &&
      sqlite3mc_config_cipher(handle, name, "algorithm", kAegis256Algorithm) < 0) {
    return SQLITE_ERROR;
  }
  char passphrase[kPrefixBytes + kKeyBytes];
  std::memcpy(passphrase, kRawKey, kPrefixBytes);
  std::memcpy(passphrase + kPrefixBytes, key.data(), kKeyBytes);
  const int code = sqlite3_key(handle, passphrase, sizeof passphrase);
  explicit_bzero(passphrase, sizeof passphrase);
  return code;
}

Cipher otherThan(Cipher cipher) {
  return cipher == Cipher::kAegis256 ? Cipher::kChaCha20 : Cipher::kAegis256;
}

}  // namespace

Cipher fastestCipher() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_cpu_init();
  const bool hasAes = __builtin_cpu_supports("aes") && __builtin_cpu_supports("avx");
#elif defined(__aarch64__) && defined(__linux__)
  const bool hasAes = (getauxval(AT_HWCAP) & HWCAP_AES) != 0;
#else
  const bool hasAes = false;
#endif
  return hasAes ? Cipher::kAegis256 : Cipher::kChaCha20;
}

Result<Database> Database::open(const DatabaseOptions& options) {
  if (!options.key.empty() && options.key.size() != kKeyBytes) {
    return Error{ErrorCode::kInvalid, "The key of a database must have 32 bytes; this one has " +
                                          std::to_string(options.key.size()) + "."};
  }
  if (options.cipher != Cipher::kAutomatic) return openWith(options, options.cipher);
  const Cipher first = fastestCipher();
  Result<Database> opened = openWith(options, first);
  if (opened || options.key.empty()) return opened;
  if (opened.error().code != ErrorCode::kUnauthenticated) return opened;
  // The file may have been made on another kind of processor.
  return openWith(options, otherThan(first));
}

Result<Database> Database::openWith(const DatabaseOptions& options, Cipher cipher) {
  // Page encryption is a VFS above the one that owns the files; this name makes it on first use.
  const std::string vfs = options.vfs.empty() ? "" : "multipleciphers-" + options.vfs;
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(options.path.c_str(), &raw, openFlags(options.access),
                                   vfs.empty() ? nullptr : vfs.c_str());
  Database database({raw, Closer{}}, cipher, options.path);
  if (code != SQLITE_OK) return sqliteError(code, raw == nullptr ? "" : sqlite3_errmsg(raw));
  if (!options.key.empty()) {
    if (const int keyed = applyKey(raw, options.key, cipher); keyed != SQLITE_OK) {
      return database.failure(keyed);
    }
  }
  if (Status configured = database.configure(options); !configured) return configured.error();
  return database;
}

Status Database::configure(const DatabaseOptions& options) {
  sqlite3* handle = handle_.get();
  sqlite3_busy_timeout(handle, static_cast<int>(options.busyTimeout.count()));
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  // Else a statement with a bound LIMIT is prepared anew each time it is bound.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
  std::string setup = "PRAGMA page_size = " + std::to_string(options.pageSizeBytes) +
                      "; PRAGMA cache_size = -" + std::to_string(options.cacheKib) +
                      "; PRAGMA cell_size_check = ON";
  if (options.deleted == Deleted::kOverwritten) setup += "; PRAGMA secure_delete = ON";
  if (options.sharing == DatabaseSharing::kOneConnection) {
    setup += "; PRAGMA locking_mode = EXCLUSIVE";
  }
  if (Status done = execute(setup); !done) return done;
  // The first read shows whether the key fits.
  if (auto read = integer("SELECT count(*) FROM sqlite_schema"); !read) return read.error();
  if (options.access == DatabaseAccess::kReadOnly) return {};

  // Where a sync fails from here on, the next one seems to succeed and the disk has nothing:
  // closing would copy such a log into the file, and a cut in the middle of that leaves half of a
  // commit.
  closing(Closing::kKeepsLog);
  if (Status logged = enterWal(); !logged) return logged;
  Status set = execute(
      "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = " +
      std::to_string(kWalPages) + "; PRAGMA journal_size_limit = " + std::to_string(kWalBytesKept));
  if (!set) return set;
  if (options.vfs.empty()) room_ = std::make_unique<WalRoom>(handle, path_, kWalPages);
  return settleLog(options.busyTimeout);
}

Status Database::enterWal() {
  // The first step tells the mode, and only the end tells whether the file took it.
  if (Status asked = execute("PRAGMA journal_mode = WAL"); !asked) return asked;
  Result<Statement> mode = prepare("PRAGMA journal_mode");
  if (!mode) return mode.error();
  if (const Result<Step> stepped = mode->step(); !stepped) return stepped.error();
  if (mode->text(0) != "wal") return sqliteError(SQLITE_CANTOPEN, "no write-ahead log here");
  return {};
}

// After a sync that failed, the log may hold frames that the system shows and the disk does not
// have, and no later sync would write them: what is appended after them would go with them. So
// nothing is appended to an inherited log: its frames are copied into the file, synced there, and
// the log begins anew. They are written to the log again before: else a cut in the middle of that
// leaves a file with half of a commit, and no log to finish it.
Status Database::settleLog(std::chrono::milliseconds busyTimeout) {
  sqlite3_busy_timeout(handle_.get(), 0);
  if (step("BEGIN IMMEDIATE") == SQLITE_OK) {
    const Status again = writeLogAgain(handle_.get(), path_);
    const Status ended = perform("ROLLBACK");
    if (!again) return again;
    if (!ended) return ended;
  }
  const int code = sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE,
                                             nullptr, nullptr);
  sqlite3_busy_timeout(handle_.get(), static_cast<int>(busyTimeout.count()));
  // Busy: others have it open, so the log is not inherited but theirs, and they know its end.
  if (code != SQLITE_OK && (code & 0xFF) != SQLITE_BUSY && (code & 0xFF) != SQLITE_LOCKED) {
    return failure(code);
  }
  closing(Closing::kEmptiesLog);
  return {};
}

void Database::closing(Closing how) {
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE,
                    how == Closing::kKeepsLog ? 1 : 0, nullptr);
}

}  // namespace rapport
