#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace rapport {

// A file that somebody opened. One thread at a time.
class DiskFile {
 public:
  virtual ~DiskFile() = default;
  virtual Result<std::uint64_t> sizeBytes() const = 0;
  // Less than `mostBytes` only at the end.
  virtual Result<Bytes> read(std::uint64_t at, std::size_t mostBytes) const = 0;
  // After a failure any part of it may stand there.
  virtual Status write(std::uint64_t at, ByteView bytes) = 0;
  virtual Status truncate(std::uint64_t sizeBytes) = 0;
  // What it holds outlasts the power from now on. After a failure what was written since the last
  // one that succeeded may never do so, whatever a later one says.
  virtual Status sync() = 0;
};

// Files and folders, where a test can put a disk that loses its power. Names are durable once their
// folder is synced: those of files, and those of folders in theirs. Any thread. Errors:
// kStorageFull, kStorageFailed, with a sentence.
class Disk {
 public:
  virtual ~Disk() = default;
  // To read alone; kNotFound where there is none.
  virtual Result<std::unique_ptr<DiskFile>> open(const std::string& path) = 0;
  // Made, for its owner alone, where there is none.
  virtual Result<std::unique_ptr<DiskFile>> openToWrite(const std::string& path) = 0;
  // With those around it; the last is its owner's alone. There already is a success.
  virtual Status makeFolders(const std::string& path) = 0;
  virtual Status syncFolder(const std::string& path) = 0;
  // In place of what is there; counts as written to now.
  virtual Status rename(const std::string& from, const std::string& to) = 0;
  // Nothing there is a success.
  virtual Status remove(const std::string& path) = 0;
  struct Entry {
    std::string path;
    std::uint64_t sizeBytes = 0;
    std::chrono::seconds age{0};  // since it was last written to
  };
  // At any depth. What cannot be read is left out.
  virtual std::vector<Entry> filesBelow(const std::string& folder) const = 0;
};

}  // namespace rapport
