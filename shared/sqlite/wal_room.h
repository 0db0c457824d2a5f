#pragma once

#include <cstdint>
#include <limits>
#include <string>

struct sqlite3;

namespace rapport {

// Keeps the write-ahead log's file a little longer than what is in it.
//
// A commit that makes a file grow has more to make durable than its bytes: the blocks that the file
// took, and its new length. Measured, that doubles what a small commit waits for. So the file grows
// by zeros, many commits' worth at a time; SQLite takes them for the end of the log, as they are.
class WalRoom {
 public:
  // Takes over the connection's hook for commits, and with it the copying back into the file each
  // time the log has `checkpointFrames`. Must live as long as the connection.
  WalRoom(sqlite3* handle, const std::string& databasePath, int checkpointFrames);
  WalRoom(const WalRoom&) = delete;
  WalRoom& operator=(const WalRoom&) = delete;

  // Inside a write transaction, while nobody else can append. What the disk does not let it do is
  // left undone: the commit will tell.
  void keep();

 private:
  static int committed(void* self, sqlite3* handle, const char* name, int frames);
  void reached(int frames);

  const std::string path_;
  const int checkpointFrames_;
  const std::uint64_t frameBytes_;
  int frames_ = 0;
  // That the last commit wrote. Before the first: much, for a program that saves once and ends
  // would only write more.
  std::uint64_t lastBytes_ = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t fileBytes_ = 0;  // as last seen; others may have changed it since
};

}  // namespace rapport
