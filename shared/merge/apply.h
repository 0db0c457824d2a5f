#pragma once

#include "shared/merge/change.h"
#include "shared/merge/state.h"

namespace rapport {

// Server-authored writes have no "own earlier": two console pages share one replica (MERGE.md).
enum class Author : std::uint8_t { kTablet, kServer };

// What `apply` must know about a change beside its own bytes.
struct Applied {
  Numbers numbers;       // its place in the server's order; pending on the tablet's overlay
  HybridTime effective;  // the server's bounded time; the change's own while pending
  Author author = Author::kTablet;
  const Formerly* formerly = nullptr;  // of the change's replica; may be null
  const Lineage* lineage =
      nullptr;  // of the programme; may be null where nothing was ever restored
};

// Did this author know of that head? By having seen its number, or having written it earlier.
bool knew(const Operation& operation, const Dot& author, const Applied& applied, const Dot& head,
          const Numbers& headNumbers);

// Merges one change into a record: removes the heads that it supersedes, then adds its own. The
// same function on tablet and server. Applying a change twice changes nothing. If the change is
// numbered and the record's number is smaller in that epoch, the record takes the change's number.
// Never fails: judging comes before (judge.h).
void apply(RecordState& record, const Change& change, const Applied& applied);

}  // namespace rapport
