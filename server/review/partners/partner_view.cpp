#include "server/review/partners/partner_view.h"

#include <nlohmann/json.hpp>

#include "server/review/partners/dossier_parts.h"
#include "server/review/sheet.h"
#include "shared/merge/read.h"
#include "shared/model/access.h"
#include "shared/protocol/number_text.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

std::chrono::sys_days madeOn(const Sheet& sheet) {
  const std::chrono::sys_time<std::chrono::milliseconds> made{
      std::chrono::milliseconds{sheet.state.created.time.millis}};
  return std::chrono::floor<std::chrono::days>(made);
}

Json ratingOf(const Sheet& sheet, const char* field) {
  const auto rating = sheet.number(field);
  return rating ? Json(*rating) : Json();
}

Json partnerOf(const Sheet& sheet, Copy copy) {
  const bool ours = copy == Copy::kOurs;
  const auto cadence = sheet.number("cadence_days");
  Json out{{"id", sheet.id()},
           {"number", sheet.state.number ? numberText(*sheet.state.number) : ""},
           {"title", sheet.text("name")},
           {"kind", sheet.text("kind")},
           {"status", sheet.text("status")},
           {"description", sheet.text("description")},
           {"culture_note", ours ? sheet.text("culture_note") : ""},
           {"impact_note", ours ? sheet.text("impact_note") : ""},
           {"areas", sheet.list("areas")},
           {"languages", sheet.list("languages")},
           {"populations", sheet.list("populations")},
           {"cadence_days", cadence ? Json(*cadence) : Json()},
           {"since", sheet.text("partner_since")},
           {"conflict", needsPerson(sheet.type, sheet.state)},
           {"ratings", nullptr}};
  if (ours) {
    out["ratings"] = {{"proximity", ratingOf(sheet, "proximity")},
                      {"population", ratingOf(sheet, "population")},
                      {"credibility", ratingOf(sheet, "credibility")}};
  }
  return out;
}

}  // namespace

bool reads(const Viewer& viewer, const char* name) {
  const RecordType* type = viewer.catalogue.type(std::string_view{name});
  return type != nullptr && mayRead(*type, viewer.role);
}

Result<Json> partnerView(const Viewer& viewer, const ProgrammeSettings& settings,
                         std::chrono::sys_days today, const std::string& id, Copy copy) {
  DossierOf dossier{viewer, settings, today, id, {}, false, {}, copy};
  Json out = Json::object();
  std::string broker;
  const auto found = oneSheet(viewer, "partner", id, [&](const Sheet& sheet) {
    dossier.name = sheet.text("name");
    dossier.active = sheet.text("status") == "active";
    dossier.since = sheet.day("partner_since").value_or(madeOn(sheet));
    broker = sheet.text("cultural_broker");
    out["partner"] = partnerOf(sheet, copy);
  });
  if (!found) return found.error();
  if (!*found) {
    return Error{ErrorCode::kNotFound, "There is no such partner, or it is not for your role."};
  }
  Names names(viewer.reader, viewer.catalogue);
  const auto add = [&](const char* part, Result<Json> told) -> Status {
    if (!told) return told.error();
    out[part] = std::move(*told);
    return {};
  };
  for (const Status& added :
       {add("stewards", stewardsPart(dossier, names)),
        add("contacts", contactsPart(dossier, broker)),
        add("promises", promisesPart(dossier, names)), add("meetings", meetingsPart(dossier)),
        add("agreements", agreementsPart(dossier)), add("exchange", exchangePart(dossier)),
        add("waiting", waitingPart(dossier, names)), add("trust", trustPart(dossier))}) {
    if (!added) return added.error();
  }
  Result<Json> heard = heardPart(dossier);
  if (!heard) return heard;
  out.update(*heard);
  return out;
}

}  // namespace rapport
