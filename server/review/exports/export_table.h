#pragma once

#include <functional>
#include <string>

#include "server/review/exports/export_rows.h"
#include "server/review/records_view.h"
#include "shared/base/result.h"

namespace rapport {

enum class TableFormat { kCsv, kNdjson };

// A table as exportRows tells it, a line each; `line` gets each with its end, and ends the walk
// with a failure. `head` is heard before the first line.
//
// CSV: UTF-8, RFC 4180, a header of column names before the first record, cells as table_cell.h.
// NDJSON: {id, type, fields, conflicts, …} as shared/protocol/record_json.h spells a record; of
// people {type, fields} alone.
//
// kNotFound: no such type for this role.
Status exportTable(const Viewer& viewer, const std::string& typeName, TableFormat format,
                   const std::function<Status(const std::string&)>& line,
                   const std::function<void(const ExportHead&)>& head = {});

}  // namespace rapport
