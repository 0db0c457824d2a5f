#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "shared/base/result.h"
#include "shared/merge/cell_address.h"
#include "shared/merge/read.h"

namespace rapport {

// Rows that merge cell by cell, as record_json.h speaks of them (PROTOCOL.md "JSON").

// A list of rows to add, or {"add": [row…], "edit": [row…], "remove": [id…], "keep": [id…]}.
Result<FieldEdit> rowsFromJson(const FieldDeclaration& field, const nlohmann::json& json);

// {"FIELD/ROW/CELL": value}: into `fields`, together with what else is there of that field.
Status addCellFromJson(const RecordType& type, const CellAddress& address,
                       const nlohmann::json& value, std::vector<FieldEdit>& fields);

// The rows that stand, each an object of its id and cells; cells that hold nothing are left out.
nlohmann::json rowsToJson(const FieldDeclaration& field, const FieldReading& reading);

}  // namespace rapport
