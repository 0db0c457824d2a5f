#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/random.h"
#include "tests/support/sim_locks.h"

namespace rapport::testing {

enum class SimOutcome {
  kDone,
  kFailed,    // an input or output error
  kFull,      // no space left
  kPowerOff,  // the machine is off, or the handle is of before it was
};

// What can be planned. Each strikes once, at the first call it can strike from its moment on.
enum class SimFault {
  kPowerCut,    // any call that changes something; the call itself may be partly on the disk
  kKill,        // every program ends as at such a call, which does not happen
  kSyncFails,   // and, as on Linux, what was to be synced never will be
  kWriteFails,  // nothing written
  kShortWrite,  // a part is written, then an error
};

// One file: what programs see, what the platters hold, and what lies between.
struct SimFile {
  struct Change {
    enum class Kind { kWrite, kTruncate } kind;
    std::uint64_t offset;  // or the new size
    Bytes bytes;
    bool orphaned = false;  // its sync failed: no later one makes it durable
  };
  Bytes seen;
  Bytes durable;
  std::vector<Change> pending;  // oldest first
  SimLocks locks;
  bool isFolder = false;
  std::chrono::milliseconds writtenAt{0};  // as whoever writes says
};

// A disk in memory that forgets what was not synced when its power is cut.
//
// At a cut each 512-byte piece of each unsynced write survives, is lost, or is torn, by a seeded
// draw; so do truncations, and names that were made, removed or, from both ends together, changed.
// What lies in a folder that is lost is lost. Bytes beside a write are never damaged. One thread.
class SimDisk {
 public:
  explicit SimDisk(std::uint64_t seed) : random_(seed) {}

  // `callsFromNow` counts calls that change something; 1 is the next.
  void plan(SimFault fault, std::uint64_t callsFromNow);
  void forgetPlans() { plans_.clear(); }
  void cutPower();
  // Every program's handles die as by kill -9; the disk and what is unsynced stay as they are.
  void killPrograms();
  // Every handle of before stays dead.
  void powerOn() { on_ = true; }
  bool isOn() const { return on_; }
  // For all files together, as programs see them.
  void setCapacityBytes(std::uint64_t capacity) { capacityBytes_ = capacity; }
  std::uint64_t usedBytes() const;

  // Calls that changed something or tried to, since the disk was made.
  std::uint64_t calls() const { return calls_; }
  // Of planned syncs that failed.
  std::uint64_t failedSyncs() const { return failedSyncs_; }
  // Grows with each power cut and each kill: a handle is good for one of these lives.
  std::uint64_t life() const { return life_; }
  std::vector<std::string> names() const;
  // Empty for a name that is not there.
  Bytes contentOf(const std::string& name) const;
  // What a copy of every file would hold, taken now, where there are no folders; and putting such a
  // copy back, while the power
  // is off to every program: all their handles die.
  using Image = std::map<std::string, Bytes>;
  Image image() const;
  void putBack(const Image& image);
  void flipBit(const std::string& name, std::uint64_t bit);
  // From now on a sync of files whose name ends so is told as done, and is not: a disk that lies,
  // or a database told not to wait for it.
  void ignoreSyncsOf(std::string ending) { ignored_ = std::move(ending); }

  // What the VFS calls.
  std::shared_ptr<SimFile> find(const std::string& name) const;
  SimOutcome create(const std::string& name, std::shared_ptr<SimFile>& made);
  SimOutcome makeFolder(const std::string& name);
  SimOutcome remove(const std::string& name);
  SimOutcome rename(const std::string& from, const std::string& to);
  // The names in this folder; empty: those in none.
  SimOutcome syncNames(const std::string& folder = "");
  SimOutcome write(SimFile& file, std::uint64_t offset, ByteView bytes);
  SimOutcome truncate(SimFile& file, std::uint64_t sizeBytes);
  SimOutcome sync(SimFile& file);

 private:
  using Names = std::map<std::string, std::shared_ptr<SimFile>>;
  struct Plan {
    SimFault fault;
    std::uint64_t call;
  };

  // Names that only change together, as far as that is not synced.
  const std::string& groupOf(const std::string& name) const;
  SimOutcome afterChange();
  bool strikes(SimFault fault);
  bool isIgnored(const SimFile& file) const;
  // Counts the call; false when the power is off, or goes off now.
  bool enter();
  bool chance(std::uint64_t of100) { return random_.next64() % 100 < of100; }
  Bytes settle(const SimFile& file, std::uint64_t keepOf100);

  SeededRandom random_;
  Names seen_;
  Names durable_;
  std::map<std::string, std::string> groups_;  // renamed and not synced: each and its group's name
  std::vector<Plan> plans_;
  std::string ignored_;
  std::uint64_t capacityBytes_ = UINT64_MAX;
  std::uint64_t calls_ = 0;
  std::uint64_t failedSyncs_ = 0;
  std::uint64_t life_ = 0;
  bool on_ = true;
};

}  // namespace rapport::testing
