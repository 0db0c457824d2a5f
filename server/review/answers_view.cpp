#include "server/review/answers_view.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "server/review/pulse.h"
#include "server/review/pulse_sides.h"
#include "server/review/suppression.h"
#include "shared/merge/filter.h"
#include "shared/sync/record_facts.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Error nothingThere() { return {ErrorCode::kNotFound, "There is nothing under this address."}; }

Json scoreOf(const std::optional<double>& score) {
  const auto rounded = roundedScore(score);
  return rounded ? Json(*rounded) : Json();
}

Json valuesOf(const Pulse& pulse) {
  Json out = Json::array();
  if (pulse.items().empty()) return out;
  for (const Enumerator& value : pulse.items().front()->values) {
    out.push_back({{"name", value.name}, {"label", value.label}});
  }
  return out;
}

Json itemsOf(const Pulse& pulse) {
  Json out = Json::array();
  for (std::size_t i = 0; i < pulse.items().size(); ++i) {
    const FieldDeclaration& item = *pulse.items()[i];
    Json counts = Json::array();
    for (const ShownCount& cell : suppressed(pulse.chosen(i)).cells) counts.push_back(toJson(cell));
    Json shown{{"name", item.name}, {"label", item.label}, {"counts", std::move(counts)}};
    if (!item.group.empty()) shown["group"] = item.group;
    out.push_back(std::move(shown));
  }
  return out;
}

Json groupsOf(const RecordType& type, const Pulse& pulse) {
  Json out = Json::array();
  for (const FieldGroup& group : type.groups) {
    out.push_back({{"name", group.name},
                   {"label", group.label},
                   {"score", scoreOf(pulse.index(group.name))}});
  }
  return out;
}

Result<std::string> titleOfRecord(const Viewer& viewer, const std::string& id) {
  const auto uuid = Uuid::parse(id);
  const auto state = uuid ? viewer.reader.record({*uuid}) : std::optional<RecordState>{};
  if (!state) return state.error();
  const RecordType* type = *state ? viewer.catalogue.type((*state)->type) : nullptr;
  if (type == nullptr) return std::string{};
  const auto visible = filterFor(viewer.role, type, **state);
  return visible ? titleOf(*type, *visible) : std::string{};
}

Result<Json> sidesOf(const Viewer& viewer, const Pulse& pulse) {
  std::vector<Json> out;
  for (const ShownSide& side : shownSides(pulse)) {
    const auto title = titleOfRecord(viewer, side.id);
    if (!title) return title.error();
    out.push_back({{"id", side.id},
                   {"title", *title},
                   {"people", toJson(side.people)},
                   {"score", side.score ? Json(*side.score) : Json()}});
  }
  std::ranges::stable_sort(out, {}, [](const Json& side) { return side["title"].dump(); });
  return Json(std::move(out));
}

}  // namespace

const RecordType* answersAbout(const Catalogue& catalogue, const RecordType& about) {
  for (const RecordType& type : catalogue.types()) {
    const FieldDeclaration* subject = type.drop ? subjectOf(type) : nullptr;
    if (subject != nullptr && subject->reference == about.name) return &type;
  }
  return nullptr;
}

Result<Json> answersView(const Viewer& viewer, RecordId id) {
  const auto state = viewer.reader.record(id);
  if (!state) return state.error();
  const RecordType* about = *state ? viewer.catalogue.type((*state)->type) : nullptr;
  if (about == nullptr || !filterFor(viewer.role, about, **state)) return nothingThere();
  const RecordType* type = answersAbout(viewer.catalogue, *about);
  if (type == nullptr) return nothingThere();
  Pulse pulse(*type);
  bool waiting = false;
  const Status read = viewer.reader.eachAnswer(id, [&](const KeptAnswer& kept) -> Status {
    if (kept.counted && kept.answer.type == type->number) pulse.add(kept.answer);
    waiting = waiting || !kept.counted;
    return {};
  });
  if (!read) return read.error();
  auto sides = sidesOf(viewer, pulse);
  if (!sides) return sides.error();
  return Json{{"label", type->plural},
              {"people", toJson(suppressed({pulse.people()}).total)},
              {"waiting", waiting},
              {"values", valuesOf(pulse)},
              {"groups", groupsOf(*type, pulse)},
              {"items", itemsOf(pulse)},
              {"score", scoreOf(pulse.index())},
              {"trusting", scoreOf(pulse.trusting())},
              {"sides", *std::move(sides)}};
}

}  // namespace rapport
