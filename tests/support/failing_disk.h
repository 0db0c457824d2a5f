#pragma once

#include "shared/base/disk.h"
#include "shared/base/system_disk.h"

namespace rapport::testing {

// The system's files, on a disk that a test fills up and makes room on. What is there is read all
// the same.
class FailingDisk final : public Disk {
 public:
  enum class Space : std::uint8_t { kThere, kNone };
  void set(Space space) { space_ = space; }

  Result<std::unique_ptr<DiskFile>> open(const std::string& path) override {
    return systemDisk().open(path);
  }
  Result<std::unique_ptr<DiskFile>> openToWrite(const std::string& path) override {
    auto file = systemDisk().openToWrite(path);
    if (!file) return file.error();
    return std::unique_ptr<DiskFile>(std::make_unique<File>(*this, *std::move(file)));
  }
  Status makeFolders(const std::string& path) override { return systemDisk().makeFolders(path); }
  Status syncFolder(const std::string& path) override { return systemDisk().syncFolder(path); }
  Status rename(const std::string& from, const std::string& to) override {
    return space_ == Space::kNone ? full() : systemDisk().rename(from, to);
  }
  Status remove(const std::string& path) override { return systemDisk().remove(path); }
  std::vector<Entry> filesBelow(const std::string& folder) const override {
    return systemDisk().filesBelow(folder);
  }

 private:
  class File final : public DiskFile {
   public:
    File(const FailingDisk& disk, std::unique_ptr<DiskFile> file)
        : disk_(disk), file_(std::move(file)) {}
    Result<std::uint64_t> sizeBytes() const override { return file_->sizeBytes(); }
    Result<Bytes> read(std::uint64_t at, std::size_t mostBytes) const override {
      return file_->read(at, mostBytes);
    }
    Status write(std::uint64_t at, ByteView bytes) override {
      if (disk_.space_ == Space::kThere) return file_->write(at, bytes);
      // As much as still fits.
      const Status part = file_->write(at, bytes.substr(0, bytes.size() / 2));
      return part ? full() : part;
    }
    Status truncate(std::uint64_t sizeBytes) override { return file_->truncate(sizeBytes); }
    Status sync() override { return file_->sync(); }

   private:
    const FailingDisk& disk_;
    const std::unique_ptr<DiskFile> file_;
  };

  static Status full() {
    return Error{ErrorCode::kStorageFull, "The disk is full. What was there is safe."};
  }

  Space space_ = Space::kThere;
};

}  // namespace rapport::testing
