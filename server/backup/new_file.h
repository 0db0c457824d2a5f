#pragma once

#include <string>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace rapport {

// A file of its owner alone (0600) that is being written under a name of its own, and is whole
// before it gets the name it is meant to have.
class NewFile {
 public:
  // What an earlier attempt left under this name is written over; kUnavailable: one is at it now.
  static Result<NewFile> open(const std::string& path);
  NewFile(NewFile&& other) noexcept;
  NewFile& operator=(NewFile&&) = delete;
  ~NewFile();  // removes what was not placed

  Status write(ByteView bytes);
  // On the disk, and out of the system's memory where the system does that: what is read next is
  // what the disk holds.
  Status sync();
  // Gives it its name, durably. kConflict: that name is taken, and nothing was changed.
  Status placeAs(const std::string& path);
  const std::string& path() const { return path_; }

 private:
  NewFile(std::string path, int file) : path_(std::move(path)), file_(file) {}

  std::string path_;
  int file_ = -1;
  bool placed_ = false;
};

// kNotFound, or a storage failure.
Status syncFolder(const std::string& folder);
std::string folderOf(const std::string& path);  // "." where the path names none

}  // namespace rapport
