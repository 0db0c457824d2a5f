#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

#include "server/app/exports/export_status.h"
#include "shared/base/blob_files.h"
#include "shared/base/disk.h"
#include "shared/base/result.h"
#include "shared/crypto/sealed_file.h"
#include "shared/crypto/sha256.h"

namespace rapport {

// How many bytes exports may still take on the disk. Any thread.
class ExportSpace {
 public:
  explicit ExportSpace(std::uint64_t sizeBytes) : free_(sizeBytes) {}
  bool take(std::uint64_t sizeBytes);
  void giveBack(std::uint64_t sizeBytes) { free_ += sizeBytes; }

 private:
  std::atomic<std::uint64_t> free_;
};

// One file of an export while it grows, sealed under a key that is nowhere but in memory: what a
// stop of the server leaves on the disk nobody can read. What it took of the space stays taken
// until it goes, with the file.
class ExportFile final : public WholeBlob {
 public:
  struct Place {
    std::string path;
    const SecretKey& key;
    Disk& disk;
    ExportSpace& space;
  };
  static Result<std::shared_ptr<ExportFile>> make(const Place& place, const ExportedFile& named);
  ~ExportFile() override;
  ExportFile(const ExportFile&) = delete;
  ExportFile& operator=(const ExportFile&) = delete;

  // kStorageFull: there is no room for so large an export.
  Status write(std::string_view bytes);
  // Nothing is written after it.
  Status finish();
  const ExportedFile& named() const { return named_; }

  std::uint64_t sizeBytes() const override { return file_.sizeBytes(); }
  Result<Bytes> read(std::uint64_t offset, std::size_t mostBytes) const override {
    return file_.read(offset, mostBytes);
  }

 private:
  ExportFile(const Place& place, ExportedFile named, SealedFile file)
      : path_(place.path),
        disk_(place.disk),
        space_(place.space),
        named_(std::move(named)),
        file_(std::move(file)) {}
  Status flush();

  const std::string path_;
  Disk& disk_;
  ExportSpace& space_;
  ExportedFile named_;
  SealedFile file_;
  Sha256Stream sum_;
  std::string waiting_;
  std::uint64_t taken_ = 0;
};

}  // namespace rapport
