#include "shared/sqlite/inherited_log.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include <sqlite3.h>

#include "shared/base/bytes.h"
#include "shared/sqlite/sqlite_error.h"

namespace rapport {
namespace {

constexpr std::int64_t kPieceBytes = 64 * 1024;  // SQLite's files take less than 128 KiB at once
// Page encryption is a VFS above the one that owns the files.
constexpr std::string_view kEncrypting = "multipleciphers-";

Bytes pieceAt(std::int64_t at, std::int64_t size) {
  return Bytes(static_cast<std::size_t>(std::min(kPieceBytes, size - at)), '\0');
}

// The room behind the frames (wal_room.h) holds nothing to lose.
bool isRoom(const Bytes& piece) {
  return std::ranges::all_of(piece, [](char each) { return each == '\0'; });
}

Error failed(int code) { return sqliteError(code, "the log could not be written again"); }

// SQLite's own way to a file, below the layer that encrypts pages.
class OpenFile {
 public:
  OpenFile(sqlite3_vfs* vfs, const std::string& path)
      : place_(static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::uint64_t) + 1) {
    constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_WAL;
    if (vfs->xOpen(vfs, path.c_str(), file(), kFlags, nullptr) != SQLITE_OK)
      file()->pMethods = nullptr;
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (isOpen()) file()->pMethods->xClose(file());
  }

  bool isOpen() { return file()->pMethods != nullptr; }
  sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(place_.data()); }

 private:
  std::vector<std::uint64_t> place_;
};

Status writeAgain(sqlite3_vfs* vfs, const std::string& path) {
  OpenFile log(vfs, path);
  if (!log.isOpen()) return {};
  const sqlite3_io_methods& calls = *log.file()->pMethods;
  sqlite3_int64 size = 0;
  if (const int code = calls.xFileSize(log.file(), &size); code != SQLITE_OK) return failed(code);
  for (std::int64_t at = 0; at < size; at += kPieceBytes) {
    Bytes piece = pieceAt(at, size);
    const int bytes = static_cast<int>(piece.size());
    int code = calls.xRead(log.file(), piece.data(), bytes, at);
    if (code == SQLITE_OK && !isRoom(piece)) {
      code = calls.xWrite(log.file(), piece.data(), bytes, at);
    }
    if (code != SQLITE_OK) return failed(code);
  }
  return {};
}

}  // namespace

Status writeLogAgain(sqlite3* handle, const std::string& databasePath) {
  const std::string path = databasePath + "-wal";
  sqlite3_vfs* top = nullptr;
  sqlite3_file_control(handle, "main", SQLITE_FCNTL_VFS_POINTER, &top);
  const std::string_view name = top != nullptr ? top->zName : "";
  sqlite3_vfs* owner = top;
  if (name.starts_with(kEncrypting)) {
    owner = sqlite3_vfs_find(std::string(name.substr(kEncrypting.size())).c_str());
  }
  if (owner == nullptr) return failed(SQLITE_CANTOPEN);
  return writeAgain(owner, path);
}

}  // namespace rapport
