#include "tests/support/sim_locks.h"

#include <algorithm>

namespace rapport::testing {

SimLocks::Level SimLocks::levelOf(const void* holder) const {
  const auto found = levels_.find(holder);
  return found == levels_.end() ? Level::kNone : found->second;
}

bool SimLocks::anyOtherAtLeast(const void* holder, Level level) const {
  return std::any_of(levels_.begin(), levels_.end(), [&](const auto& held) {
    return held.first != holder && held.second >= level;
  });
}

bool SimLocks::raise(const void* holder, Level wanted) {
  if (levelOf(holder) >= wanted) return true;
  switch (wanted) {
    case Level::kNone:
      return true;
    case Level::kShared:
      if (anyOtherAtLeast(holder, Level::kPending)) return false;
      break;
    case Level::kReserved:
      if (anyOtherAtLeast(holder, Level::kReserved)) return false;
      break;
    case Level::kPending:
    case Level::kExclusive:
      if (anyOtherAtLeast(holder, Level::kReserved)) return false;
      // Keeps new readers out while the old ones leave.
      levels_[holder] = Level::kPending;
      if (anyOtherAtLeast(holder, Level::kShared)) return false;
      break;
  }
  levels_[holder] = wanted;
  return true;
}

void SimLocks::lower(const void* holder, Level wanted) {
  if (levelOf(holder) <= wanted) return;
  if (wanted == Level::kNone) {
    levels_.erase(holder);
  } else {
    levels_[holder] = wanted;
  }
}

bool SimLocks::isReserved() const {
  return std::any_of(levels_.begin(), levels_.end(),
                     [](const auto& held) { return held.second >= Level::kReserved; });
}

bool SimLocks::takeSlots(const void* holder, std::size_t first, std::size_t count, bool exclusive) {
  for (std::size_t i = first; i < first + count; ++i) {
    const Slot& slot = slots_[i];
    if (slot.owner != nullptr && slot.owner != holder) return false;
    const bool othersShare = slot.sharers.size() > slot.sharers.count(holder);
    if (exclusive && othersShare) return false;
  }
  for (std::size_t i = first; i < first + count; ++i) {
    if (exclusive) {
      slots_[i].owner = holder;
    } else {
      slots_[i].sharers.insert(holder);
    }
  }
  return true;
}

void SimLocks::giveSlots(const void* holder, std::size_t first, std::size_t count) {
  for (std::size_t i = first; i < first + count; ++i) {
    if (slots_[i].owner == holder) slots_[i].owner = nullptr;
    slots_[i].sharers.erase(holder);
  }
}

void* SimLocks::region(const void* holder, std::size_t index, std::size_t sizeBytes, bool wanted) {
  regionUsers_.insert(holder);
  if (index >= regions_.size()) {
    if (!wanted) return nullptr;
    regions_.resize(index + 1);
  }
  if (regions_[index] == nullptr) {
    if (!wanted) return nullptr;
    regions_[index] =
        std::make_unique<std::vector<std::max_align_t>>(sizeBytes / sizeof(std::max_align_t) + 1);
  }
  return regions_[index]->data();
}

void SimLocks::leaveRegions(const void* holder) {
  giveSlots(holder, 0, kSlots);
  regionUsers_.erase(holder);
  if (regionUsers_.empty()) regions_.clear();
}

}  // namespace rapport::testing
