#pragma once

#include "shared/merge/brought_heads.h"
#include "shared/merge/change.h"
#include "shared/merge/state.h"

namespace rapport {

// What `apply` must know about a change beside its own bytes.
struct Applied {
  Numbers numbers;       // its place in the server's order; none on a tablet's overlay, even when
                         // the server has answered but the copy cannot yet take the change in
  HybridTime effective;  // the server's bounded time; the change's own while pending
  Author author = Author::kTablet;
  const Formerly* formerly = nullptr;  // of the change's replica; may be null
  const Lineage* lineage =
      nullptr;  // of the programme; may be null where nothing was ever restored
  // What copies held that were joined before: of a change that is given back with its number, and
  // was among that, nothing comes again that somebody has answered since. May be null.
  const BroughtHeads* brought = nullptr;
};

// What the author of one operation knew: the heads whose number they had seen, and those they had
// written earlier, without the ones their surface did not show. Borrows what it is made from.
class Knowledge {
 public:
  Knowledge(const Operation& operation, const Dot& author, const Applied& applied);

  bool of(const Dot& head, const Numbers& headNumbers) const;
  const Coverage& seen() const { return seen_; }

 private:
  const Operation& operation_;
  const Dot author_;
  const Applied& applied_;
  const Coverage seen_;
};

// Merges one change into a record: removes the heads that it supersedes, then adds its own; of what
// stands already, or a joined copy covered, it only removes. The same function on tablet and
// server. A record whose number is at or past the change's holds it
// already and stays as it is; else the record takes the change's number. Applying a change twice
// changes nothing. Never fails: judging comes before (judge.h). Linear in the heads of the fields
// written.
void apply(RecordState& record, const Change& change, const Applied& applied);

}  // namespace rapport
