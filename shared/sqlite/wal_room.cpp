#include "shared/sqlite/wal_room.h"

#include <filesystem>
#include <fstream>
#include <system_error>

#include <sqlite3.h>

namespace rapport {
namespace {

// By SQLite's file format, "The WAL File Format".
constexpr std::uint64_t kHeaderBytes = 32;
constexpr std::uint64_t kFrameHeaderBytes = 24;
constexpr std::uint64_t kLeastRoomBytes = 128 * 1024;  // what somebody saves fits, nearly always
constexpr std::uint64_t kStepBytes = 512 * 1024;

std::uint64_t pageBytesOf(sqlite3* handle) {
  sqlite3_stmt* select = nullptr;
  std::uint64_t bytes = 0;
  if (sqlite3_prepare_v2(handle, "PRAGMA page_size", -1, &select, nullptr) == SQLITE_OK &&
      sqlite3_step(select) == SQLITE_ROW) {
    bytes = static_cast<std::uint64_t>(sqlite3_column_int64(select, 0));
  }
  sqlite3_finalize(select);
  return bytes;
}

}  // namespace

WalRoom::WalRoom(sqlite3* handle, const std::string& databasePath, int checkpointFrames)
    : path_(databasePath + "-wal"),
      checkpointFrames_(checkpointFrames),
      frameBytes_(pageBytesOf(handle) + kFrameHeaderBytes) {
  sqlite3_wal_hook(handle, &WalRoom::committed, this);
}

int WalRoom::committed(void* self, sqlite3* handle, const char* name, int frames) {
  auto& room = *static_cast<WalRoom*>(self);
  room.reached(frames);
  // As sqlite3_wal_autocheckpoint does, which had the hook before: the commit is durable already.
  if (frames >= room.checkpointFrames_) sqlite3_wal_checkpoint(handle, name);
  return SQLITE_OK;
}

void WalRoom::reached(int frames) {
  // It began anew, and may have been cut off: look again.
  if (frames < frames_) fileBytes_ = 0;
  const int written = frames < frames_ ? frames : frames - frames_;
  lastBytes_ = static_cast<std::uint64_t>(written) * frameBytes_;
  frames_ = frames;
}

void WalRoom::keep() {
  // Much at once has more to wait for than blocks, and would only be written twice.
  if (lastBytes_ > kLeastRoomBytes) return;
  const std::uint64_t used = kHeaderBytes + static_cast<std::uint64_t>(frames_) * frameBytes_;
  if (used + kLeastRoomBytes <= fileBytes_) return;
  std::error_code failed;
  fileBytes_ = std::filesystem::file_size(path_, failed);
  if (failed) fileBytes_ = 0;
  if (failed || used + kLeastRoomBytes <= fileBytes_) return;
  static const std::string zeros(kStepBytes, '\0');
  std::ofstream log(path_, std::ios::binary | std::ios::app);
  if (log.write(zeros.data(), static_cast<std::streamsize>(zeros.size())).flush()) {
    fileBytes_ += zeros.size();
  }
}

}  // namespace rapport
