#pragma once

#include <functional>
#include <string>

#include "server/review/records_view.h"
#include "shared/base/result.h"

namespace rapport {

enum class TableFormat { kCsv, kNdjson };

// Every living record of a type that the viewer's role may see, oldest change first, a line each;
// fields that it may not read are left out. `line` gets each with its end.
//
// CSV: UTF-8, RFC 4180, a header of field names before the first record; sets are joined by "; ",
// rows are JSON, times ISO 8601. A cell that a spreadsheet would take for a formula (beginning with
// = + - @ or a tab) gets an apostrophe before it. NDJSON: {id, type, fields, conflicts, …} as
// shared/protocol/record_json.h spells a record.
//
// kNotFound: no such type for this role.
Status exportTable(const Viewer& viewer, const std::string& typeName, TableFormat format,
                   const std::function<void(const std::string&)>& line);

}  // namespace rapport
