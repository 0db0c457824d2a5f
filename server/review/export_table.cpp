#include "server/review/export_table.h"

#include <nlohmann/json.hpp>

#include "server/review/names.h"
#include "shared/merge/filter.h"
#include "shared/merge/read.h"
#include "shared/model/access.h"
#include "shared/protocol/record_json.h"

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

// A number may begin with a minus; words may not look like a formula.
bool looksLikeFormula(const Json& value, const std::string& text) {
  return !value.is_number() && !text.empty() &&
         std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string cellOf(const Json& value) {
  std::string text = textOf(value);
  if (looksLikeFormula(value, text)) text.insert(text.begin(), '\'');
  if (text.find_first_of("\",\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char sign : text) quoted += sign == '"' ? "\"\"" : std::string(1, sign);
  return quoted + '"';
}

class CsvTable {
 public:
  CsvTable(const RecordType& type, Role role) {
    for (const FieldDeclaration& field : type.fields) {
      if (mayRead(type, &field, role)) columns_.push_back(field.name);
    }
  }

  std::string header() const {
    std::string line = "id";
    for (const std::string& column : columns_) line += ',' + column;
    return line + ",created_at,in_conflict\r\n";
  }

  std::string line(const RecordState& record, const Json& shown) const {
    std::string line = record.id.toString();
    for (const std::string& column : columns_) {
      line += ',' + cellOf(shown.at("fields").value(column, Json(nullptr)));
    }
    line += ',' + timeToJson(record.created.time.millis);
    return line + (shown.at("conflicts").empty() ? ",no\r\n" : ",yes\r\n");
  }

 private:
  std::vector<std::string> columns_;
};

}  // namespace

Status exportTable(const Viewer& viewer, const std::string& typeName, TableFormat format,
                   const std::function<void(const std::string&)>& line) {
  const RecordType* type = viewer.catalogue.type(std::string_view{typeName});
  if (type == nullptr || !mayRead(*type, viewer.role)) {
    return Error{ErrorCode::kNotFound,
                 "There is no kind of record \"" + typeName + "\" for this role."};
  }
  Names names(viewer.reader, viewer.catalogue);
  const CsvTable table(*type, viewer.role);
  if (format == TableFormat::kCsv) line(table.header());
  Status damaged;
  const Status read = viewer.reader.statesAfter(0, [&](const StoredState& stored) {
    if (stored.type != type->number) return true;
    auto state = stored.unpack();
    if (!state) {
      damaged = state.error();
      return false;
    }
    const auto visible = filterFor(viewer.role, type, *std::move(state));
    if (!visible || isDeleted(*visible)) return true;
    const Json shown = recordToJson(*type, *visible, names.directory());
    line(format == TableFormat::kCsv ? table.line(*visible, shown) : shown.dump() + '\n');
    return true;
  });
  return read ? damaged : read;
}

}  // namespace rapport
