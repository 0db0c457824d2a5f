#include "shared/model/declaration_layout.h"

#include <algorithm>
#include <set>

#include "shared/base/limits.h"
#include "shared/model/declaration_words.h"
#include "shared/model/menu_area.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

// {"kind": ["data_sharing"]}: one field of the type, and the values at which it holds.
Condition readCondition(StrictObject& object, std::string_view key) {
  Condition condition;
  if (!object.has(key)) return condition;
  const Json* json = object.object(key);
  if (json == nullptr) return condition;
  if (json->size() != 1 || !json->front().is_array() || json->front().empty()) {
    object.refuse("the key \"" + std::string(key) +
                  "\" must name one field and its values, such as {\"kind\": [\"training\"]}");
    return condition;
  }
  condition.field = json->begin().key();
  StrictObject inner(*json, object.place() + ", " + std::string(key), object.problem());
  condition.values = inner.texts(condition.field);
  return condition;
}

std::string conditionComplaint(const RecordType& type, const FieldDeclaration& of,
                               const Condition& condition) {
  if (condition.field.empty()) return {};
  const FieldDeclaration* field = type.field(condition.field);
  const bool fits = field != nullptr && field != &of && !field->values.empty() &&
                    field->rule != MergeRule::kUnion;
  if (!fits) {
    return "it depends on \"" + condition.field +
           "\", which is no other field that holds one value of an enumeration";
  }
  for (const std::string& value : condition.values) {
    if (field->enumerator(value) == nullptr) {
      return "it depends on the value \"" + value + "\" of " + field->name +
             ", which does not exist";
    }
  }
  return {};
}

std::string placeComplaint(const RecordType& type, const FieldDeclaration& field) {
  const bool grouped = field.group.empty() || std::ranges::any_of(type.groups, [&](const auto& g) {
                         return g.name == field.group;
                       });
  if (!grouped) return "its group \"" + field.group + "\" is not among the type's \"groups\"";
  const std::string shown = conditionComplaint(type, field, field.shownWhen);
  return shown.empty() ? conditionComplaint(type, field, field.requiredWhen) : shown;
}

void readGroups(StrictObject& object, RecordType& type) {
  const Json* list = object.array("groups");
  if (list == nullptr) return;
  if (list->size() > limits::kGroupsPerType) object.refuse("it has too many groups");
  for (const Json& item : *list) {
    StrictObject group(item, object.place() + ", groups", object.problem());
    std::string name = readName(group);
    type.groups.push_back({std::move(name), readLabel(group, "label")});
    group.finish();
    if (!object.problem().ok()) return;
  }
}

}  // namespace

void readTextShape(StrictObject& object, FieldDeclaration& field) {
  if (object.has("max_length")) {
    field.maxLength = object.number("max_length", 1, limits::kTextBytes);
  }
  if (!object.has("spelling")) return;
  const std::string name = object.text("spelling");
  field.spelling = spellingNamed(name);
  if (!field.spelling) {
    object.refuse("the spelling \"" + name + "\" is unknown; spellings are " + spellingNames());
  }
}

void readFieldLayout(StrictObject& object, FieldDeclaration& field) {
  if (object.has("hint")) field.hint = readLabel(object, "hint");
  field.widget = object.optionalText("widget");
}

void readFieldPlace(StrictObject& object, FieldDeclaration& field) {
  field.group = object.optionalText("group");
  field.shownWhen = readCondition(object, "shown_when");
  field.requiredWhen = readCondition(object, "required_when");
}

void readTypePlace(StrictObject& object, RecordType& type) {
  type.area = object.has("area") ? object.text("area") : std::string(kQuestionnaires);
  if (menuArea(type.area) == nullptr) {
    object.refuse("the area \"" + type.area + "\" is unknown; areas are " + menuAreaNames());
  }
  type.everyday = object.optionalFlag("everyday");
  type.reviewed = !object.optionalFlag("unreviewed");
  if (object.has("groups")) readGroups(object, type);
}

LayoutComplaint layoutComplaint(const RecordType& type) {
  for (const FieldDeclaration& field : type.fields) {
    const std::string complaint = placeComplaint(type, field);
    if (!complaint.empty()) return {field.name, complaint};
  }
  std::set<std::string> names;
  for (const FieldGroup& group : type.groups) {
    if (!names.insert(group.name).second) {
      return {"", "the group \"" + group.name + "\" stands twice"};
    }
    const bool used = std::ranges::any_of(
        type.fields, [&](const FieldDeclaration& field) { return field.group == group.name; });
    if (!used) return {"", "the group \"" + group.name + "\" holds no field"};
  }
  return {};
}

}  // namespace rapport
