#include "server/review/exports/table_cell.h"

#include <string_view>

#include <nlohmann/json.hpp>

namespace rapport {
namespace {

using Json = nlohmann::json;

std::string textOf(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return value.dump();
  std::string all;
  for (const Json& each : value) all += (all.empty() ? "" : "; ") + textOf(each);
  return all;
}

bool looksLikeFormula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

}  // namespace

TableCell cellOf(const Json& value) {
  TableCell cell{textOf(value), value.is_number()};
  if (!cell.isNumber && looksLikeFormula(cell.text)) cell.text.insert(cell.text.begin(), '\'');
  return cell;
}

std::string csvCell(const TableCell& cell) {
  if (cell.text.find_first_of("\",\r\n") == std::string::npos) return cell.text;
  std::string quoted = "\"";
  for (const char sign : cell.text) quoted += sign == '"' ? "\"\"" : std::string(1, sign);
  return quoted + '"';
}

}  // namespace rapport
