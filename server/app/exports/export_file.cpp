#include "server/app/exports/export_file.h"

namespace rapport {
namespace {
constexpr std::size_t kPieceBytes = std::size_t{64} * 1024;
}

bool ExportSpace::take(std::uint64_t sizeBytes) {
  std::uint64_t now = free_.load();
  while (sizeBytes <= now) {
    if (free_.compare_exchange_weak(now, now - sizeBytes)) return true;
  }
  return false;
}

Result<std::shared_ptr<ExportFile>> ExportFile::make(const Place& place,
                                                     const ExportedFile& named) {
  auto file = SealedFile::open(place.path, place.key, "export " + place.path,
                               SealedFile::Opening::kGrow, place.disk);
  if (!file) return file.error();
  return std::shared_ptr<ExportFile>(new ExportFile(place, named, std::move(*file)));
}

// Whoever still downloads it holds it, so that it goes when nobody needs it any more.
ExportFile::~ExportFile() {
  static_cast<void>(disk_.remove(path_));
  space_.giveBack(taken_);
}

Status ExportFile::write(std::string_view bytes) {
  if (!space_.take(bytes.size())) {
    return Error{ErrorCode::kStorageFull,
                 "There is no room for so large an export. Take fewer kinds of records at once, or "
                 "wait until earlier exports are gone."};
  }
  taken_ += bytes.size();
  sum_.add(bytes);
  waiting_ += bytes;
  return waiting_.size() >= kPieceBytes ? flush() : Status{};
}

Status ExportFile::flush() {
  std::string_view rest = waiting_;
  while (!rest.empty()) {
    const std::string_view piece = rest.substr(0, kPieceBytes);
    if (const Status appended = file_.append(piece); !appended) return appended;
    rest.remove_prefix(piece.size());
  }
  waiting_.clear();
  return {};
}

Status ExportFile::finish() {
  if (const Status flushed = flush(); !flushed) return flushed;
  named_.sizeBytes = file_.sizeBytes();
  named_.sha256 = sum_.finish();
  return {};
}

}  // namespace rapport
