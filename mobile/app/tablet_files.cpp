#include "mobile/app/tablet_files.h"

#include <ctime>

#include "shared/sync/carry_out.h"

namespace rapport {
namespace {

// To the minute, by the clock on the wall here: "rapport-2026-11-21-1152.carried".
std::string nameAt(const Clock& clock) {
  const std::time_t at =
      std::chrono::duration_cast<std::chrono::seconds>(clock.wallNow().time_since_epoch()).count() +
      std::chrono::duration_cast<std::chrono::seconds>(clock.utcOffset()).count();
  std::tm parts{};
  gmtime_r(&at, &parts);
  char name[64];
  const std::size_t length =
      std::strftime(name, sizeof name, "rapport-%Y-%m-%d-%H%M.carried", &parts);
  return std::string(name, length);
}

}  // namespace

Result<std::string> TabletFiles::freePath() const {
  const std::string path = desk_.carryFolder + "/" + nameAt(desk_.clock);
  const auto there = desk_.disk.open(path);
  if (!there && there.error().code == ErrorCode::kNotFound) return path;
  if (!there) return there.error();
  return Error{ErrorCode::kConflict,
               "There is a file " + path + " already. Nothing was written. Try again in a minute."};
}

Result<CarriedAway> TabletFiles::writeAll(
    DiskFile& file, const std::function<void(std::uint64_t bytes)>& written) const {
  // What an earlier life left of it.
  if (const Status emptied = file.truncate(0); !emptied) return emptied.error();
  CarriedAway away;
  const auto sink = [&](ByteView bytes) {
    const Status wrote = file.write(away.sizeBytes, bytes);
    away.sizeBytes += bytes.size();
    if (wrote) written(away.sizeBytes);
    return wrote;
  };
  const auto carried =
      rapport::carryOut({desk_.store, desk_.attachments, desk_.device, desk_.clock, desk_.random},
                        Carry::kUnsent, sink);
  if (!carried) return carried.error();
  away.changes = carried->changes;
  away.files = carried->files;
  if (away.changes == 0 && away.files == 0) {
    return Error{ErrorCode::kNotFound,
                 "The office has everything from this tablet. No file was written."};
  }
  if (const Status durable = file.sync(); !durable) return durable.error();
  return away;
}

// Under another name until it is whole: half a file would be brought to the office for nothing.
Result<CarriedAway> TabletFiles::carryOut(const std::function<void(std::uint64_t bytes)>& written) {
  if (const Status made = desk_.disk.makeFolders(desk_.carryFolder); !made) return made.error();
  const auto path = freePath();
  if (!path) return path.error();
  const std::string part = *path + ".part";
  auto away = [&]() -> Result<CarriedAway> {
    auto file = desk_.disk.openToWrite(part);
    if (!file) return file.error();
    return writeAll(**file, written);
  }();
  if (away) {
    if (const Status named = desk_.disk.rename(part, *path); !named) away = named.error();
  }
  if (away) {
    if (const Status synced = desk_.disk.syncFolder(desk_.carryFolder); !synced) {
      away = synced.error();
    }
  }
  if (away) {
    away->path = *path;
    return away;
  }
  const Status gone = desk_.disk.remove(part);
  return gone || away.error().code == ErrorCode::kStorageFull ? away : gone.error();
}

Result<LetGone> TabletFiles::letGo() {
  const auto gone = desk_.letGo();
  if (!gone) return gone.error();
  if (gone->files == 0) {
    return Error{ErrorCode::kNotFound,
                 "There is no file here that the office has. Nothing was removed."};
  }
  return LetGone{gone->files, gone->sizeBytes};
}

}  // namespace rapport
