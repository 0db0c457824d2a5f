#include <cmath>

#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/protocol/record_json.h"
#include "shared/protocol/rows_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Error invalid(const std::string& sentence) { return {ErrorCode::kInvalid, sentence}; }

bool isWhole(const Json& json) {
  const bool wraps = json.is_number_unsigned() &&
                     json.get<std::uint64_t>() > static_cast<std::uint64_t>(limits::kJsonInteger);
  return json.is_number_integer() && !wraps;
}

// JSON writes 3 and 3.0 for one number; the declaration says which one is meant.
Value numberFrom(const FieldDeclaration& field, const Json& json) {
  if (field.kind == FieldKind::kDecimal) return json.get<double>();
  if (isWhole(json)) return json.get<std::int64_t>();
  const double number = json.get<double>();
  const bool whole =
      std::abs(number) <= static_cast<double>(limits::kJsonInteger) && std::trunc(number) == number;
  if (whole) return static_cast<std::int64_t>(number);
  return number;
}

Result<Value> scalarFrom(const FieldDeclaration& field, const Json& json) {
  if (json.is_null()) return Value{};
  if (json.is_boolean()) return Value{json.get<bool>()};
  if (json.is_number()) return numberFrom(field, json);
  if (json.is_string()) return Value{json.get<std::string>()};
  return invalid("The field " + field.name + " takes one value, not a list or an object.");
}

Result<RowValue::Cell> cellFrom(const FieldDeclaration& cell, const Json& json) {
  const Result<Value> value = scalarFrom(cell, json);
  if (!value) return value.error();
  if (const auto* flag = std::get_if<bool>(&*value)) return RowValue::Cell{*flag};
  if (const auto* number = std::get_if<std::int64_t>(&*value)) return RowValue::Cell{*number};
  if (const auto* number = std::get_if<double>(&*value)) return RowValue::Cell{*number};
  if (const auto* text = std::get_if<std::string>(&*value)) return RowValue::Cell{*text};
  return invalid("The cell " + cell.name + " is null. Leave it out instead.");
}

Result<Value> rowFrom(const FieldDeclaration& field, const Json& json) {
  if (!json.is_object()) {
    return invalid("The field " + field.name + " holds rows: objects of cells by name.");
  }
  RowValue row;
  std::size_t known = 0;
  for (const FieldDeclaration& cell : field.cells) {  // ascending by number, as a row wants them
    const auto found = json.find(cell.name);
    if (found == json.end()) continue;
    ++known;
    Result<RowValue::Cell> value = cellFrom(cell, *found);
    if (!value) return value.error();
    row.cells.emplace_back(cell.number, std::move(*value));
  }
  if (known != json.size()) {
    return invalid("A row of " + field.name + " has a cell that its declaration does not know.");
  }
  if (known == 0) return invalid("A row of " + field.name + " needs at least one cell.");
  return Value{std::move(row)};
}

Result<std::vector<Value>> elementsFrom(const FieldDeclaration& field, const Json& list) {
  if (!list.is_array()) {
    return invalid("The field " + field.name + " takes lists under \"add\" and \"remove\".");
  }
  if (list.size() > limits::kElementsPerOperation) {
    return Error{ErrorCode::kTooLarge, "One edit adds or removes at most " +
                                           std::to_string(limits::kElementsPerOperation) +
                                           " elements; " + field.name +
                                           " has more. Split the edit."};
  }
  std::vector<Value> out;
  for (const Json& element : list) {
    Result<Value> value =
        field.kind == FieldKind::kRow ? rowFrom(field, element) : scalarFrom(field, element);
    if (!value) return value.error();
    out.push_back(std::move(*value));
  }
  return out;
}

Result<FieldEdit> setEditFrom(const FieldDeclaration& field, const Json& json) {
  EditElements edit;
  if (json.is_array()) {
    Result<std::vector<Value>> added = elementsFrom(field, json);
    if (!added) return added.error();
    edit.added = std::move(*added);
    return FieldEdit{field.name, std::move(edit)};
  }
  if (!json.is_object() || json.empty()) {
    return invalid("The field " + field.name +
                   " is a set: write {\"add\": [...], \"remove\": [...]}.");
  }
  for (const auto& [key, list] : json.items()) {
    if (key != "add" && key != "remove") {
      return invalid("The field " + field.name + " knows \"add\" and \"remove\", not \"" + key +
                     "\".");
    }
    Result<std::vector<Value>> elements = elementsFrom(field, list);
    if (!elements) return elements.error();
    (key == "add" ? edit.added : edit.removed) = std::move(*elements);
  }
  return FieldEdit{field.name, std::move(edit)};
}

Result<FieldEdit> countEditFrom(const FieldDeclaration& field, const Json& json) {
  const bool shaped =
      json.is_object() && json.size() == 1 && json.contains("add") && isWhole(json["add"]);
  if (!shaped) {
    return invalid("The field " + field.name +
                   " is counted: write {\"add\": n} with a whole number, which may be negative.");
  }
  return FieldEdit{field.name, AddAmount{json["add"].get<std::int64_t>()}};
}

}  // namespace

Result<FieldEdit> fieldFromJson(const FieldDeclaration& field, const Json& value) {
  if (field.rule == MergeRule::kCount) return countEditFrom(field, value);
  if (field.rule == MergeRule::kRows) return rowsFromJson(field, value);
  if (field.rule == MergeRule::kUnion || field.rule == MergeRule::kAppend) {
    return setEditFrom(field, value);
  }
  Result<Value> scalar = scalarFrom(field, value);
  if (!scalar) return scalar.error();
  return FieldEdit{field.name, std::move(*scalar)};
}

Result<std::vector<FieldEdit>> fieldsFromJson(const RecordType& type, const Json& object) {
  if (!object.is_object()) {
    return invalid("\"fields\" must be an object of field names and values.");
  }
  std::vector<FieldEdit> out;
  for (const auto& [name, value] : object.items()) {
    if (const auto cell = parseCellAddress(name)) {
      if (Status added = addCellFromJson(type, *cell, value, out); !added) return added.error();
      continue;
    }
    const FieldDeclaration* field = type.field(std::string_view{name});
    if (field == nullptr) {
      return invalid("The record type " + type.name + " has no field called \"" + name + "\".");
    }
    Result<FieldEdit> edit = fieldFromJson(*field, value);
    if (!edit) return edit.error();
    out.push_back(std::move(*edit));
  }
  return out;
}

Result<JsonEntry> entryFromJson(const RecordType& type, const Json& object) {
  if (!object.is_object()) return invalid("An entry is an object with \"fields\".");
  JsonEntry entry;
  for (const auto& [key, value] : object.items()) {
    if (key == "id") {
      const auto id = value.is_string() ? Uuid::parse(value.get<std::string>()) : std::nullopt;
      if (!id || id->isNil()) return invalid("\"id\" must be a record's id, a UUID.");
      entry.id = RecordId{*id};
    } else if (key == "fields") {
      Result<std::vector<FieldEdit>> fields = fieldsFromJson(type, value);
      if (!fields) return fields.error();
      entry.fields = std::move(*fields);
    } else if (key == "deleted") {
      if (!value.is_boolean()) return invalid("\"deleted\" must be true or false.");
      entry.deletion = value.get<bool>() ? Deletion::kDelete : Deletion::kKeep;
    } else {
      return invalid("An entry has \"id\", \"fields\" and \"deleted\", not \"" + key + "\".");
    }
  }
  if (entry.fields.empty() && !entry.deletion) {
    return invalid("The entry changes nothing: give \"fields\" or \"deleted\".");
  }
  return entry;
}

}  // namespace rapport
