#pragma once

#include "shared/base/result.h"
#include "shared/merge/change.h"
#include "shared/merge/field_edit.h"
#include "shared/merge/state.h"
#include "shared/model/record_type.h"

namespace rapport {

// Turns what a person entered into an operation on the record they were shown. `shown` is the copy
// on their screen, pending edits included; its number becomes `seen`, except in a field that their
// role may write but not read: there they saw nothing. Refuses what could never be
// applied: a value that breaks the declaration, a knowing write over an immutable value, a
// `neverFalls` field set back. Messages are for people.

// Any register. For a status the value is text (the state's name) or a StatusValue, whose
// generation is ignored: written at the generation shown, or the next one when the state is not
// above what was shown; the same state again, where nobody disagrees, raises nothing. For a consent
// it is text (yes, no, withdrawn) or a ConsentValue, whose `evidence` may name its consent record:
// a fresh yes over no or withdrawn raises the generation. Of an immutable field in conflict one of
// the versions shown may be chosen.
Result<Operation> authorWrite(const RecordType& type, Role role, const FieldDeclaration& field,
                              const RecordState& shown, const Value& entered);
// Elements come out ascending, each once; one that is added and removed is added.
Result<Operation> authorElements(const RecordType& type, Role role, const FieldDeclaration& field,
                                 const RecordState& shown, EditElements edit);
Result<Operation> authorCount(const RecordType& type, Role role, const FieldDeclaration& field,
                              const RecordState& shown, std::int64_t amount);
// Rows that merge cell by cell: new ones, each with an id (nameNewRows), and edits and removals of
// those that are shown. Each cell is authored as a field is. Of a role that may not read the field
// nobody asks whether such a row is there.
Result<Operation> authorRows(const RecordType& type, Role role, const FieldDeclaration& field,
                             const RecordState& shown, const RowEntries& entries);
// Whichever of the four the edit asks for. kInvalid where the type has no such field.
Result<Operation> authorEdit(const RecordType& type, Role role, const RecordState& shown,
                             const FieldEdit& edit);

// What a delete by somebody in this role does not mean, in a record and in a row of this field.
SetDeleted deletionBy(const RecordType& type, Role role, Deletion deletion);
std::vector<FieldNumber> unreadableCells(const RecordType& type, Role role,
                                         const FieldDeclaration& field);
Operation authorDelete(const RecordType& type, Role role, const RecordState& shown,
                       Deletion deletion);

}  // namespace rapport
