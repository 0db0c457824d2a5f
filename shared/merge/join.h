#pragma once

#include <optional>
#include <span>

#include "shared/merge/state.h"
#include "shared/model/record_type.h"

namespace rapport {

// After a restore from a backup: what a tablet's copy of an older epoch brings back (MERGE.md
// "After a restore").

// The copy as it may be joined: without what somebody in one of these roles may not read, and with
// the coverage of the copy written beside everything that they may read: `seen` is what the copy's
// number tells of every epoch that the tablet knows. What is hidden from them is not in it, and so
// is not touched. Nothing: the copy may not be seen by them. Pure.
std::optional<RecordState> readyToJoin(const RecordType& type, std::span<const Role> roles,
                                       RecordState copy, const RecordState& now,
                                       const Coverage& seen);

// Writes a coverage that stands beside all of a `rows` field beside each of its cells instead, so
// that one of them can do without. `now`: what the server holds there. Of a row that neither holds
// it stands for the sets alone. Pure.
void coverCells(FieldState& copy, const FieldState& now, const RecordType& type,
                const FieldDeclaration& field);

enum class Joined : std::uint8_t { kNothing, kSomething };

// Joins a copy that readyToJoin made into the server's record, which takes `number` if anything of
// it is another now. A head survives if both hold it, or if one holds it and the other's coverage
// does not include it. One that comes in keeps its old numbers and gets the new one; of a count the
// entry that counted further stands. A record without a number is new here. Joining again changes
// nothing, and no head is lost that no coverage includes. Never fails; whether there is room is the
// caller's question. Linear in both.
Joined join(RecordState& record, const RecordState& copy, Number number, const Lineage& lineage);

}  // namespace rapport
