#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "shared/base/uuid.h"
#include "shared/model/record_type.h"

namespace rapport::simulation {

// Where something is written: in a field of the record, or in a cell of a row. The cell 0 of a row
// is its deletion.
struct Place {
  FieldNumber field = kDeletedField;
  unsigned row = 0;  // 0: in the record itself
  FieldNumber cell = 0;

  bool isDeletion() const { return row == 0 ? field == kDeletedField : cell == kDeletedField; }
  Place deletion() const { return row == 0 ? Place{} : Place{field, row, kDeletedField}; }
  auto operator<=>(const Place&) const = default;
};

// Few rows, the same in every record, so that people meet in them.
inline constexpr unsigned kRowNames = 3;
inline RowId rowNamed(unsigned name) {
  RowId id;
  id.uuid.bytes[0] = 0xDD;
  id.uuid.bytes[15] = static_cast<std::uint8_t>(name);
  return id;
}
inline unsigned nameOf(const RowId& id) { return id.uuid.bytes[15]; }

// The field or cell there; null for a deletion.
const FieldDeclaration* declaredAt(const RecordType& type, const Place& place);
// Every place of a record of this type that is no deletion.
std::vector<Place> placesOf(const RecordType& type);
// Whose eyes it is for, told from the declaration alone.
bool isHidden(const RecordType& type, const Place& place, Role role);

}  // namespace rapport::simulation
