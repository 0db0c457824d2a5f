#include "mobile/app/clearing.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

#include "shared/base/bytes.h"
#include "shared/base/limits.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;

constexpr char kClearing[] = "/clearing";  // it has begun
constexpr char kCleared[] = "/cleared";    // it is done

Error failed(const std::string& path) {
  return {errno == ENOSPC ? ErrorCode::kStorageFull : ErrorCode::kStorageFailed,
          path + ": " + std::strerror(errno) + "."};
}

Status syncFolder(const std::string& folder) {
  const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened < 0) return failed(folder);
  const bool synced = ::fsync(opened) == 0;
  const Status done = synced ? Status{} : Status{failed(folder)};
  ::close(opened);
  return done;
}

Status writeDurably(const std::string& path, ByteView bytes, int flags) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | flags, 0600);
  if (file < 0) return failed(path);
  const bool written =
      ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
      ::fsync(file) == 0;
  const Status done = written ? Status{} : Status{failed(path)};
  ::close(file);
  return done;
}

// Over its own bytes first, so that they are not merely out of the folder.
Status removeKey(const std::string& path) {
  std::error_code gone;
  const auto sizeBytes = fs::file_size(path, gone);
  if (gone) return {};
  const Status over = writeDurably(path, Bytes(sizeBytes, '\0'), 0);
  if (!over) return over;
  return ::unlink(path.c_str()) == 0 || errno == ENOENT ? Status{} : Status{failed(path)};
}

Status removeAll(const std::string& path) {
  std::error_code failure;
  fs::remove_all(path, failure);
  if (!failure) return {};
  return Error{ErrorCode::kStorageFailed, path + ": " + failure.message() + "."};
}

}  // namespace

Status clearProfile(const ProfileFiles& files, std::string_view why) {
  const std::string begun = files.folder + kClearing;
  const Status noted = writeDurably(begun + ".new", why, O_CREAT | O_TRUNC);
  if (!noted) return noted;
  if (::rename((begun + ".new").c_str(), begun.c_str()) != 0) return failed(begun);
  if (const Status synced = syncFolder(files.folder); !synced) return synced;
  return finishClearing(files);
}

Status finishClearing(const ProfileFiles& files) {
  const std::string begun = files.folder + kClearing;
  if (::access(begun.c_str(), F_OK) != 0) return {};
  if (const Status gone = removeKey(files.keyFile); !gone) return gone;
  if (const Status gone = removeKey(files.folder + "/device.key"); !gone) return gone;
  for (const char* name : {"/profile.db", "/profile.db-wal", "/profile.db-shm", "/attachments"}) {
    if (const Status gone = removeAll(files.folder + name); !gone) return gone;
  }
  if (const Status synced = syncFolder(files.folder); !synced) return synced;
  if (::rename(begun.c_str(), (files.folder + kCleared).c_str()) != 0) return failed(begun);
  return syncFolder(files.folder);
}

std::optional<std::string> whyCleared(const std::string& folder) {
  std::ifstream in(folder + kCleared, std::ios::binary);
  if (!in) return std::nullopt;
  std::string why(std::istreambuf_iterator<char>(in), {});
  if (why.size() > limits::kReasonBytes) why.resize(limits::kReasonBytes);
  return why;
}

Status forgetWhyCleared(const std::string& folder) {
  const std::string path = folder + kCleared;
  return ::unlink(path.c_str()) == 0 || errno == ENOENT ? Status{} : Status{failed(path)};
}

}  // namespace rapport
