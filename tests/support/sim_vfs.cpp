#include "tests/support/sim_vfs.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "tests/support/sim_vfs_file.h"

namespace rapport::testing {
namespace {

constexpr int kMaxNameBytes = 512;
constexpr std::int64_t kJulianMillisOf1970 = 210'866'760'000'000;

// What SQLite hands back to each call as pAppData.
struct World {
  SimDisk& disk;
  const Clock& clock;
  SeededRandom random{1};
};

World& worldOf(sqlite3_vfs* vfs) { return *static_cast<World*>(vfs->pAppData); }

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
  auto& opened = *reinterpret_cast<SimSqliteFile*>(file);
  opened.base.pMethods = nullptr;
  SimDisk& disk = worldOf(vfs).disk;
  if (name == nullptr || !disk.isOn()) return SQLITE_CANTOPEN;
  std::shared_ptr<SimFile> found = disk.find(name);
  if (found == nullptr) {
    if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
    if (disk.create(name, found) != SimOutcome::kDone) return SQLITE_CANTOPEN;
  }
  constexpr int kJournals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL | SQLITE_OPEN_SUPER_JOURNAL;
  opened.handle = new SimHandle{disk, std::move(found), name, disk.life()};
  opened.handle->deleteOnClose = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
  opened.handle->syncsNames = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & kJournals) != 0;
  opened.base.pMethods = simFileMethods();
  if (outFlags != nullptr) *outFlags = flags;
  return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncFolder) {
  SimDisk& disk = worldOf(vfs).disk;
  if (!disk.isOn()) return SQLITE_IOERR_DELETE;
  if (disk.find(name) == nullptr) return SQLITE_IOERR_DELETE_NOENT;
  const int code = sqliteCode(disk.remove(name), SQLITE_IOERR_DELETE);
  if (code != SQLITE_OK || syncFolder == 0) return code;
  return sqliteCode(disk.syncNames(), SQLITE_IOERR_DIR_FSYNC);
}

int accessFile(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
  const auto found = worldOf(vfs).disk.find(name);
  // As on real systems, an empty file does not count as one that is there.
  const bool exists = found != nullptr && !found->seen.empty();
  *result = (flags == SQLITE_ACCESS_EXISTS ? exists : found != nullptr) ? 1 : 0;
  return SQLITE_OK;
}

int fullName(sqlite3_vfs*, const char* name, int size, char* out) {
  return std::snprintf(out, static_cast<std::size_t>(size), "%s", name) < size ? SQLITE_OK
                                                                               : SQLITE_CANTOPEN;
}

int randomness(sqlite3_vfs* vfs, int size, char* out) {
  worldOf(vfs).random.fill({reinterpret_cast<std::uint8_t*>(out), static_cast<std::size_t>(size)});
  return size;
}

int noSleep(sqlite3_vfs*, int microseconds) { return microseconds; }

int julianMillis(sqlite3_vfs* vfs, sqlite3_int64* out) {
  *out = kJulianMillisOf1970 + worldOf(vfs).clock.wallNow().time_since_epoch().count();
  return SQLITE_OK;
}

int julianDays(sqlite3_vfs* vfs, double* out) {
  sqlite3_int64 millis = 0;
  const int code = julianMillis(vfs, &millis);
  *out = static_cast<double>(millis) / 86'400'000.0;
  return code;
}

int lastError(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

struct SimVfs::Registered {
  World world;
  sqlite3_vfs vfs;
};

SimVfs::SimVfs(std::string name, SimDisk& disk, const Clock& clock)
    : name_(std::move(name)),
      registered_(new Registered{.world = {.disk = disk, .clock = clock}, .vfs = {}}) {
  sqlite3_vfs& vfs = registered_->vfs;
  vfs.iVersion = 2;
  vfs.szOsFile = sizeof(SimSqliteFile);
  vfs.mxPathname = kMaxNameBytes;
  vfs.zName = name_.c_str();
  vfs.pAppData = &registered_->world;
  vfs.xOpen = openFile;
  vfs.xDelete = deleteFile;
  vfs.xAccess = accessFile;
  vfs.xFullPathname = fullName;
  vfs.xRandomness = randomness;
  vfs.xSleep = noSleep;
  vfs.xCurrentTime = julianDays;
  vfs.xGetLastError = lastError;
  vfs.xCurrentTimeInt64 = julianMillis;
  if (sqlite3_vfs_register(&vfs, 0) != SQLITE_OK) std::abort();
}

SimVfs::~SimVfs() {
  // The layer that encrypts pages was made above this one when a database was first opened.
  sqlite3mc_vfs_destroy(("multipleciphers-" + name_).c_str());
  sqlite3_vfs_unregister(&registered_->vfs);
}

}  // namespace rapport::testing
