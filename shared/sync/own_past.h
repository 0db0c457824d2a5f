#pragma once

#include <optional>
#include <vector>

#include "shared/merge/undo.h"
#include "shared/sync/local_store.h"

namespace rapport {

// What a tablet knows of a record's past without the office: its own changes, what stood before
// them, and the heads that stand.

// What stood where a change writes, as it is kept beside the change, without what this role may not
// read back; nothing, if it may not read the record back at all: then nobody here knows.
std::optional<Bytes> packBefore(const RecordType& type, Role role,
                                const std::vector<Operation>& operations, const RecordState& shown);
// … and back. Nothing: the bytes are damaged.
std::optional<Contents> unpackBefore(ByteView bytes);

// `own`: all own changes to the record, newest first; the change is one of them.
Result<Done> ownDone(LocalStore& store, const std::vector<OwnChange>& own, const OwnChange& change);

// What changes that are not among `own` left standing in the record, as changes, the newest number
// first. Counts are left out: whose they were nobody knows.
struct StandingChange {
  Change change;
  std::optional<Number> number;
};
std::vector<StandingChange> standingBeside(const RecordType& type, const RecordState& record,
                                           const std::vector<OwnChange>& own);

}  // namespace rapport
