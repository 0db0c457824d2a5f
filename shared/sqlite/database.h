#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/sqlite/statement.h"

struct sqlite3;

namespace rapport {

enum class DatabaseAccess {
  kReadOnly,   // the file must exist
  kReadWrite,  // the file must exist
  kCreate,     // made if it is not there
};

enum class Cipher {
  kAutomatic,  // a new file takes the fastest for this processor; an old one keeps what it has
  kAegis256,   // fast where the processor has AES; works, slowly, without
  kChaCha20,
};

// What a shared lock costs is saved by a database that one process alone may open.
enum class DatabaseSharing { kManyConnections, kOneConnection };

// What is deleted or written over is overwritten with zeros in its pages, or left until its place
// is needed. In the log its older pages stay until emptyLog().
enum class Deleted { kLeft, kOverwritten };

class WalRoom;

struct DatabaseOptions {
  std::string path;  // UTF-8
  DatabaseAccess access = DatabaseAccess::kCreate;
  Bytes key;  // exactly 32 random bytes; empty leaves the file readable to anybody
  Cipher cipher = Cipher::kAutomatic;
  DatabaseSharing sharing = DatabaseSharing::kManyConnections;
  // For a new file; a power of two, 512 to 65536. Measured: bulk inserts gain up to 8 KiB and no
  // further, while what a single commit writes goes on growing.
  int pageSizeBytes = 8 * 1024;
  int cacheKib = 16 * 1024;
  std::chrono::milliseconds busyTimeout{5000};
  std::string vfs;  // a registered SQLite VFS; empty: the system's files
  Deleted deleted = Deleted::kLeft;
};

enum class CheckDepth { kQuick, kFull };

// One connection to one SQLite file: WAL, synchronous=FULL, foreign keys enforced, pages encrypted.
//
// A commit that was told as done survives a power cut. Used by one thread at a time. Errors carry a
// code to act on and a sentence for people: kStorageFull and kStorageFailed say that what was saved
// before is safe; a wrong key or a file that is no database is kUnauthenticated.
class Database {
 public:
  static Result<Database> open(const DatabaseOptions& options);

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  Result<Statement> prepare(std::string_view sql);
  // Runs every statement of the text. Never with text that came from outside.
  Status execute(std::string_view sql);
  // One statement without parameters or rows, such as BEGIN, that is run again and again: it is
  // prepared once.
  Status perform(const char* sql);
  // The first column of the first row; kNotFound without a row.
  Result<std::int64_t> integer(std::string_view sql);

  std::int64_t changedRows() const;  // by the last insert, update or delete
  std::int64_t lastInsertedRow() const;
  bool inTransaction() const;

  // Ok, or kStorageFailed naming the first damage found. kFull also compares indexes with tables.
  Status check(CheckDepth depth);
  // Moves what the WAL holds into the file, as far as readers let it.
  Status checkpoint();
  // The same, and cuts the log off: nothing older than the file is left in it. False: somebody else
  // went on reading or writing, and it is left as it is. Outside transactions.
  Result<bool> emptyLog();
  // A copy as of now, under the same key, while others read and write. The target must not exist.
  Status copyTo(const std::string& path);

  Cipher cipher() const { return cipher_; }  // never kAutomatic
  const std::string& path() const { return path_; }
  // A commit failed in a way that leaves open whether it happened. Nothing more can be written;
  // close, open again, and look.
  bool mustReopen() const { return mustReopen_; }

 private:
  friend class Transaction;
  struct Closer {
    void operator()(sqlite3* handle) const;
  };
  Database(std::unique_ptr<sqlite3, Closer> handle, Cipher cipher, std::string path);

  static Result<Database> openWith(const DatabaseOptions& options, Cipher cipher);
  Status configure(const DatabaseOptions& options);
  Status enterWal();
  Status settleLog(std::chrono::milliseconds busyTimeout);
  // Whether closing as the last one copies the log into the file and removes it.
  enum class Closing { kKeepsLog, kEmptiesLog };
  void closing(Closing how);
  // SQLite's code.
  int step(const char* sql);
  Error failure(int code) const;

  std::unique_ptr<WalRoom> room_;  // outlives the handle; null: read-only, or in another VFS
  std::unique_ptr<sqlite3, Closer> handle_;
  std::vector<std::pair<std::string_view, Statement>> performed_;  // gone before the handle
  Cipher cipher_;
  std::string path_;
  bool mustReopen_ = false;
};

// What kAutomatic takes for a new file on this processor.
Cipher fastestCipher();

}  // namespace rapport
