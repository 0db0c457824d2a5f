#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/sqlite/connection.h"

namespace rapport {

struct ServerDatabaseOptions {
  std::string path;  // the database file; made if it is not there, in a folder that is
  Bytes key;         // 32 random bytes; the same ones for the life of the file
  std::string vfs;   // a registered SQLite VFS; empty: the system's files
};

// The one file of a server: one connection that writes, a few that read beside it.
//
// Safe from several threads. Another process may write too (the command line does): each waits for
// the other's commit, up to some seconds, and then says kUnavailable. Opening fails with
// kNewerDatabase (nothing is touched), kUnauthenticated (another key), kStorageFull or
// kStorageFailed. After a failed commit the next call opens the file again, and goes on from what
// is really there.
class ServerDatabase {
 public:
  static Result<std::unique_ptr<ServerDatabase>> open(const ServerDatabaseOptions& options);
  ~ServerDatabase();

  // All or nothing, durable when it returns, one at a time. Calls neither itself nor read().
  Status write(const std::function<Status(Connection&)>& work);
  // One unchanging state for as long as `work` runs. Waits while every reader is busy, so it must
  // not call itself.
  Status read(const std::function<Status(Connection&)>& work);

  // What was deleted or written over is left nowhere in the database's files. False: somebody reads
  // or writes just now, beyond some seconds.
  Result<bool> forgetPast();
  // Ok, or kStorageFailed with the first damage found.
  Status check(CheckDepth depth);
  // A copy as of now, under the same key, beside the running server. The target must not exist.
  Status copyTo(const std::string& path);

 private:
  ServerDatabase(ServerDatabaseOptions options, std::unique_ptr<Connection> writer);
  Result<std::unique_ptr<Connection>> takeReader();
  void giveBack(std::unique_ptr<Connection> reader);

  const ServerDatabaseOptions options_;
  std::mutex writing_;
  std::unique_ptr<Connection> writer_;

  std::mutex pool_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<Connection>> idle_;
  std::size_t readers_ = 0;  // idle or lent
};

}  // namespace rapport
