#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace rapport {

// What stands in one cell of a table, whatever the file.
struct TableCell {
  std::string text;
  bool isNumber = false;
};

// Sets are joined by "; ", rows are JSON, times stay as they are. A text that a spreadsheet would
// take for a formula (beginning with = + - @, a tab or a carriage return) gets an apostrophe before
// it; a number may begin with a minus.
TableCell cellOf(const nlohmann::json& value);

// RFC 4180: quoted where it must be.
std::string csvCell(const TableCell& cell);

}  // namespace rapport
