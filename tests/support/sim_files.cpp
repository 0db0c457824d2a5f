#include "tests/support/sim_files.h"

#include <algorithm>

namespace rapport::testing {
namespace {

Status statusOf(SimOutcome outcome) {
  switch (outcome) {
    case SimOutcome::kDone:
      return {};
    case SimOutcome::kFull:
      return Error{ErrorCode::kStorageFull, "The simulated disk is full. What was there is safe."};
    case SimOutcome::kFailed:
    case SimOutcome::kPowerOff:
      break;
  }
  return Error{ErrorCode::kStorageFailed, "The simulated disk failed."};
}

Error powerOff() { return statusOf(SimOutcome::kPowerOff).error(); }

}  // namespace

class SimFiles::Handle final : public DiskFile {
 public:
  Handle(const SimFiles& files, std::shared_ptr<SimFile> file, std::string path)
      : files_(files), file_(std::move(file)), path_(std::move(path)) {}

  Result<std::uint64_t> sizeBytes() const override {
    if (!files_.alive()) return powerOff();
    return std::uint64_t{file_->seen.size()};
  }
  Result<Bytes> read(std::uint64_t at, std::size_t mostBytes) const override {
    if (!files_.alive()) return powerOff();
    return at < file_->seen.size() ? file_->seen.substr(at, mostBytes) : Bytes{};
  }
  Status write(std::uint64_t at, ByteView bytes) override {
    if (!files_.alive()) return powerOff();
    file_->writtenAt = files_.clock_.wallNow().time_since_epoch();
    return statusOf(disk().write(*file_, at, bytes));
  }
  Status truncate(std::uint64_t sizeBytes) override {
    if (!files_.alive()) return powerOff();
    // A system that finds nothing to cut writes nothing.
    if (sizeBytes == file_->seen.size()) return {};
    return statusOf(disk().truncate(*file_, sizeBytes));
  }
  Status sync() override {
    if (!files_.alive()) return powerOff();
    if (files_.isForgotten(path_)) return {};
    return statusOf(disk().sync(*file_));
  }

 private:
  SimDisk& disk() const { return files_.disk_; }

  const SimFiles& files_;
  const std::shared_ptr<SimFile> file_;
  const std::string path_;
};

Result<std::unique_ptr<DiskFile>> SimFiles::open(const std::string& path) {
  if (!alive()) return powerOff();
  auto file = disk_.find(path);
  if (file == nullptr) return Error{ErrorCode::kNotFound, "There is no file at " + path + "."};
  return std::unique_ptr<DiskFile>(std::make_unique<Handle>(*this, std::move(file), path));
}

Result<std::unique_ptr<DiskFile>> SimFiles::openToWrite(const std::string& path) {
  if (!alive()) return powerOff();
  auto file = disk_.find(path);
  if (file == nullptr) {
    const auto folder = disk_.find(path.substr(0, path.rfind('/')));
    if (folder == nullptr || !folder->isFolder) return powerOff();
    const SimOutcome made = disk_.create(path, file);
    // Also the one that is there after a cut.
    if (const auto there = disk_.find(path)) there->writtenAt = clock_.wallNow().time_since_epoch();
    if (made != SimOutcome::kDone) return statusOf(made).error();
  }
  return std::unique_ptr<DiskFile>(std::make_unique<Handle>(*this, std::move(file), path));
}

Status SimFiles::makeFolders(const std::string& path) {
  if (!alive()) return powerOff();
  for (std::size_t end = 0; end != path.size();) {
    end = std::min(path.find('/', end + 1), path.size());
    const std::string folder = path.substr(0, end);
    if (disk_.find(folder) != nullptr) continue;
    if (const Status made = statusOf(disk_.makeFolder(folder)); !made) return made;
  }
  return {};
}

Status SimFiles::syncFolder(const std::string& path) {
  if (!alive()) return powerOff();
  if (isForgotten(path)) return {};
  return statusOf(disk_.syncNames(path));
}

Status SimFiles::rename(const std::string& from, const std::string& to) {
  if (!alive()) return powerOff();
  if (const auto file = disk_.find(from); file != nullptr) {
    file->writtenAt = clock_.wallNow().time_since_epoch();
  }
  return statusOf(disk_.rename(from, to));
}

Status SimFiles::remove(const std::string& path) {
  if (!alive()) return powerOff();
  return disk_.find(path) == nullptr ? Status{} : statusOf(disk_.remove(path));
}

std::vector<Disk::Entry> SimFiles::filesBelow(const std::string& folder) const {
  std::vector<Entry> found;
  const auto now = clock_.wallNow().time_since_epoch();
  for (const std::string& name : disk_.names()) {
    const auto file = disk_.find(name);
    if (!name.starts_with(folder + "/") || file->isFolder) continue;
    found.push_back({name, file->seen.size(),
                     std::chrono::duration_cast<std::chrono::seconds>(now - file->writtenAt)});
  }
  return found;
}

}  // namespace rapport::testing
