#include "tests/support/sim_vfs_file.h"

#include <algorithm>
#include <cstring>

namespace rapport::testing {
namespace {

constexpr int kSectorBytes = 4096;

SimHandle& handleOf(sqlite3_file* file) { return *reinterpret_cast<SimSqliteFile*>(file)->handle; }

SimLocks::Level levelOf(int lock) { return static_cast<SimLocks::Level>(lock); }

int closeFile(sqlite3_file* file) {
  SimHandle& handle = handleOf(file);
  // The lock table counts dead handles out too, or their shared memory would stay for ever.
  handle.file->locks.lower(&handle, SimLocks::Level::kNone);
  if (handle.usesRegions) handle.file->locks.leaveRegions(&handle);
  if (handle.deleteOnClose && handle.alive()) handle.disk.remove(handle.name);
  delete &handle;
  return SQLITE_OK;
}

int readFile(sqlite3_file* file, void* into, int wanted, sqlite3_int64 offset) {
  const SimHandle& handle = handleOf(file);
  if (!handle.alive()) return SQLITE_IOERR_READ;
  const Bytes& content = handle.file->seen;
  const auto size = static_cast<std::size_t>(wanted);
  const auto from = std::min(static_cast<std::size_t>(offset), content.size());
  const std::size_t got = std::min(size, content.size() - from);
  std::memcpy(into, content.data() + from, got);
  if (got == size) return SQLITE_OK;
  std::memset(static_cast<char*>(into) + got, 0, size - got);
  return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  SimHandle& handle = handleOf(file);
  if (!handle.alive()) return SQLITE_IOERR_WRITE;
  const ByteView bytes(static_cast<const char*>(from), static_cast<std::size_t>(size));
  return sqliteCode(handle.disk.write(*handle.file, static_cast<std::uint64_t>(offset), bytes),
                    SQLITE_IOERR_WRITE);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
  SimHandle& handle = handleOf(file);
  if (!handle.alive()) return SQLITE_IOERR_TRUNCATE;
  return sqliteCode(handle.disk.truncate(*handle.file, static_cast<std::uint64_t>(size)),
                    SQLITE_IOERR_TRUNCATE);
}

int syncFile(sqlite3_file* file, int) {
  SimHandle& handle = handleOf(file);
  if (!handle.alive()) return SQLITE_IOERR_FSYNC;
  const int code = sqliteCode(handle.disk.sync(*handle.file), SQLITE_IOERR_FSYNC);
  if (code != SQLITE_OK || !handle.syncsNames) return code;
  handle.syncsNames = false;
  return sqliteCode(handle.disk.syncNames(), SQLITE_IOERR_DIR_FSYNC);
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) {
  const SimHandle& handle = handleOf(file);
  if (!handle.alive()) return SQLITE_IOERR_FSTAT;
  *size = static_cast<sqlite3_int64>(handle.file->seen.size());
  return SQLITE_OK;
}

int lockFile(sqlite3_file* file, int level) {
  SimHandle& handle = handleOf(file);
  if (!handle.alive()) return SQLITE_IOERR_LOCK;
  return handle.file->locks.raise(&handle, levelOf(level)) ? SQLITE_OK : SQLITE_BUSY;
}

int unlockFile(sqlite3_file* file, int level) {
  SimHandle& handle = handleOf(file);
  handle.file->locks.lower(&handle, levelOf(level));
  return SQLITE_OK;
}

int checkReserved(sqlite3_file* file, int* reserved) {
  *reserved = handleOf(file).file->locks.isReserved() ? 1 : 0;
  return SQLITE_OK;
}

int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }

int sectorSize(sqlite3_file*) { return kSectorBytes; }

// What SQLite believes of the disks of every phone and computer, and what SimDisk keeps to.
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int mapShared(sqlite3_file* file, int index, int size, int wanted, void volatile** memory) {
  SimHandle& handle = handleOf(file);
  *memory = nullptr;
  if (!handle.alive()) return SQLITE_IOERR_SHMMAP;
  handle.usesRegions = true;
  *memory = handle.file->locks.region(&handle, static_cast<std::size_t>(index),
                                      static_cast<std::size_t>(size), wanted != 0);
  return SQLITE_OK;
}

int lockShared(sqlite3_file* file, int offset, int count, int flags) {
  SimHandle& handle = handleOf(file);
  const auto first = static_cast<std::size_t>(offset);
  const auto slots = static_cast<std::size_t>(count);
  if ((flags & SQLITE_SHM_UNLOCK) != 0) {
    handle.file->locks.giveSlots(&handle, first, slots);
    return SQLITE_OK;
  }
  if (!handle.alive()) return SQLITE_IOERR_SHMLOCK;
  const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
  return handle.file->locks.takeSlots(&handle, first, slots, exclusive) ? SQLITE_OK : SQLITE_BUSY;
}

void barrier(sqlite3_file*) {}

int unmapShared(sqlite3_file* file, int) {
  SimHandle& handle = handleOf(file);
  if (handle.usesRegions) handle.file->locks.leaveRegions(&handle);
  handle.usesRegions = false;
  return SQLITE_OK;
}

constexpr sqlite3_io_methods kMethods = {
    .iVersion = 2,
    .xClose = closeFile,
    .xRead = readFile,
    .xWrite = writeFile,
    .xTruncate = truncateFile,
    .xSync = syncFile,
    .xFileSize = fileSize,
    .xLock = lockFile,
    .xUnlock = unlockFile,
    .xCheckReservedLock = checkReserved,
    .xFileControl = control,
    .xSectorSize = sectorSize,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = mapShared,
    .xShmLock = lockShared,
    .xShmBarrier = barrier,
    .xShmUnmap = unmapShared,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

}  // namespace

const sqlite3_io_methods* simFileMethods() { return &kMethods; }

int sqliteCode(SimOutcome outcome, int failed) {
  switch (outcome) {
    case SimOutcome::kDone:
      return SQLITE_OK;
    case SimOutcome::kFull:
      return SQLITE_FULL;
    case SimOutcome::kFailed:
    case SimOutcome::kPowerOff:
      break;
  }
  return failed;
}

}  // namespace rapport::testing
