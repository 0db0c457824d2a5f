#include "shared/model/declaration_reader.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/model/bounded_json.h"
#include "shared/model/declaration_layout.h"
#include "shared/model/declaration_rules.h"
#include "shared/model/declaration_words.h"
#include "shared/model/strict_object.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

std::set<Role> readRoles(StrictObject& object, std::string_view key) {
  std::set<Role> roles;
  for (const std::string& name : object.texts(key)) {
    const auto role = roleNamed(name);
    if (!role) {
      object.refuse("\"" + std::string(key) + "\" names the role \"" + name +
                    "\"; roles are volunteer, worker, coordinator, safeguarding, admin");
    } else if (!roles.insert(*role).second) {
      object.refuse("\"" + std::string(key) + "\" names the role \"" + name + "\" twice");
    }
  }
  return roles;
}

// Of a field: where it is given at all it must name somebody, since empty means "as the type".
std::set<Role> readNarrowerRoles(StrictObject& object, std::string_view key) {
  if (!object.has(key)) return {};
  std::set<Role> roles = readRoles(object, key);
  if (roles.empty()) object.refuse("\"" + std::string(key) + "\" names nobody; leave it out");
  return roles;
}

Enumerator readEnumerator(StrictObject& object, bool ofStatus) {
  Enumerator value;
  value.name = object.text("name");
  if (!isWord(value.name, '_')) {
    object.refuse("the value \"" + value.name + "\" is not snake case: a to z, 0 to 9 and _");
  }
  value.label = readLabel(object, "label");
  if (ofStatus) {
    if (!object.has("rank")) {
      object.refuse("a status needs a \"rank\" for each value, larger for the more advanced");
    }
    value.rank = object.number("rank", 0, limits::kStatusRank);
    value.final = object.optionalFlag("final");
  }
  object.finish();
  return value;
}

void readValues(StrictObject& object, FieldDeclaration& field) {
  const Json* list = object.array("values");
  if (list == nullptr) return;
  if (list->size() > limits::kEnumeratorsPerField) object.refuse("it has too many values");
  for (const Json& item : *list) {
    StrictObject value(item, object.place() + ", values", object.problem());
    field.values.push_back(readEnumerator(value, field.rule == MergeRule::kStatus));
    if (!object.problem().ok()) return;
  }
}

FieldKind readKind(StrictObject& object) {
  const std::string name = object.text("kind");
  const auto kind = kindNamed(name);
  if (!kind) {
    object.refuse("the kind \"" + name +
                  "\" is unknown; kinds are text, long_text, number, decimal, boolean, date, time, "
                  "date_time, enumeration, reference, language, place, row");
  }
  return kind.value_or(FieldKind::kText);
}

MergeRule readRule(StrictObject& object) {
  const std::string name = object.text("rule");
  const auto rule = ruleNamed(name);
  if (!rule) {
    object.refuse(
        "the rule \"" + name +
        "\" is unknown; rules are latest, ask, immutable, union, append, count, min, max, "
        "or, status, consent, rows");
  }
  return rule.value_or(MergeRule::kLatest);
}

Sensitivity readClass(StrictObject& object) {
  return static_cast<Sensitivity>(
      object.number("class", 0, static_cast<std::uint32_t>(Sensitivity::kSealed)));
}

// What fields and the cells of a row have in common.
void readShape(StrictObject& object, FieldDeclaration& field) {
  if (object.has("values")) readValues(object, field);
  if (object.has("reference")) field.reference = object.text("reference");
  field.least = object.optionalDecimal("least");
  field.most = object.optionalDecimal("most");
  field.required = object.optionalFlag("required");
  readTextShape(object, field);
  readFieldLayout(object, field);
}

// A row that is added whole has cells without rule or class of their own; one whose cells merge has
// a rule for each.
void readCellRule(StrictObject& object, const FieldDeclaration& row, FieldDeclaration& cell) {
  cell.sensitivity = row.sensitivity;
  if (row.rule != MergeRule::kRows) return;
  cell.inRow = row.name;
  cell.rule = readRule(object);
  cell.readers = row.readers;
  cell.writers = row.writers;
  if (!object.has("class")) return;
  cell.sensitivity = readClass(object);
  cell.readers.clear();  // its own class bounds them, beside the field's
}

FieldDeclaration readCell(const Json& json, const FieldDeclaration& row, StrictObject& owner) {
  const std::string name = json.is_object() && json.contains("name") && json["name"].is_string()
                               ? json["name"].get<std::string>()
                               : "?";
  StrictObject object(json, owner.place() + ", cell " + name, owner.problem());
  FieldDeclaration cell;
  cell.number = object.number("number", 1, limits::kDeclaredNumber);
  cell.name = readName(object);
  cell.label = readLabel(object, "label");
  cell.kind = readKind(object);
  readCellRule(object, row, cell);
  readShape(object, cell);
  if (row.rule == MergeRule::kRows) cell.neverFalls = object.optionalFlag("never_falls");
  if (cell.kind == FieldKind::kRow) object.refuse("a row cannot hold rows");
  if (const std::string complaint = fieldComplaint(cell); !complaint.empty()) {
    object.refuse(complaint);
  }
  object.finish();
  return cell;
}

void readCells(StrictObject& object, FieldDeclaration& field) {
  const Json* list = object.array("cells");
  if (list == nullptr) return;
  if (list->size() > limits::kRowCells) object.refuse("it has too many cells");
  for (const Json& item : *list) {
    field.cells.push_back(readCell(item, field, object));
    if (!object.problem().ok()) return;
  }
  std::ranges::stable_sort(field.cells, {}, &FieldDeclaration::number);
}

FieldDeclaration readField(StrictObject& object) {
  FieldDeclaration field;
  field.number = object.number("number", 1, limits::kDeclaredNumber);
  field.name = readName(object);
  field.label = readLabel(object, "label");
  field.kind = readKind(object);
  field.rule = readRule(object);
  field.sensitivity = readClass(object);
  readShape(object, field);
  field.neverFalls = object.optionalFlag("never_falls");
  field.belongs = object.optionalFlag("belongs");
  field.readers = readNarrowerRoles(object, "readers");
  field.writers = readNarrowerRoles(object, "writers");
  readFieldPlace(object, field);
  if (object.has("cells")) readCells(object, field);
  if (const std::string complaint = fieldComplaint(field); !complaint.empty()) {
    object.refuse(complaint);
  }
  object.finish();
  return field;
}

void readFields(StrictObject& object, const std::string& fileName, RecordType& type) {
  const Json* list = object.array("fields");
  if (list == nullptr) return;
  if (list->empty()) object.refuse("a record type needs at least one field");
  if (list->size() > limits::kFieldsPerType) object.refuse("it has too many fields");
  for (std::size_t i = 0; i < list->size() && object.problem().ok(); ++i) {
    const Json& item = (*list)[i];
    const bool named = item.is_object() && item.contains("name") && item["name"].is_string();
    const std::string name = named ? item["name"].get<std::string>()
                                   : "number " + std::to_string(i + 1) + " of the list";
    StrictObject field(item, fileName + ", field " + name, object.problem());
    type.fields.push_back(readField(field));
  }
  std::ranges::stable_sort(type.fields, {}, &FieldDeclaration::number);
}

void judgeWhole(StrictObject& object, const std::string& fileName, const RecordType& type) {
  const TypeComplaint complaint = typeComplaint(type);
  if (complaint.reason.empty() || !object.problem().ok()) return;
  const std::string place =
      complaint.field.empty() ? fileName : fileName + ", field " + complaint.field;
  object.problem() = Error{ErrorCode::kInvalid, place + ": " + complaint.reason + "."};
}

RecordType readType(StrictObject& object, const std::string& fileName) {
  RecordType type;
  type.number = object.number("number", 1, limits::kDeclaredNumber);
  type.name = readName(object);
  type.formVersion = object.number("form_version", 1, limits::kDeclaredNumber);
  type.label = readLabel(object, "label");
  type.plural = readLabel(object, "plural");
  type.icon = object.text("icon");
  if (!isWord(type.icon, '-')) object.refuse("the icon \"" + type.icon + "\" is no icon's name");
  readTypePlace(object, type);
  type.title = object.texts("title");
  if (type.title.empty()) object.refuse("\"title\" must name at least one field");
  type.readers = readRoles(object, "readers");
  type.drop = object.optionalFlag("drop");
  if (type.readers.empty() && !type.drop) {
    object.refuse("\"readers\" must name at least one role");
  }
  type.writers = readRoles(object, "writers");
  if (object.has("sealed_when")) type.sealedWhen = object.text("sealed_when");
  readFields(object, fileName, type);
  object.finish();
  judgeWhole(object, fileName, type);
  return type;
}

}  // namespace

Result<RecordType> readDeclaration(const DeclarationFile& file) {
  auto json = parseBoundedJson(file.json, limits::kDeclarationBytes);
  if (!json) {
    return Error{json.error().code, file.name + ": " + json.error().message + "."};
  }
  Status problem;
  StrictObject object(*json, file.name, problem);
  RecordType type = readType(object, file.name);
  if (!problem.ok()) return problem.error();
  return type;
}

}  // namespace rapport
