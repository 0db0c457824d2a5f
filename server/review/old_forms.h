#pragma once

#include "shared/merge/change.h"
#include "shared/model/catalogue.h"

namespace rapport {

// The declaration that a change's field, or a cell in its rows, has now; or, where the newest
// version of its form knows it no more, had in the version that the change was written under. Null:
// neither knows it.
const FieldDeclaration* fieldOf(const Catalogue& catalogue, const Change& change,
                                FieldNumber field);
const FieldDeclaration* cellOf(const Catalogue& catalogue, const Change& change, FieldNumber field,
                               FieldNumber cell);

}  // namespace rapport
