#include "tests/support/sim_disk.h"

#include <algorithm>
#include <set>

namespace rapport::testing {
namespace {

constexpr std::uint64_t kSectorBytes = 512;
constexpr std::uint64_t kCachePageBytes = 4096;

void put(Bytes& content, std::uint64_t offset, ByteView bytes) {
  if (bytes.empty()) return;
  if (content.size() < offset + bytes.size()) content.resize(offset + bytes.size(), '\0');
  content.replace(offset, bytes.size(), bytes);
}

// Remembers a write page by page of the system's cache: a page that a failed sync left clean is
// dirty again as a whole when any of it is written.
void remember(SimFile& file, std::uint64_t offset, ByteView bytes) {
  while (!bytes.empty()) {
    const std::uint64_t page = offset / kCachePageBytes;
    const ByteView piece = bytes.substr(0, kCachePageBytes - offset % kCachePageBytes);
    for (SimFile::Change& change : file.pending) {
      if (change.orphaned && change.offset / kCachePageBytes == page) change.orphaned = false;
    }
    file.pending.push_back({SimFile::Change::Kind::kWrite, offset, Bytes(piece)});
    offset += piece.size();
    bytes.remove_prefix(piece.size());
  }
}

std::string folderOf(const std::string& name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string::npos ? "" : name.substr(0, slash);
}

void apply(Bytes& content, const SimFile::Change& change) {
  if (change.kind == SimFile::Change::Kind::kTruncate) {
    content.resize(change.offset, '\0');
  } else {
    put(content, change.offset, change.bytes);
  }
}

}  // namespace

void SimDisk::plan(SimFault fault, std::uint64_t callsFromNow) {
  plans_.push_back({fault, calls_ + callsFromNow});
}

bool SimDisk::strikes(SimFault fault) {
  const auto due = std::find_if(plans_.begin(), plans_.end(), [&](const Plan& plan) {
    return plan.fault == fault && plan.call <= calls_;
  });
  if (due == plans_.end()) return false;
  plans_.erase(due);
  return true;
}

bool SimDisk::enter() {
  if (!on_) return false;
  ++calls_;
  if (!strikes(SimFault::kKill)) return true;
  killPrograms();
  return false;
}

std::uint64_t SimDisk::usedBytes() const {
  std::uint64_t used = 0;
  for (const auto& [name, file] : seen_) used += file->seen.size();
  return used;
}

std::vector<std::string> SimDisk::names() const {
  std::vector<std::string> all;
  for (const auto& [name, file] : seen_) all.push_back(name);
  return all;
}

Bytes SimDisk::contentOf(const std::string& name) const {
  const auto file = find(name);
  return file == nullptr ? Bytes{} : file->seen;
}

SimDisk::Image SimDisk::image() const {
  Image image;
  for (const auto& [name, file] : seen_) image[name] = file->seen;
  return image;
}

void SimDisk::putBack(const Image& image) {
  killPrograms();
  plans_.clear();
  seen_.clear();
  for (const auto& [name, bytes] : image) {
    seen_[name] = std::make_shared<SimFile>();
    seen_[name]->seen = seen_[name]->durable = bytes;
  }
  durable_ = seen_;
}

void SimDisk::flipBit(const std::string& name, std::uint64_t bit) {
  const auto file = find(name);
  for (Bytes* content : {&file->seen, &file->durable}) {
    if (bit / 8 >= content->size()) continue;
    char& byte = (*content)[bit / 8];
    byte = static_cast<char>(byte ^ (1 << bit % 8));
  }
}

std::shared_ptr<SimFile> SimDisk::find(const std::string& name) const {
  const auto found = seen_.find(name);
  return found == seen_.end() ? nullptr : found->second;
}

SimOutcome SimDisk::afterChange() {
  if (strikes(SimFault::kPowerCut)) cutPower();
  return on_ ? SimOutcome::kDone : SimOutcome::kPowerOff;
}

SimOutcome SimDisk::create(const std::string& name, std::shared_ptr<SimFile>& made) {
  if (!enter()) return SimOutcome::kPowerOff;
  made = std::make_shared<SimFile>();
  seen_[name] = made;
  return afterChange();
}

SimOutcome SimDisk::makeFolder(const std::string& name) {
  if (!enter()) return SimOutcome::kPowerOff;
  seen_[name] = std::make_shared<SimFile>();
  seen_[name]->isFolder = true;
  return afterChange();
}

SimOutcome SimDisk::remove(const std::string& name) {
  if (!enter()) return SimOutcome::kPowerOff;
  seen_.erase(name);
  return afterChange();
}

const std::string& SimDisk::groupOf(const std::string& name) const {
  const auto group = groups_.find(name);
  return group == groups_.end() ? name : group->second;
}

SimOutcome SimDisk::rename(const std::string& from, const std::string& to) {
  if (!enter()) return SimOutcome::kPowerOff;
  if (strikes(SimFault::kWriteFails)) return SimOutcome::kFailed;
  const auto moved = seen_.extract(from);
  if (moved.empty()) return SimOutcome::kFailed;
  seen_[to] = moved.mapped();
  const std::string group = groupOf(from), joined = groupOf(to);
  for (auto& [name, its] : groups_) {
    if (its == joined) its = group;
  }
  groups_[from] = groups_[to] = group;
  return afterChange();
}

SimOutcome SimDisk::syncNames(const std::string& folder) {
  if (!enter()) return SimOutcome::kPowerOff;
  if (strikes(SimFault::kPowerCut)) {
    cutPower();
    return SimOutcome::kPowerOff;
  }
  std::set<std::string> names, groups;
  for (const Names* some : {&seen_, &durable_}) {
    for (const auto& [name, file] : *some) {
      names.insert(name);
      if (folderOf(name) == folder) groups.insert(groupOf(name));
    }
  }
  for (const auto& [name, group] : groups_) names.insert(name);
  for (const std::string& name : names) {
    if (!groups.contains(groupOf(name))) continue;
    const auto file = seen_.find(name);
    if (file == seen_.end()) {
      durable_.erase(name);
    } else {
      durable_[name] = file->second;
    }
  }
  std::erase_if(groups_, [&](const auto& each) { return groups.contains(each.second); });
  return SimOutcome::kDone;
}

SimOutcome SimDisk::write(SimFile& file, std::uint64_t offset, ByteView bytes) {
  if (!enter()) return SimOutcome::kPowerOff;
  if (strikes(SimFault::kWriteFails)) return SimOutcome::kFailed;
  const bool isShort = strikes(SimFault::kShortWrite);
  if (isShort) bytes = bytes.substr(0, random_.next64() % (bytes.size() + 1));
  const std::uint64_t grown =
      offset + bytes.size() > file.seen.size() ? offset + bytes.size() - file.seen.size() : 0;
  if (grown != 0 && usedBytes() + grown > capacityBytes_) return SimOutcome::kFull;
  put(file.seen, offset, bytes);
  remember(file, offset, bytes);
  if (strikes(SimFault::kPowerCut)) cutPower();
  if (!on_) return SimOutcome::kPowerOff;
  return isShort ? SimOutcome::kFailed : SimOutcome::kDone;
}

SimOutcome SimDisk::truncate(SimFile& file, std::uint64_t sizeBytes) {
  if (!enter()) return SimOutcome::kPowerOff;
  if (strikes(SimFault::kWriteFails)) return SimOutcome::kFailed;
  file.seen.resize(sizeBytes, '\0');
  file.pending.push_back({SimFile::Change::Kind::kTruncate, sizeBytes, {}});
  if (strikes(SimFault::kPowerCut)) cutPower();
  return on_ ? SimOutcome::kDone : SimOutcome::kPowerOff;
}

bool SimDisk::isIgnored(const SimFile& file) const {
  if (ignored_.empty()) return false;
  return std::any_of(seen_.begin(), seen_.end(), [&](const auto& named) {
    return named.second.get() == &file && named.first.ends_with(ignored_);
  });
}

SimOutcome SimDisk::sync(SimFile& file) {
  if (!enter()) return SimOutcome::kPowerOff;
  if (strikes(SimFault::kPowerCut)) {
    cutPower();
    return SimOutcome::kPowerOff;
  }
  if (strikes(SimFault::kSyncFails)) {
    ++failedSyncs_;
    for (SimFile::Change& change : file.pending) {
      change.orphaned = change.kind == SimFile::Change::Kind::kWrite;
    }
    return SimOutcome::kFailed;
  }
  if (isIgnored(file)) return SimOutcome::kDone;
  for (const SimFile::Change& change : file.pending) {
    if (!change.orphaned) apply(file.durable, change);
  }
  std::erase_if(file.pending, [](const SimFile::Change& change) { return !change.orphaned; });
  return SimOutcome::kDone;
}

Bytes SimDisk::settle(const SimFile& file, std::uint64_t keepOf100) {
  constexpr std::uint64_t kTornOf100 = 10;
  Bytes content = file.durable;
  for (const SimFile::Change& change : file.pending) {
    if (change.kind == SimFile::Change::Kind::kTruncate) {
      if (chance(keepOf100)) apply(content, change);
      continue;
    }
    ByteView rest = change.bytes;
    for (std::uint64_t at = change.offset; !rest.empty();) {
      const std::uint64_t size =
          std::min<std::uint64_t>(kSectorBytes - at % kSectorBytes, rest.size());
      ByteView piece = rest.substr(0, size);
      if (keepOf100 != 100 && chance(kTornOf100)) piece = piece.substr(0, random_.next64() % size);
      if (chance(keepOf100)) put(content, at, piece);
      rest.remove_prefix(size);
      at += size;
    }
  }
  return content;
}

void SimDisk::killPrograms() {
  ++life_;
  // The files become new ones, because dead handles go on pointing at the old.
  std::map<const SimFile*, std::shared_ptr<SimFile>> survivors;
  for (Names* names : {&seen_, &durable_}) {
    for (auto& [name, file] : *names) {
      std::shared_ptr<SimFile>& survivor = survivors[file.get()];
      if (survivor == nullptr) {
        survivor = std::make_shared<SimFile>();
        survivor->seen = file->seen;
        survivor->durable = file->durable;
        survivor->pending = file->pending;
        survivor->isFolder = file->isFolder;
        survivor->writtenAt = file->writtenAt;
      }
      file = survivor;
    }
  }
}

void SimDisk::cutPower() {
  // All lost and all kept are as likely as any mixture: each hides faults that the others show.
  constexpr std::uint64_t kMixtures[] = {0, 100, 50, 10, 90};
  const std::uint64_t keepOf100 = kMixtures[random_.next64() % std::size(kMixtures)];
  on_ = false;
  ++life_;
  std::erase_if(plans_, [&](const Plan& plan) { return plan.call <= calls_; });

  std::set<std::string> names;  // in order, so that a seed repeats itself
  for (const Names* some : {&seen_, &durable_}) {
    for (const auto& [name, file] : *some) names.insert(name);
  }
  Names settled;
  std::map<std::string, bool> kept;  // by group
  for (const std::string& name : names) {
    // What was made or removed since the names were synced is there or not.
    const auto drawn = kept.find(groupOf(name));
    const bool isKept = drawn != kept.end() ? drawn->second : chance(keepOf100);
    kept.emplace(groupOf(name), isKept);
    const Names& taken = isKept ? seen_ : durable_;
    const auto file = taken.find(name);
    const std::string folder = folderOf(name);
    if (file == taken.end() || (!folder.empty() && !settled.contains(folder))) continue;
    // A new file, for the dead handles' sake.
    auto survivor = std::make_shared<SimFile>();
    survivor->durable = survivor->seen = settle(*file->second, keepOf100);
    survivor->isFolder = file->second->isFolder;
    survivor->writtenAt = file->second->writtenAt;
    settled.emplace(name, std::move(survivor));
  }
  seen_ = durable_ = std::move(settled);
  groups_.clear();
}

}  // namespace rapport::testing
