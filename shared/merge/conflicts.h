#pragma once

#include <string>
#include <vector>

#include "shared/merge/read.h"

namespace rapport {

// One thing in a record that a person must choose about, where the record stands.
struct Conflict {
  std::string address;  // the field's name, or a cell's address (cell_address.h)
  // Of the field or cell; null if the removal of a row is contested: then the address ends in
  // "deleted".
  const FieldDeclaration* declaration = nullptr;
  FieldReading reading;           // of the field or cell
  const RowState* row = nullptr;  // in which it is; null: in the record itself
};

// Every field in conflict, and in rows that stand every cell in conflict and every contested
// removal; in the order of fields, rows and cells. Borrows both.
std::vector<Conflict> conflictsIn(const RecordType& type, const RecordState& record);

}  // namespace rapport
