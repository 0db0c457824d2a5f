#include "server/backup/new_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rapport {
namespace {

Error failed(const std::string& path, const char* deed) {
  const int number = errno;
  const bool full = number == ENOSPC || number == EDQUOT;
  const ErrorCode code = full               ? ErrorCode::kStorageFull
                         : number == ENOENT ? ErrorCode::kNotFound
                                            : ErrorCode::kStorageFailed;
  return {code, path + " could not be " + deed + ": " + std::strerror(number) + "."};
}

}  // namespace

std::string folderOf(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

Status syncFolder(const std::string& folder) {
  const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened < 0) return failed(folder, "opened");
  const bool synced = ::fsync(opened) == 0;
  const Status status = synced ? Status{} : Status{failed(folder, "made durable")};
  ::close(opened);
  return status;
}

Result<NewFile> NewFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return failed(path, "written");
  NewFile opened(path, file);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    opened.placed_ = true;  // it is not ours to remove
    return Error{ErrorCode::kUnavailable,
                 path + " is being written by another program. Wait until that has ended."};
  }
  if (::fchmod(file, 0600) != 0 || ::ftruncate(file, 0) != 0) return failed(path, "written");
  return opened;
}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, -1)),
      placed_(other.placed_) {}

NewFile::~NewFile() {
  if (file_ < 0) return;
  if (!placed_) ::unlink(path_.c_str());
  ::close(file_);
}

Status NewFile::write(ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failed(path_, "written");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Status NewFile::sync() {
  if (::fsync(file_) != 0) return failed(path_, "made durable");
  ::posix_fadvise(file_, 0, 0, POSIX_FADV_DONTNEED);
  return {};
}

Status NewFile::placeAs(const std::string& path) {
  if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) != 0) {
    // Not every file system knows that; nearly all of those know links.
    const bool unknown = errno == EINVAL || errno == ENOSYS;
    if (unknown && ::link(path_.c_str(), path.c_str()) == 0) {
      ::unlink(path_.c_str());
    } else if (errno == EEXIST) {
      return Error{ErrorCode::kConflict,
                   path + " is there already. Nothing was changed; choose another name."};
    } else {
      return failed(path, "written");
    }
  }
  placed_ = true;
  return syncFolder(folderOf(path));
}

}  // namespace rapport
