#pragma once

#include <optional>

#include "shared/merge/state.h"
#include "shared/model/record_type.h"

namespace rapport {

// The record as this role may see it: fields and cells of rows that it may not read are left out,
// heads, coverage and all; nothing, if it may not see the record. Visibility depends on the
// record's own fields, its type and the role only. A type that the catalogue does not know is
// passed as null and is visible to nobody.
std::optional<RecordState> filterFor(Role role, const RecordType* type, RecordState record);

}  // namespace rapport
