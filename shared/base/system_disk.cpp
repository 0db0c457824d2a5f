#include "shared/base/system_disk.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rapport {
namespace {

namespace fs = std::filesystem;

Error failed(const std::string& what, int number) {
  if (number == ENOSPC || number == EDQUOT) {
    return {ErrorCode::kStorageFull,
            "The disk is full. Nothing was changed; everything saved before is safe. Free some "
            "space, then try again."};
  }
  return {ErrorCode::kStorageFailed,
          what + ": " + std::strerror(number) +
              ". Everything saved before is safe; this may not be saved. Check the disk, then try "
              "again."};
}

class SystemFile final : public DiskFile {
 public:
  SystemFile(int file, std::string path) : file_(file), path_(std::move(path)) {}
  SystemFile(const SystemFile&) = delete;
  SystemFile& operator=(const SystemFile&) = delete;
  ~SystemFile() override { close(file_); }

  Result<std::uint64_t> sizeBytes() const override {
    struct stat found {};
    if (fstat(file_, &found) != 0) return unread();
    return static_cast<std::uint64_t>(found.st_size);
  }

  Result<Bytes> read(std::uint64_t at, std::size_t mostBytes) const override {
    Bytes into(mostBytes, '\0');
    std::size_t done = 0;
    while (done < mostBytes) {
      const ssize_t got =
          pread(file_, into.data() + done, mostBytes - done, static_cast<off_t>(at + done));
      if (got == 0) break;
      if (got < 0 && errno != EINTR) return unread();
      if (got > 0) done += static_cast<std::size_t>(got);
    }
    into.resize(done);
    return into;
  }

  Status write(std::uint64_t at, ByteView bytes) override {
    while (!bytes.empty()) {
      const ssize_t written = pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(at));
      if (written < 0 && errno != EINTR) return unwritten();
      if (written <= 0) continue;
      bytes.remove_prefix(static_cast<std::size_t>(written));
      at += static_cast<std::size_t>(written);
    }
    return {};
  }

  Status truncate(std::uint64_t sizeBytes) override {
    return ftruncate(file_, static_cast<off_t>(sizeBytes)) == 0 ? Status{} : unwritten();
  }

  Status sync() override {
    if (fdatasync(file_) == 0) return {};
    return failed("The disk does not confirm the file " + path_, errno);
  }

 private:
  Error unread() const { return failed("The file " + path_ + " cannot be read", errno); }
  Status unwritten() const { return failed("The file " + path_ + " cannot be written", errno); }

  const int file_;
  const std::string path_;
};

class SystemDisk final : public Disk {
 public:
  Result<std::unique_ptr<DiskFile>> open(const std::string& path) override {
    return open(path, O_RDONLY);
  }

  Result<std::unique_ptr<DiskFile>> openToWrite(const std::string& path) override {
    return open(path, O_RDWR | O_CREAT);
  }

  Status makeFolders(const std::string& path) override {
    std::error_code failure;
    if (fs::is_directory(path, failure)) return {};
    fs::create_directories(path, failure);
    if (failure) return failed("Cannot make the folder " + path, failure.value());
    fs::permissions(path, fs::perms::owner_all, failure);
    return {};
  }

  Status syncFolder(const std::string& path) override {
    const int opened =
        ::open(path.empty() ? "." : path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = opened >= 0 && fsync(opened) == 0;
    const int number = errno;
    if (opened >= 0) close(opened);
    return synced ? Status{} : failed("The disk does not confirm the folder " + path, number);
  }

  Status rename(const std::string& from, const std::string& to) override {
    if (utimensat(AT_FDCWD, from.c_str(), nullptr, AT_SYMLINK_NOFOLLOW) == 0 &&
        ::rename(from.c_str(), to.c_str()) == 0) {
      return {};
    }
    return failed("Cannot keep " + to, errno);
  }

  Status remove(const std::string& path) override {
    if (unlink(path.c_str()) == 0 || errno == ENOENT) return {};
    return failed("Cannot remove " + path, errno);
  }

  std::vector<Entry> filesBelow(const std::string& folder) const override {
    std::vector<Entry> found;
    std::error_code failure;
    const auto now = fs::file_time_type::clock::now();
    for (fs::recursive_directory_iterator each(folder, failure), end; !failure && each != end;
         each.increment(failure)) {
      std::error_code unread;
      if (!each->is_regular_file(unread)) continue;
      const auto written = each->last_write_time(unread);
      if (unread) continue;  // gone meanwhile
      const auto sizeBytes = each->file_size(unread);
      if (unread) continue;
      found.push_back({each->path().string(), sizeBytes,
                       std::chrono::duration_cast<std::chrono::seconds>(now - written)});
    }
    return found;
  }

 private:
  static Result<std::unique_ptr<DiskFile>> open(const std::string& path, int how) {
    const int file = ::open(path.c_str(), how | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (file >= 0) {
      return std::unique_ptr<DiskFile>(std::make_unique<SystemFile>(file, path));
    }
    if (errno == ENOENT && how == O_RDONLY) {
      return Error{ErrorCode::kNotFound, "There is no file at " + path + "."};
    }
    return failed("The file " + path + " cannot be opened", errno);
  }
};

}  // namespace

Disk& systemDisk() {
  static SystemDisk disk;
  return disk;
}

}  // namespace rapport
