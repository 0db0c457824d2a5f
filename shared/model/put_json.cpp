#include "shared/model/put_json.h"

#include <algorithm>
#include <cmath>

#include "shared/base/limits.h"
#include "shared/model/validate.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Error invalid(std::string message) { return {ErrorCode::kInvalid, std::move(message)}; }

std::string placeOf(const RecordType& type, const FieldDeclaration& field) {
  return "The field " + field.name + " of " + type.name;
}

// A scalar by the JSON alone; a decimal may be written without its point.
std::optional<RowValue::Cell> scalarOf(FieldKind kind, const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_boolean()) return json.get<bool>();
  if (!json.is_number()) return std::nullopt;
  if (kind == FieldKind::kDecimal || json.is_number_float()) return json.get<double>();
  const bool fits = !json.is_number_unsigned() ||
                    json.get<std::uint64_t>() <= static_cast<std::uint64_t>(limits::kJsonInteger);
  if (!fits) return std::nullopt;
  return json.get<std::int64_t>();
}

const FieldDeclaration* cellNamed(const FieldDeclaration& row, const std::string& name) {
  const auto found = std::ranges::find(row.cells, name, &FieldDeclaration::name);
  return found == row.cells.end() ? nullptr : &*found;
}

Result<Value> enteredRow(const std::string& place, const FieldDeclaration& field,
                         const Json& json) {
  if (!json.is_object()) return invalid(place + " takes rows such as {\"cell\": value}.");
  RowValue row;
  for (const auto& [name, entered] : json.items()) {
    const FieldDeclaration* cell = cellNamed(field, name);
    if (cell == nullptr) return invalid(place + " has no cell " + name + ".");
    auto scalar = scalarOf(cell->kind, entered);
    if (!scalar) return invalid(place + " takes text, a number, true or false as " + name + ".");
    row.cells.emplace_back(cell->number, *std::move(scalar));
  }
  if (row.cells.empty()) return invalid(place + " takes rows with at least one cell.");
  std::ranges::sort(row.cells, {}, [](const auto& cell) { return cell.first; });
  return Value{std::move(row)};
}

Value registerOf(RowValue::Cell scalar) {
  return std::visit([](auto&& held) { return Value{std::move(held)}; }, std::move(scalar));
}

// Validation knows a status and a consent as such, and not as the text that was entered.
Value asJudged(const FieldDeclaration& field, const Value& entered) {
  const auto* text = std::get_if<std::string>(&entered);
  if (text == nullptr) return entered;
  if (field.rule == MergeRule::kStatus) return StatusValue{0, *text};
  if (field.rule == MergeRule::kConsent && field.enumerator(*text) != nullptr) {
    return ConsentValue{};
  }
  return entered;
}

Result<std::vector<Value>> enteredElements(const RecordType& type, const FieldDeclaration& field,
                                           const Json& json) {
  std::vector<Value> elements;
  if (!json.is_array()) return invalid(placeOf(type, field) + " takes lists under add and remove.");
  if (json.size() > limits::kElementsPerOperation) {
    return invalid(placeOf(type, field) + " takes at most " +
                   std::to_string(limits::kElementsPerOperation) + " elements in one edit.");
  }
  for (const Json& item : json) {
    auto element = enteredValue(type, field, item);
    if (!element) return element.error();
    elements.push_back(*std::move(element));
  }
  return elements;
}

bool hasOnly(const Json& json, std::initializer_list<std::string_view> keys) {
  return json.is_object() && !json.empty() &&
         std::ranges::all_of(json.items(), [&](const auto& item) {
           return std::ranges::find(keys, item.key()) != keys.end();
         });
}

Status enterSet(const RecordType& type, const Json& json, EnteredField& out) {
  if (!hasOnly(json, {"add", "remove"})) {
    return invalid(placeOf(type, *out.field) +
                   " is a set: it takes {\"add\": […], \"remove\": […]}.");
  }
  for (const auto& [key, list] : json.items()) {
    auto elements = enteredElements(type, *out.field, list);
    if (!elements) return elements.error();
    (key == "add" ? out.added : out.removed) = *std::move(elements);
  }
  return {};
}

Status enterCount(const RecordType& type, const Json& json, EnteredField& out) {
  if (!hasOnly(json, {"add"}) || !json.at("add").is_number_integer()) {
    return invalid(placeOf(type, *out.field) + " is counted: it takes {\"add\": a whole number}.");
  }
  auto amount = enteredValue(type, *out.field, json.at("add"));
  if (!amount) return amount.error();
  out.amount = std::get<std::int64_t>(*amount);
  return {};
}

Result<EnteredField> enteredField(const RecordType& type, const FieldDeclaration& field,
                                  const Json& json) {
  EnteredField out;
  out.field = &field;
  if (field.rule == MergeRule::kUnion || field.rule == MergeRule::kAppend) {
    if (Status status = enterSet(type, json, out); !status) return status.error();
    return out;
  }
  if (field.rule == MergeRule::kCount) {
    if (Status status = enterCount(type, json, out); !status) return status.error();
    return out;
  }
  auto value = enteredValue(type, field, json);
  if (!value) return value.error();
  out.value = *std::move(value);
  return out;
}

Status enterFields(const RecordType& type, const Json& json, EnteredRecord& record) {
  if (!json.is_object())
    return invalid("The key fields takes an object such as {\"name\": \"…\"}.");
  for (const auto& [name, entered] : json.items()) {
    const FieldDeclaration* field = type.field(name);
    if (field == nullptr) return invalid("The type " + type.name + " has no field " + name + ".");
    auto edit = enteredField(type, *field, entered);
    if (!edit) return edit.error();
    record.fields.push_back(*std::move(edit));
  }
  std::ranges::sort(record.fields, {}, [](const EnteredField& edit) { return edit.field->number; });
  return {};
}

Json jsonOfCell(const RowValue::Cell& cell) {
  return std::visit([](const auto& held) { return Json(held); }, cell);
}

Json jsonOfRow(const FieldDeclaration& field, const RowValue& row) {
  Json out = Json::object();
  for (const auto& [number, cell] : row.cells) {
    const auto found = std::ranges::find(field.cells, number, &FieldDeclaration::number);
    // A newer program's cell has no name here; its number keeps it apart.
    const std::string name =
        found == field.cells.end() ? "#" + std::to_string(number) : found->name;
    out[name] = jsonOfCell(cell);
  }
  return out;
}

std::string_view nameOf(ConsentAnswer answer) {
  switch (answer) {
    case ConsentAnswer::kYes:
      return "yes";
    case ConsentAnswer::kNo:
      return "no";
    case ConsentAnswer::kWithdrawn:
      return "withdrawn";
  }
  return "no";
}

}  // namespace

Result<Value> enteredValue(const RecordType& type, const FieldDeclaration& field,
                           const Json& json) {
  const std::string place = placeOf(type, field);
  Value value;
  if (field.kind == FieldKind::kRow) {
    auto row = enteredRow(place, field, json);
    if (!row) return row.error();
    value = *std::move(row);
  } else if (!json.is_null()) {
    auto scalar = scalarOf(field.kind, json);
    // A list or an object fits nowhere; an empty row says so in the words of this very field.
    value = scalar ? registerOf(*std::move(scalar)) : Value{RowValue{}};
  }
  if (Status status = validateValue(type, field, asJudged(field, value)); !status) {
    return status.error();
  }
  return value;
}

Result<EnteredRecord> enteredRecord(const RecordType& type, const Json& json) {
  EnteredRecord record;
  if (!json.is_object()) return invalid("A record is a JSON object such as {\"fields\": {…}}.");
  for (const auto& [key, value] : json.items()) {
    if (key == "id") {
      const auto id = value.is_string() ? Uuid::parse(value.get<std::string>()) : std::nullopt;
      if (!id) return invalid("The key id takes a UUID.");
      record.id = RecordId{*id};
    } else if (key == "deleted") {
      if (!value.is_boolean()) return invalid("The key deleted takes true or false.");
      record.deleted = value.get<bool>();
    } else if (key == "fields") {
      if (Status status = enterFields(type, value, record); !status) return status.error();
    } else {
      return invalid("The key " + key + " is not known; a record has id, fields and deleted.");
    }
  }
  return record;
}

Json jsonOf(const FieldDeclaration& field, const Value& value) {
  if (isCleared(value)) return nullptr;
  if (const auto* status = std::get_if<StatusValue>(&value)) return status->state;
  if (const auto* consent = std::get_if<ConsentValue>(&value)) return nameOf(consent->answer);
  if (const auto* row = std::get_if<RowValue>(&value)) return jsonOfRow(field, *row);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
  return std::get<double>(value);
}

}  // namespace rapport
