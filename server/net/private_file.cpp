#include "server/net/private_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

namespace rapport {
namespace {

constexpr std::size_t kMostBytes = 1024 * 1024;

Error failed(const std::string& path, const char* deed) {
  const ErrorCode code = errno == ENOSPC ? ErrorCode::kStorageFull : ErrorCode::kStorageFailed;
  return {code, path + " could not be " + deed + ": " + std::strerror(errno) + "."};
}

bool writeAll(int file, ByteView contents) {
  while (!contents.empty()) {
    const ssize_t written = ::write(file, contents.data(), contents.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    contents.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// A rename is on the disk once its folder is.
bool syncFolderOf(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  const int opened =
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened < 0) return false;
  const bool synced = ::fsync(opened) == 0;
  ::close(opened);
  return synced;
}

}  // namespace

Status writePrivateFile(const std::string& path, ByteView contents) {
  const std::string fresh = path + ".new";
  ::unlink(fresh.c_str());  // what a crash left behind
  const int file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) return failed(path, "written");
  const bool written = writeAll(file, contents) && ::fsync(file) == 0;
  const bool closed = ::close(file) == 0;
  if (written && closed && std::rename(fresh.c_str(), path.c_str()) == 0 && syncFolderOf(path)) {
    return {};
  }
  const Error error = failed(path, "written");
  ::unlink(fresh.c_str());
  return error;
}

Result<std::string> readSmallFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::kNotFound, path + " is not there or cannot be read."};
  std::string contents;
  for (std::istreambuf_iterator<char> each(in), end; each != end; ++each) {
    if (contents.size() == kMostBytes) return Error{ErrorCode::kTooLarge, path + " is too large."};
    contents += *each;
  }
  return contents;
}

}  // namespace rapport
