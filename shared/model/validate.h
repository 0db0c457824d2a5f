#pragma once

#include "shared/base/result.h"
#include "shared/model/record_type.h"

namespace rapport {

// May this value stand in this field? Judges kind, enumeration, range, size and UTF-8, never
// completeness: nothing in the field is refused because it is incomplete. For `union` and `append`
// the value is one element, for `count` it is the amount added. The error's message names the field
// and says what would be accepted.
Status validateValue(const RecordType& type, const FieldDeclaration& field, const Value& value);

}  // namespace rapport
