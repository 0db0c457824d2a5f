#include "shared/crypto/sealed_folder.h"

#include <algorithm>

#include "shared/crypto/mac.h"

namespace rapport {
namespace {

constexpr char kCapture[] = "capture";  // the scope of what is kept all at once

SecretKey keyFor(const SecretKey& key, ByteView use) {
  SecretKey made;
  std::ranges::copy(mac32(key, use), made.span().begin());
  return made;
}

std::string folderAround(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, std::max<std::size_t>(slash, 1));
}

}  // namespace

SealedFolder::SealedFolder(std::string folder, const SecretKey& key, Disk& disk)
    : disk_(disk),
      folder_(std::move(folder)),
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

std::string SealedFolder::partNameOf(std::string_view scope, std::string_view identity) const {
  return nameOf(scope) + "/" + nameOf(identity);
}

std::string SealedFolder::partPath(std::string_view scope, std::string_view identity) const {
  return folder_ + "/parts/" + partNameOf(scope, identity);
}

Result<SealedFile> SealedFolder::openWhole(std::string_view identity) const {
  return SealedFile::open(wholePath(identity), contentKey_, std::string(identity),
                          SealedFile::Opening::kRead, disk_);
}

Result<SealedFile> SealedFolder::openPart(std::string_view scope, std::string_view identity) const {
  if (const Status made = disk_.makeFolders(partFolder(scope)); !made) return made.error();
  return SealedFile::open(partPath(scope, identity), contentKey_, std::string(identity),
                          SealedFile::Opening::kGrow, disk_);
}

// Folders that are new have a name to be synced too.
Status SealedFolder::syncNames(const std::string& folder) const {
  for (std::string each = folder; each != folder_; each = folderAround(each)) {
    if (const Status synced = disk_.syncFolder(each); !synced) return synced;
  }
  if (const Status synced = disk_.syncFolder(folder_); !synced) return synced;
  return disk_.syncFolder(folderAround(folder_));
}

Status SealedFolder::grow(std::string_view scope, SealedFile& part, ByteView bytes) const {
  // Whoever opens it and finds nothing in it cannot know whether its name was synced.
  if (part.sizeBytes() == 0) {
    if (const Status named = syncNames(partFolder(scope)); !named) return named;
  }
  const Status grown = part.append(bytes);
  return grown ? part.sync() : grown;
}

Status SealedFolder::promote(std::string_view scope, std::string_view identity) const {
  const std::string whole = folder_ + "/whole";
  if (const Status made = disk_.makeFolders(whole); !made) return made;
  // Its age begins anew: a sweep leaves it alone until somebody could have spoken of it.
  const Status moved = disk_.rename(partPath(scope, identity), wholePath(identity));
  return moved ? syncNames(whole) : moved;
}

Status SealedFolder::confirmWhole() const { return syncNames(folder_ + "/whole"); }

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
  return disk_.remove(partPath(scope, identity));
}

Status SealedFolder::dropWhole(std::string_view identity) const {
  return disk_.remove(wholePath(identity));
}

SealedFolder::Use SealedFolder::partsIn(std::string_view scope) const {
  Use use;
  for (const Disk::Entry& part : disk_.filesBelow(partFolder(scope))) {
    ++use.files;
    use.sizeBytes += part.sizeBytes;
  }
  return use;
}

std::size_t SealedFolder::sweepWhole(const std::set<std::string>& names,
                                     std::chrono::seconds life) const {
  return sweep(folder_ + "/whole", names, life);
}

std::size_t SealedFolder::sweepParts(const std::set<std::string>& names,
                                     std::chrono::seconds life) const {
  return sweep(folder_ + "/parts", names, life);
}

std::size_t SealedFolder::sweep(const std::string& below, const std::set<std::string>& names,
                                std::chrono::seconds life) const {
  std::size_t removed = 0;
  for (const Disk::Entry& file : disk_.filesBelow(below)) {
    if (file.age < life || names.contains(file.path.substr(below.size() + 1))) continue;
    if (disk_.remove(file.path)) ++removed;
  }
  return removed;
}

}  // namespace rapport
