#include <algorithm>

#include <nlohmann/json.hpp>

#include "server/review/answers_view.h"
#include "server/review/partners/dossier_parts.h"
#include "server/review/pulse_sides.h"
#include "server/review/sheet.h"
#include "shared/model/iso_time.h"

namespace rapport {
namespace {

using Json = nlohmann::json;
using Day = std::chrono::sys_days;

constexpr std::size_t kWaves = 4;

struct Wave {
  std::optional<Day> opens;
  std::string id, name;
};

Result<std::vector<Wave>> wavesOf(const Viewer& viewer) {
  std::vector<Wave> waves;
  const Status read = eachSheet(viewer, "survey_wave", [&](const Sheet& sheet) {
    waves.push_back({sheet.day("opens_on"), sheet.id(), sheet.text("name")});
  });
  if (!read) return read.error();
  std::ranges::sort(waves, std::greater{},
                    [](const Wave& wave) { return std::tuple(wave.opens, wave.id); });
  return waves;
}

// What is told of the partner's own answers in one wave; null where none of theirs counts yet.
Result<Json> answersIn(const DossierOf& dossier, const RecordType& asked, const Wave& wave) {
  Pulse pulse(asked);
  const auto id = Uuid::parse(wave.id);
  const Status read = dossier.viewer.reader.eachAnswer(RecordId{*id}, [&](const KeptAnswer& kept) {
    if (kept.counted && kept.answer.type == asked.number) pulse.add(kept.answer);
    return Status{};
  });
  if (!read) return read.error();
  for (const ShownSide& side : shownSides(pulse)) {
    if (side.id != dossier.partner) continue;
    const bool told = dossier.ours() || side.people.as == ShownCount::As::kNumber;
    return Json{{"id", wave.id},
                {"name", wave.name},
                {"on", wave.opens ? Json(formatDate(*wave.opens)) : Json()},
                {"people", toJson(side.people)},
                {"score", told && side.score ? Json(*side.score) : Json()}};
  }
  return Json();
}

}  // namespace

Result<Json> trustPart(const DossierOf& dossier) {
  // As what answers say together is told elsewhere.
  const bool may = dossier.viewer.role == Role::kCoordinator || dossier.viewer.role == Role::kAdmin;
  const RecordType* about = dossier.viewer.catalogue.type(std::string_view{"survey_wave"});
  if (!may || about == nullptr || !reads(dossier.viewer, "survey_wave")) return Json();
  const RecordType* asked = answersAbout(dossier.viewer.catalogue, *about);
  if (asked == nullptr) return Json();
  const auto waves = wavesOf(dossier.viewer);
  if (!waves) return waves.error();
  Json out = Json::array();
  for (const Wave& wave : *waves) {
    Result<Json> shown = answersIn(dossier, *asked, wave);
    if (!shown) return shown;
    if (!shown->is_null()) out.push_back(std::move(*shown));
    if (out.size() == kWaves) break;
  }
  return out;
}

}  // namespace rapport
