#include "server/review/exports/export_table.h"

#include <nlohmann/json.hpp>

namespace rapport {
namespace {

std::string csvLine(const std::vector<TableCell>& cells) {
  std::string line;
  for (const TableCell& cell : cells) line += (&cell == cells.data() ? "" : ",") + csvCell(cell);
  return line + "\r\n";
}

}  // namespace

Status exportTable(const Viewer& viewer, const std::string& typeName, TableFormat format,
                   const std::function<Status(const std::string&)>& line,
                   const std::function<void(const ExportHead&)>& head) {
  ExportSink sink;
  sink.head = [&](const ExportHead& told) -> Status {
    if (head) head(told);
    if (format != TableFormat::kCsv) return {};
    std::vector<TableCell> names;
    for (const std::string& column : told.columns) names.push_back({column});
    return line(csvLine(names));
  };
  sink.row = [&](const std::vector<TableCell>& cells, const nlohmann::json& shown) {
    return line(format == TableFormat::kCsv ? csvLine(cells) : shown.dump() + '\n');
  };
  return exportRows(viewer, typeName, sink);
}

}  // namespace rapport
