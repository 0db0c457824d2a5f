#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/merge/field_edit.h"
#include "shared/model/record_type.h"

namespace rapport {

// Where one value in a row stands, as people and scripts write it: "FIELD/ROW/CELL", such as
// "clauses/0190b4a2-…/wording". The cell "deleted" is the row's own deletion.
struct CellAddress {
  std::string field;
  RowId row;
  std::string cell;
};

// Nothing if it is no such address: a field's plain name is none.
std::optional<CellAddress> parseCellAddress(std::string_view text);
std::string toString(const CellAddress& address);

// Adds what is to be written at a field's name or a cell's address to the edits of one record; what
// goes into rows of one field becomes one edit. "deleted" of a row takes true or false: kInvalid
// for anything else.
Status addEditAt(std::string_view address,
                 std::variant<Value, EditElements, AddAmount, RowEntries> what,
                 std::vector<FieldEdit>& edits);

// The declaration of a field by its name, or of a cell by its address; null if there is none, and
// for "deleted".
const FieldDeclaration* declarationAt(const RecordType& type, std::string_view address);

}  // namespace rapport
