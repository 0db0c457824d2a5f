#pragma once

#include <span>

#include "shared/merge/state.h"

namespace rapport {

// A restore from a backup: `epoch` began with everything up to `kept` of an older one.
struct EpochBegun {
  EpochId epoch;
  Number kept;
};

// Carries a record that a restore kept into the epoch that the last of `lineage` began: whatever
// bears a number of the epoch before bears the same one in the new epoch, beside the old one. So an
// edit that saw the record before the restore and one that saw it after know the same heads. Of the
// epochs in the lineage (in the order of the restores) a head remembers the last
// four. Pure; carrying twice changes nothing.
void carryOver(RecordState& record, std::span<const EpochBegun> lineage);

}  // namespace rapport
