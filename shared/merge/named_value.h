#pragma once

#include <string>
#include <string_view>

#include "shared/merge/state.h"
#include "shared/model/record_type.h"

namespace rapport {

// What one field of a record reads as, by its name; cleared where it holds nothing or there is no
// such field. For records that the program itself keeps and understands.
Value valueNamed(const RecordType& type, std::string_view field, const RecordState& record);
// Its text; empty where it is none.
std::string textNamed(const RecordType& type, std::string_view field, const RecordState& record);

}  // namespace rapport
