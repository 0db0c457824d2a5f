#include "server/review/types_view.h"

#include <nlohmann/json.hpp>

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

Json fieldView(const FieldDeclaration& field) {
  Json out{{"name", field.name},         {"label", field.label},
           {"kind", nameOf(field.kind)}, {"rule", nameOf(field.rule)},
           {"required", field.required}, {"class", static_cast<int>(field.sensitivity)}};
  if (!field.values.empty()) out["values"] = valuesView(field);
  if (field.reference) out["reference"] = *field.reference;
  if (!field.widget.empty()) out["widget"] = field.widget;
  if (field.least) out["least"] = *field.least;
  if (field.most) out["most"] = *field.most;
  for (const FieldDeclaration& cell : field.cells) out["cells"].push_back(fieldView(cell));
  return out;
}

}  // namespace

Json typesView(const Catalogue& catalogue) {
  Json types = Json::array();
  for (const RecordType& type : catalogue.types()) {
    Json fields = Json::array();
    for (const FieldDeclaration& field : type.fields) fields.push_back(fieldView(field));
    types.push_back({{"name", type.name},
                     {"label", type.label},
                     {"plural", type.plural},
                     {"icon", type.icon},
                     {"title", type.title},
                     {"fields", std::move(fields)}});
  }
  return {{"types", std::move(types)}};
}

}  // namespace rapport
