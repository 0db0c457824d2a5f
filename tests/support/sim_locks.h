#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace rapport::testing {

// Who holds what of one file: SQLite's five lock levels, and the shared memory of the write-ahead
// log with its eight locks. Holders are told apart by address. No two wait for each other: a lock
// is had at once or refused.
class SimLocks {
 public:
  enum class Level { kNone, kShared, kReserved, kPending, kExclusive };
  static constexpr std::size_t kSlots = 8;

  bool raise(const void* holder, Level wanted);
  void lower(const void* holder, Level wanted);
  bool isReserved() const;

  bool takeSlots(const void* holder, std::size_t first, std::size_t count, bool exclusive);
  void giveSlots(const void* holder, std::size_t first, std::size_t count);

  // A piece of the shared memory, zeroed when new; nothing when it is not there and not wanted.
  void* region(const void* holder, std::size_t index, std::size_t sizeBytes, bool wanted);
  // The memory goes with its last user.
  void leaveRegions(const void* holder);

 private:
  Level levelOf(const void* holder) const;
  bool anyOtherAtLeast(const void* holder, Level level) const;

  std::map<const void*, Level> levels_;
  struct Slot {
    std::set<const void*> sharers;
    const void* owner = nullptr;
  };
  std::array<Slot, kSlots> slots_;
  std::set<const void*> regionUsers_;
  std::vector<std::unique_ptr<std::vector<std::max_align_t>>> regions_;
};

}  // namespace rapport::testing
