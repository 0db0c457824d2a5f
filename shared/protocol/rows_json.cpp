#include "shared/protocol/rows_json.h"

#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/protocol/record_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Error invalid(const std::string& sentence) { return {ErrorCode::kInvalid, sentence}; }

std::optional<RowId> idFrom(const Json& json) {
  const auto id = json.is_string() ? Uuid::parse(json.get<std::string>()) : std::nullopt;
  if (!id || id->isNil()) return std::nullopt;
  return RowId{*id};
}

Error noId(const FieldDeclaration& field) {
  return invalid("A row of " + field.name + " is named by its \"id\", a UUID.");
}

Result<RowEntry> rowFrom(const FieldDeclaration& field, const Json& json, RowIs is) {
  if (!json.is_object()) {
    return invalid("The field " + field.name + " holds rows: objects of cells by name.");
  }
  RowEntry row;
  row.is = is;
  for (const auto& [key, value] : json.items()) {
    if (key == "id") {
      row.id = idFrom(value);
      if (!row.id) return noId(field);
      continue;
    }
    const FieldDeclaration* cell = field.cell(std::string_view{key});
    if (cell == nullptr) {
      return invalid("A row of " + field.name + " has no cell called \"" + key + "\".");
    }
    Result<FieldEdit> edit = fieldFromJson(*cell, value);
    if (!edit) return edit.error();
    row.cells.push_back(std::move(*edit));
  }
  if (is == RowIs::kThere && !row.id) return noId(field);
  if (row.cells.empty()) return invalid("A row of " + field.name + " needs at least one cell.");
  return row;
}

Result<RowEntry> deletionFrom(const FieldDeclaration& field, const Json& json, Deletion deletion) {
  const auto id = idFrom(json);
  if (!id) return noId(field);
  return RowEntry{RowIs::kThere, id, {}, deletion};
}

using ReadEntry = Result<RowEntry> (*)(const FieldDeclaration& field, const Json& json);

// What the lists under these keys hold; null for any other key.
ReadEntry readerFor(std::string_view key) {
  if (key == "add") {
    return [](const FieldDeclaration& field, const Json& json) {
      return rowFrom(field, json, RowIs::kNew);
    };
  }
  if (key == "edit") {
    return [](const FieldDeclaration& field, const Json& json) {
      return rowFrom(field, json, RowIs::kThere);
    };
  }
  if (key == "remove") {
    return [](const FieldDeclaration& field, const Json& json) {
      return deletionFrom(field, json, Deletion::kDelete);
    };
  }
  if (key == "keep") {
    return [](const FieldDeclaration& field, const Json& json) {
      return deletionFrom(field, json, Deletion::kKeep);
    };
  }
  return nullptr;
}

Status addEntries(const FieldDeclaration& field, const std::string& key, const Json& list,
                  RowEntries& out) {
  const ReadEntry read = readerFor(key);
  if (read == nullptr) {
    return invalid("The field " + field.name +
                   " knows \"add\", \"edit\", \"remove\" and \"keep\", not \"" + key + "\".");
  }
  if (!list.is_array()) {
    return invalid("The field " + field.name + " takes a list under \"" + key + "\".");
  }
  if (out.rows.size() + list.size() > limits::kRowsPerOperation) {
    return Error{ErrorCode::kTooLarge, "One edit changes at most " +
                                           std::to_string(limits::kRowsPerOperation) + " rows; " +
                                           field.name + " has more. Split the edit."};
  }
  for (const Json& element : list) {
    Result<RowEntry> entry = read(field, element);
    if (!entry) return entry.error();
    out.rows.push_back(std::move(*entry));
  }
  return {};
}

}  // namespace

Result<FieldEdit> rowsFromJson(const FieldDeclaration& field, const Json& json) {
  RowEntries out;
  if (json.is_array()) {
    if (Status added = addEntries(field, "add", json, out); !added) return added.error();
    return FieldEdit{field.name, std::move(out)};
  }
  if (!json.is_object() || json.empty()) {
    return invalid("The field " + field.name +
                   " holds rows: write {\"add\": [...], \"edit\": [...], \"remove\": [...]}.");
  }
  for (const auto& [key, list] : json.items()) {
    if (Status added = addEntries(field, key, list, out); !added) return added.error();
  }
  return FieldEdit{field.name, std::move(out)};
}

Status addCellFromJson(const RecordType& type, const CellAddress& address, const Json& value,
                       std::vector<FieldEdit>& fields) {
  const FieldDeclaration* field = type.field(std::string_view{address.field});
  const bool holdsRows = field != nullptr && field->rule == MergeRule::kRows;
  const FieldDeclaration* cell = holdsRows ? field->cell(std::string_view{address.cell}) : nullptr;
  const bool isDeletion = holdsRows && address.cell == "deleted";
  if (cell == nullptr && !isDeletion) {
    return invalid("The record type " + type.name + " has no rows with a cell \"" + address.cell +
                   "\" in \"" + address.field + "\".");
  }
  if (isDeletion) {
    FieldEdit deletion{address.cell, Value{}};
    if (value.is_boolean()) deletion.what = Value{value.get<bool>()};
    return addEditAt(toString(address), std::move(deletion.what), fields);
  }
  Result<FieldEdit> edit = fieldFromJson(*cell, value);
  if (!edit) return edit.error();
  return addEditAt(toString(address), std::move(edit->what), fields);
}

Json rowsToJson(const FieldDeclaration& field, const FieldReading& reading) {
  Json out = Json::array();
  for (const RowState* row : reading.rows) {
    Json cells = contentsToJson(field.cells, *row);
    cells["id"] = row->id.toString();
    out.push_back(std::move(cells));
  }
  return out;
}

}  // namespace rapport
