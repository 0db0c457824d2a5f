#include "shared/crypto/sealed_folder.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shared/crypto/mac.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;

constexpr char kCapture[] = "capture";  // the scope of what is kept all at once

SecretKey keyFor(const SecretKey& key, ByteView use) {
  SecretKey made;
  std::ranges::copy(mac32(key, use), made.span().begin());
  return made;
}

Error failed(const std::string& what, const std::string& path, int number) {
  const bool full = number == ENOSPC || number == EDQUOT;
  if (full) {
    return {ErrorCode::kStorageFull,
            "The disk is full. Nothing was changed; everything saved before is safe. Free some "
            "space, then try again."};
  }
  return {ErrorCode::kStorageFailed,
          what + " " + path + ": " + std::strerror(number) +
              ". Everything saved before is safe; this may not be saved. Check the disk, then try "
              "again."};
}

Status makeFolders(const std::string& path) {
  std::error_code failure;
  if (fs::is_directory(path, failure)) return {};
  fs::create_directories(path, failure);
  if (failure) return failed("Cannot make the folder", path, failure.value());
  fs::permissions(path, fs::perms::owner_all, failure);
  return {};
}

Status syncFolder(const std::string& path) {
  const int opened = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = opened >= 0 && fsync(opened) == 0;
  const int number = errno;
  if (opened >= 0) close(opened);
  return synced ? Status{} : failed("The disk does not confirm the folder", path, number);
}

Status drop(const std::string& path) {
  if (unlink(path.c_str()) == 0 || errno == ENOENT) return {};
  return failed("Cannot remove", path, errno);
}

bool isOlder(const fs::path& path, std::chrono::seconds life) {
  std::error_code failure;
  const auto written = fs::last_write_time(path, failure);
  return !failure && fs::file_time_type::clock::now() - written >= life;
}

}  // namespace

SealedFolder::SealedFolder(std::string folder, const SecretKey& key)
    : folder_(std::move(folder)),
      contentKey_(keyFor(key, "rapport sealed folder contents v1")),
      nameKey_(keyFor(key, "rapport sealed folder names v1")) {}

std::string SealedFolder::nameOf(std::string_view identity) const {
  const Mac16 name = mac16(nameKey_, identity);
  return toHex({reinterpret_cast<const char*>(name.data()), name.size()});
}

std::string SealedFolder::wholePath(std::string_view identity) const {
  return folder_ + "/whole/" + nameOf(identity);
}

std::string SealedFolder::partFolder(std::string_view scope) const {
  return folder_ + "/parts/" + nameOf(scope);
}

std::string SealedFolder::partPath(std::string_view scope, std::string_view identity) const {
  return partFolder(scope) + "/" + nameOf(identity);
}

Result<SealedFile> SealedFolder::openWhole(std::string_view identity) const {
  return SealedFile::open(wholePath(identity), contentKey_, std::string(identity),
                          SealedFile::Opening::kRead);
}

Result<SealedFile> SealedFolder::openPart(std::string_view scope, std::string_view identity) const {
  if (const Status made = makeFolders(partFolder(scope)); !made) return made.error();
  return SealedFile::open(partPath(scope, identity), contentKey_, std::string(identity),
                          SealedFile::Opening::kGrow);
}

Status SealedFolder::promote(std::string_view scope, std::string_view identity) const {
  const std::string whole = folder_ + "/whole";
  if (const Status made = makeFolders(whole); !made) return made;
  const std::string from = partPath(scope, identity), to = wholePath(identity);
  // As of now: a sweep leaves it alone until somebody could have spoken of it.
  if (utimensat(AT_FDCWD, from.c_str(), nullptr, AT_SYMLINK_NOFOLLOW) != 0 ||
      rename(from.c_str(), to.c_str()) != 0) {
    return failed("Cannot keep", to, errno);
  }
  // The folders' own names too, which may be new.
  for (const std::string& path : {whole, folder_}) {
    if (const Status synced = syncFolder(path); !synced) return synced;
  }
  return syncFolder(fs::path(folder_).parent_path().string());
}

Status SealedFolder::keepWhole(std::string_view identity, ByteView content) const {
  // What an earlier attempt left may have been cut anywhere.
  if (const Status gone = dropPart(kCapture, identity); !gone) return gone;
  {
    auto file = openPart(kCapture, identity);
    if (!file) return file.error();
    Status kept = file->append(content);
    if (kept) kept = file->sync();
    if (!kept) {
      // The first failure is what a person must hear of; a part that stays is swept one day.
      const Status gone = dropPart(kCapture, identity);
      static_cast<void>(gone);
      return kept;
    }
  }
  return promote(kCapture, identity);
}

Status SealedFolder::dropPart(std::string_view scope, std::string_view identity) const {
  return drop(partPath(scope, identity));
}

Status SealedFolder::dropWhole(std::string_view identity) const {
  return drop(wholePath(identity));
}

SealedFolder::Use SealedFolder::partsIn(std::string_view scope) const {
  Use use;
  std::error_code failure;
  for (fs::directory_iterator each(partFolder(scope), failure), end; !failure && each != end;
       each.increment(failure)) {
    std::error_code unread;
    const auto sizeBytes = each->file_size(unread);
    if (unread) continue;  // gone meanwhile
    ++use.files;
    use.sizeBytes += sizeBytes;
  }
  return use;
}

std::size_t SealedFolder::sweep(const std::set<std::string>& names, const Lives& lives) const {
  std::size_t removed = 0;
  std::error_code failure;
  for (fs::directory_iterator each(folder_ + "/whole", failure), end; !failure && each != end;
       each.increment(failure)) {
    if (names.contains(each->path().filename()) || !isOlder(each->path(), lives.strays)) continue;
    if (unlink(each->path().c_str()) == 0) ++removed;
  }
  failure.clear();
  for (fs::recursive_directory_iterator each(folder_ + "/parts", failure), end;
       !failure && each != end; each.increment(failure)) {
    std::error_code unread;
    if (!each->is_regular_file(unread) || !isOlder(each->path(), lives.parts)) continue;
    if (unlink(each->path().c_str()) == 0) ++removed;
  }
  return removed;
}

}  // namespace rapport
