#pragma once

#include "shared/base/result.h"
#include "shared/model/record_type.h"

namespace rapport {

// May this value stand in this field? Judges kind, enumeration, range, size and UTF-8, never
// completeness: nothing in the field is refused because it is incomplete. For `union` and `append`
// the value is one element, for `count` it is the amount added. The error's message names the field
// and says what would be accepted.
//
// * Cleared fits `latest`, `ask`, `min` and `max` only: elsewhere there is nothing to clear.
// * A date is of the real calendar; a date with time carries its offset (iso_time.h).
// * A language is a BCP-47 tag, but a set of languages also takes their names in plain text, and a
//   place is plain text.
// * A reference is a UUID in lower case; whether such a record exists is nobody's business here.
// * A row's cells ascend by number. A cell that this version does not know is kept if it is small.
Status validateValue(const RecordType& type, const FieldDeclaration& field, const Value& value);

}  // namespace rapport
