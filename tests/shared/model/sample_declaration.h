#pragma once

#include <string>

#include "shared/model/catalogue.h"

namespace rapport {

// A record type with a field of every kind and rule, as JSON. Tests break it or read it.
std::string sampleDeclaration();

// The type itself; the same object each time.
const RecordType& sampleType();
const FieldDeclaration& sampleField(std::string_view name);

}  // namespace rapport
