#pragma once

#include <string>

#include "shared/base/result.h"
#include "shared/merge/undo.h"

namespace rapport {

// One field, or one cell of a row, on its way back: in what is shown, and in what stood before.
// Borrows everything. Private to undo.h.
struct UndoSpot {
  const RecordType& type;
  const Done& done;
  const FieldDeclaration& field;
  Place place;
  const FieldState& shown;
  const FieldState& before;
};

// What undoes this deed there, by the field's rule. Fails as inverseOf does.
Result<FieldEdit> fieldBack(const UndoSpot& spot, const Deed& deed);

Error changedSince(const std::string& what);

}  // namespace rapport
