#pragma once

#include <cstddef>
#include <cstdint>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/sync/carried_file.h"
#include "shared/sync/local_attachments.h"
#include "shared/sync/local_store.h"

namespace rapport {

// The last resort of a tablet that reaches no network any more: what the office does not have, in a
// file that a person carries there (carried_file.h). It changes nothing here: the office's answers
// come with the next connection, if there ever is one, and what was carried enters once.

enum class Carry : std::uint8_t {
  kUnsent,      // what has no answer yet
  kEverything,  // every change that is still kept, for an office that was restored from a backup
};

struct CarriedOut {
  std::size_t changes = 0;
  std::size_t files = 0;  // of attachments
};

struct CarryingTablet {
  LocalStore& store;
  LocalAttachments& attachments;
  const SigningKey& device;
  const Clock& clock;
  Random& random;
};

// kUnavailable: the office never gave this tablet the key that it opens such files with. Else what
// the stores and the sink say; then what was written is worth nothing.
Result<CarriedOut> carryOut(const CarryingTablet& tablet, Carry what, CarriedSink sink);

}  // namespace rapport
