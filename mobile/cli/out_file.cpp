#include "mobile/cli/out_file.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace rapport::cli {

Result<OutFile> OutFile::make(const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file >= 0) return OutFile(path, file);
  return Error{errno == EEXIST ? ErrorCode::kConflict : ErrorCode::kStorageFailed,
               "The file " + path + " cannot be made: " + std::strerror(errno) +
                   ". What is on this tablet is as it was."};
}

OutFile::OutFile(OutFile&& other) noexcept
    : path_(std::move(other.path_)), file_(std::exchange(other.file_, -1)) {}

OutFile::~OutFile() {
  if (file_ < 0) return;
  ::close(file_);
  ::unlink(path_.c_str());
}

Error OutFile::failed() const {
  return {errno == ENOSPC ? ErrorCode::kStorageFull : ErrorCode::kStorageFailed,
          "The file " + path_ + " cannot be written: " + std::strerror(errno) +
              ". What is on this tablet is as it was."};
}

Status OutFile::write(ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return failed();
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Status OutFile::finish() {
  if (::fsync(file_) != 0) return failed();
  const int file = std::exchange(file_, -1);
  if (::close(file) == 0) return {};
  const Error error = failed();
  ::unlink(path_.c_str());
  return error;
}

}  // namespace rapport::cli
