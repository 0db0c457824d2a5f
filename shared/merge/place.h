#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/merge/change.h"
#include "shared/model/record_type.h"

namespace rapport {

// A field of a record; or, of one of its rows, a cell. In either, number 0 is the deletion.
struct Place {
  FieldNumber field = kDeletedField;
  RowId row{};  // nil: in the record itself
  FieldNumber cell = kDeletedField;
  auto operator<=>(const Place&) const = default;

  bool inRow() const { return !row.uuid.isNil(); }
};

// By a field's name or a cell's address (cell_address.h), "deleted" too; nothing if the type has no
// such place.
std::optional<Place> placeAt(const RecordType& type, std::string_view address);

}  // namespace rapport
