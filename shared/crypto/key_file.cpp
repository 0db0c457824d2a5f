#include "shared/crypto/key_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rapport {
namespace {

constexpr std::size_t kKeyBytes = 32;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  bool valid() const { return number_ >= 0; }
  int get() const { return number_; }

 private:
  int number_;
};

Error systemError(const std::string& what, const std::string& path, int number) {
  return {
      number == ENOSPC || number == EDQUOT ? ErrorCode::kStorageFull : ErrorCode::kStorageFailed,
      what + " " + path + ": " + std::strerror(number) + "."};
}

Status checkOwnership(int file, const std::string& path) {
  struct stat found {};
  if (fstat(file, &found) != 0) return systemError("Cannot look at the key file", path, errno);
  if (!S_ISREG(found.st_mode)) {
    return Error{ErrorCode::kRefused, "The key file " + path + " is not a plain file."};
  }
  if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return Error{ErrorCode::kRefused,
                 "Other people on this machine may read the key file " + path +
                     ". Nothing was opened. If nobody has read it, run: chmod 600 " + path};
  }
  if (found.st_size != static_cast<off_t>(kKeyBytes)) {
    return Error{ErrorCode::kRefused, "The key file " + path +
                                          " must have exactly 32 bytes; it has " +
                                          std::to_string(found.st_size) +
                                          ". Put back the file that was made with the data."};
  }
  return {};
}

// Interrupted and short transfers are taken up again. False with errno set.
template <typename Transfer, typename Byte>
bool transferAll(Transfer transfer, int file, Byte* bytes) {
  std::size_t done = 0;
  while (done < kKeyBytes) {
    const ssize_t moved = transfer(file, bytes + done, kKeyBytes - done);
    if (moved > 0) {
      done += static_cast<std::size_t>(moved);
    } else if (moved == 0) {
      errno = EIO;
      return false;
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

Status syncFolder(const std::string& folder) {
  const Descriptor opened(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.valid() || fsync(opened.get()) != 0) {
    return systemError("Cannot make sure that the disk keeps the folder", folder, errno);
  }
  return {};
}

// Writes a complete file beside the place where it shall be.
Status writeTemporary(std::string& name, const SecretKey& key) {
  const Descriptor file(mkostemp(name.data(), O_CLOEXEC));  // mode 0600
  if (!file.valid()) return systemError("Cannot create a key file at", name, errno);
  if (!transferAll(write, file.get(), key.data()) || fsync(file.get()) != 0) {
    const int number = errno;
    unlink(name.c_str());
    return systemError("Cannot write the key file", name, number);
  }
  return {};
}

// Never replaces a key that another program put there meanwhile: then -1 with EEXIST.
int placeWithoutReplacing(const std::string& temporary, const std::string& path) {
  const int moved =
      renameat2(AT_FDCWD, temporary.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE);
  // Not every file system knows that; nearly all of those know links.
  if (moved == 0 || (errno != EINVAL && errno != ENOSYS)) return moved;
  if (link(temporary.c_str(), path.c_str()) != 0) return -1;
  unlink(temporary.c_str());
  return 0;
}

Status createKeyFile(const std::string& path, Random& random) {
  SecretKey key;
  random.fill(key.span());
  std::string temporary = path + ".XXXXXX";
  if (Status written = writeTemporary(temporary, key); !written) return written;
  const int placed = placeWithoutReplacing(temporary, path);
  const int number = errno;
  if (placed != 0) unlink(temporary.c_str());
  if (placed != 0 && number != EEXIST) {
    return systemError("Cannot create the key file", path, number);
  }
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return syncFolder(folder.empty() ? "." : folder);
}

}  // namespace

Result<SecretKey> readKeyFile(const std::string& path) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.valid()) {
    if (errno == ENOENT) {
      return Error{ErrorCode::kNotFound, "There is no key file at " + path +
                                             ". Nothing was opened. Put back the file that was "
                                             "made with the data."};
    }
    return systemError("Cannot open the key file", path, errno);
  }
  if (Status owned = checkOwnership(file.get(), path); !owned) return owned.error();
  SecretKey key;
  if (!transferAll(read, file.get(), key.data())) {
    return systemError("Cannot read the key file", path, errno);
  }
  return key;
}

Result<SecretKey> readOrCreateKeyFile(const std::string& path, Random& random) {
  Result<SecretKey> found = readKeyFile(path);
  if (found || found.error().code != ErrorCode::kNotFound) return found;
  if (Status created = createKeyFile(path, random); !created) return created.error();
  return readKeyFile(path);
}

}  // namespace rapport
