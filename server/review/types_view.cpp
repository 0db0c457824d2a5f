#include "server/review/types_view.h"

#include <nlohmann/json.hpp>

#include "server/review/answers_view.h"
#include "shared/model/menu_area.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Json valuesView(const FieldDeclaration& field) {
  Json out = Json::array();
  for (const Enumerator& value : field.values) {
    out.push_back({{"name", value.name}, {"label", value.label}});
  }
  return out;
}

void addCondition(Json& out, const char* key, const Condition& condition) {
  if (!condition.field.empty()) out[key] = {{condition.field, condition.values}};
}

Json fieldView(const FieldDeclaration& field) {
  Json out{{"name", field.name},         {"label", field.label},
           {"kind", nameOf(field.kind)}, {"rule", nameOf(field.rule)},
           {"required", field.required}, {"class", static_cast<int>(field.sensitivity)}};
  if (!field.values.empty()) out["values"] = valuesView(field);
  if (field.reference) out["reference"] = *field.reference;
  if (!field.widget.empty()) out["widget"] = field.widget;
  if (!field.hint.empty()) out["hint"] = field.hint;
  if (!field.group.empty()) out["group"] = field.group;
  if (field.least) out["least"] = *field.least;
  if (field.most) out["most"] = *field.most;
  if (field.maxLength) out["max_length"] = *field.maxLength;
  if (field.spelling) out["spelling"] = nameOf(*field.spelling);
  addCondition(out, "shown_when", field.shownWhen);
  addCondition(out, "required_when", field.requiredWhen);
  for (const FieldDeclaration& cell : field.cells) out["cells"].push_back(fieldView(cell));
  return out;
}

Json rolesView(const std::set<Role>& roles) {
  Json out = Json::array();
  for (const Role role : roles) out.push_back(nameOf(role));
  return out;
}

// Areas, and the groups of a type's fields.
template <typename Headings>
Json headingsView(const Headings& headings) {
  Json out = Json::array();
  for (const auto& heading : headings) {
    out.push_back({{"name", heading.name}, {"label", heading.label}});
  }
  return out;
}

Json typeView(const Catalogue& catalogue, const RecordType& type) {
  Json fields = Json::array();
  for (const FieldDeclaration& field : type.fields) fields.push_back(fieldView(field));
  return {{"name", type.name},
          {"label", type.label},
          {"plural", type.plural},
          {"icon", type.icon},
          {"area", type.area},
          {"everyday", type.everyday},
          {"title", type.title},
          {"readers", rolesView(type.readers)},
          {"writers", rolesView(type.writers)},
          {"answered", answersAbout(catalogue, type) != nullptr},
          {"groups", headingsView(type.groups)},
          {"fields", std::move(fields)}};
}

}  // namespace

Json typesView(const Catalogue& catalogue) {
  Json types = Json::array();
  for (const RecordType& type : catalogue.types()) {
    if (!type.drop) types.push_back(typeView(catalogue, type));
  }
  return {{"types", std::move(types)}, {"areas", headingsView(menuAreas())}};
}

}  // namespace rapport
