#pragma once

#include <cstdint>
#include <string_view>

#include "shared/base/result.h"
#include "shared/merge/state.h"
#include "shared/model/catalogue.h"

namespace rapport {

class LocalStore;

// A programme's questionnaires are records of the built-in type `form`, one for each version, whose
// declaration is a record type of the same shape as the built-in ones. They sync like any record,
// and a tablet asks what its programme's forms say.
inline constexpr std::string_view kFormTypeName = "form";

// The same id wherever the form is added.
RecordId formRecordId(std::string_view typeName, std::uint32_t formVersion);

// Adds what a form record declares. Nothing happens where it is no form, or none that this program
// understands: its records are kept all the same.
void adoptForm(Catalogue& types, const RecordState& record);

// What the tablet's copies declare.
Status adoptForms(Catalogue& types, LocalStore& store);

}  // namespace rapport
