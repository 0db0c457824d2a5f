#pragma once

#include <vector>

#include "shared/merge/state.h"
#include "shared/model/record_type.h"

namespace rapport {

// What a field of a record holds, as readers of whole records take it (FieldValues in
// model/programme_settings.h): of a set its elements, of rows that are never changed the earliest
// first, of anything else its value, or nothing where it is empty.
std::vector<Value> heldValues(const RecordState& record, const FieldDeclaration& field);

}  // namespace rapport
