#include "mobile/app/tablet_files.h"

#include <ctime>

#include "mobile/app/chosen_file.h"
#include "shared/sync/carry_out.h"
#include "shared/sync/fetch_attachment.h"

namespace rapport {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1024} * 1024;

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

Result<Attached> TabletFiles::attach(Notebook& notebook, const ChosenFile& chosen) {
  const auto content =
      chosen.made.empty() ? contentOfChosen(chosen.path) : Result<Bytes>(chosen.made);
  if (!content) return content.error();
  return rapport::attach(notebook, desk_.attachments,
                         {chosen.about, chosen.field, chosen.path, *content, chosen.caption},
                         desk_.clock, desk_.random);
}

Result<Bytes> TabletFiles::content(RecordId attachment) {
  const auto blob = desk_.attachments.find(attachment);
  if (!blob) return blob.error();
  if (!*blob || !(*blob)->whole) {
    return Error{ErrorCode::kNotFound, "This file is not on this tablet."};
  }
  Bytes content;
  content.reserve((*blob)->sizeBytes);
  while (content.size() < (*blob)->sizeBytes) {
    const auto piece = desk_.attachments.read(**blob, content.size(), kPieceBytes);
    if (!piece) return piece.error();
    if (piece->empty()) {
      return Error{ErrorCode::kStorageFailed, "This file is shorter than its record says."};
    }
    content.append(*piece);
  }
  return content;
}

Status TabletFiles::fetch(Notebook& notebook, RecordId attachment) {
  const auto wanted = wantAttachment(notebook, desk_.attachments, attachment);
  return wanted ? Status{} : Status{wanted.error()};
}

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
