#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "server/review/exports/table_cell.h"
#include "server/review/records_view.h"
#include "shared/base/result.h"

namespace rapport {

// What one type's table has, before any row of it.
struct ExportHead {
  std::string type;
  std::uint32_t formVersion = 0;
  std::vector<std::string> columns;
  bool ofPeople = false;    // rows leave in groups of limits::kSmallestGroup or more alone
  std::size_t dropped = 0;  // rows that stay: of too small a group, or with nothing that may leave
};

// Begins a table; `head` is heard once, then `row` for each record that leaves, the oldest change
// first: its cells in the order of the columns, and the same as JSON. Either ends the walk with a
// failure. Every living record that the viewer's role may see, without fields that it may not read.
// What may not leave in rows (k_groups.h) is left out of both; of a type of which nothing may leave
// no row does, and those that speak of people leave without id and time, and none of a group that
// is too small. kNotFound: no such type for this role.
struct ExportSink {
  std::function<Status(const ExportHead& head)> head;
  std::function<Status(const std::vector<TableCell>& cells, const nlohmann::json& shown)> row;
};
Status exportRows(const Viewer& viewer, const std::string& typeName, const ExportSink& sink);

}  // namespace rapport
