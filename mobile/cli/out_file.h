#pragma once

#include <string>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace rapport::cli {

// A file that a person asked for, of its owner alone (0600), never over one that is there. What is
// not finished is removed again.
class OutFile {
 public:
  // kConflict: there is such a file.
  static Result<OutFile> make(const std::string& path);
  OutFile(OutFile&& other) noexcept;
  OutFile& operator=(OutFile&&) = delete;
  ~OutFile();

  Status write(ByteView bytes);
  Status finish();  // it is on the disk

 private:
  OutFile(std::string path, int file) : path_(std::move(path)), file_(file) {}
  Error failed() const;

  std::string path_;
  int file_ = -1;
};

}  // namespace rapport::cli
