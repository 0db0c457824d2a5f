#pragma once

#include "shared/base/result.h"
#include "shared/model/catalogue.h"
#include "shared/model/record_type.h"

namespace rapport {

// Reads one declaration and checks everything that can be judged from this file alone: shapes,
// spellings, numbers, and that each field's rule fits its kind. What takes the other files
// (references, numbers and names used twice) is the catalogue's. The error names file and field and
// says what to change.
Result<RecordType> readDeclaration(const DeclarationFile& file);

}  // namespace rapport
