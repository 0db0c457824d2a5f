#pragma once

#include <mutex>

#include "shared/sync/programme_types.h"

namespace rapport {

// The same for any thread.
class GuardedTypes final : public ProgrammeTypes {
 public:
  using ProgrammeTypes::ProgrammeTypes;
  Result<Types> of(ServerReader& programme) override {
    const std::lock_guard lock(mutex_);
    return ProgrammeTypes::of(programme);
  }

 private:
  std::mutex mutex_;
};

}  // namespace rapport
