#include <algorithm>

#include <nlohmann/json.hpp>

#include "server/review/partners/dossier_parts.h"
#include "server/review/partners/steward_facts.h"
#include "server/review/sheet.h"
#include "shared/model/access.h"
#include "shared/model/iso_time.h"
#include "shared/protocol/number_text.h"

namespace rapport {
namespace {

using Json = nlohmann::json;
using Day = std::chrono::sys_days;

constexpr std::size_t kPast = 5;

// A user's id where one is known, else a name as somebody wrote it.
std::string named(Names& names, const std::string& written) {
  const auto id = Uuid::parse(written);
  return id ? names.person(PersonId{*id}) : written;
}

// As the viewer's role reads it.
Result<Json> steward(const DossierOf& dossier, Names& names, const Stewardship& one) {
  Json out = nullptr;
  const bool ours = dossier.ours();
  const auto found =
      oneSheet(dossier.viewer, "steward_assignment", one.id, [&](const Sheet& sheet) {
        out = {{"id", one.id},
               {"number", sheet.state.number ? numberText(*sheet.state.number) : ""},
               {"person", sheet.text("person")},
               {"name", named(names, sheet.text("person"))},
               {"from", sheet.text("from")},
               {"to", sheet.text("to")},
               {"note", ours ? sheet.text("handover_note") : ""},
               {"told_at", ours ? sheet.text("partner_told_at") : ""},
               {"steps", Json::array()}};
        if (!ours) return;
        for (const Json& row : sheet.list("checklist")) {
          const auto done = row.find("done");
          out["steps"].push_back(
              {{"id", Sheet::textIn(row, "id")},
               {"step", Sheet::textIn(row, "step")},
               {"done", done != row.end() && done->is_boolean() && done->get<bool>()}});
        }
      });
  if (!found) return found.error();
  return out;
}

Result<Json> sideOf(const DossierOf& dossier, Names& names,
                    const std::vector<const Stewardship*>& stewards) {
  Json out = Json::array();
  for (const Stewardship* one : stewards) {
    Result<Json> shown = steward(dossier, names, *one);
    if (!shown) return shown;
    if (!shown->is_null()) out.push_back(std::move(*shown));
  }
  return out;
}

// Those of our side who went, the last first, and those who are to come.
std::vector<const Stewardship*> othersOf(const std::vector<Stewardship>& all,
                                         const std::vector<const Stewardship*>& now) {
  std::vector<const Stewardship*> out;
  for (const Stewardship& one : all) {
    if (one.ours && std::ranges::find(now, &one) == now.end()) out.push_back(&one);
  }
  const auto key = [](const Stewardship* one) {
    return std::tuple(one->to.value_or(Day::max()), one->from.value_or(Day::min()), one->id);
  };
  std::ranges::sort(out, std::greater{}, key);
  if (out.size() > kPast) out.resize(kPast);
  return out;
}

bool readsDates(const Viewer& viewer) {
  const RecordType* type = viewer.catalogue.type(std::string_view{"steward_assignment"});
  return type != nullptr && mayRead(*type, type->field(std::string_view{"from"}), viewer.role);
}

Json warningsOf(const DossierOf& dossier, Names& names, const std::vector<Stewardship>& all) {
  Json out = Json::array();
  if (!dossier.active) return out;
  for (const StewardWarning& warning : stewardWarnings(all, dossier.today)) {
    Json shown{{"kind", nameOf(warning.kind)}, {"side", warning.ours ? "us" : "partner"}};
    shown["name"] = warning.who != nullptr ? named(names, warning.who->person) : "";
    const bool dated = warning.who != nullptr && warning.who->to;
    shown["on"] = dated ? Json(formatDate(*warning.who->to)) : Json();
    out.push_back(std::move(shown));
  }
  return out;
}

Json continuityOf(const DossierOf& dossier, const std::vector<Stewardship>& all) {
  const StewardContinuity held = stewardContinuity(all, dossier.since, yearBefore(dossier.today));
  return {{"days", held.days},
          {"steady", held.steady},
          {"changes", held.changes},
          {"with_note", held.withNote}};
}

}  // namespace

Result<Json> stewardsPart(const DossierOf& dossier, Names& names) {
  if (!reads(dossier.viewer, "steward_assignment")) return Json();
  const auto facts = stewardFacts(dossier.viewer);
  if (!facts) return facts.error();
  const auto found = facts->find(dossier.partner);
  const std::vector<Stewardship> all =
      found == facts->end() ? std::vector<Stewardship>{} : found->second;
  const auto now = stewardsOn(all, true, dossier.today);
  Result<Json> us = sideOf(dossier, names, now);
  if (!us) return us;
  Result<Json> theirs = sideOf(dossier, names, stewardsOn(all, false, dossier.today));
  if (!theirs) return theirs;
  Json out{{"us", std::move(*us)}, {"partner", std::move(*theirs)}, {"others", Json::array()}};
  out["warnings"] = Json::array();
  out["continuity"] = nullptr;
  if (!dossier.ours() || !readsDates(dossier.viewer)) return out;
  Result<Json> others = sideOf(dossier, names, othersOf(all, now));
  if (!others) return others;
  out["others"] = std::move(*others);
  out["warnings"] = warningsOf(dossier, names, all);
  out["continuity"] = continuityOf(dossier, all);
  return out;
}

Result<Json> contactsPart(const DossierOf& dossier, const std::string& broker) {
  if (!dossier.ours() || !reads(dossier.viewer, "contact")) return Json();
  std::vector<Json> out;
  const Status read = eachSheet(dossier.viewer, "contact", [&](const Sheet& sheet) {
    if (sheet.text("partner") != dossier.partner) return;
    const std::string consent = sheet.text("consent_to_contact");
    const bool may = consent == "yes";
    out.push_back({{"id", sheet.id()},
                   {"name", sheet.text("name")},
                   {"title", sheet.text("title")},
                   {"phone", may ? sheet.text("phone") : ""},
                   {"email", may ? sheet.text("email") : ""},
                   {"channel", sheet.text("preferred_channel")},
                   {"languages", sheet.list("languages")},
                   {"consent", consent},
                   {"note", sheet.text("note")},
                   {"broker", sheet.id() == broker}});
  });
  if (!read) return read.error();
  std::ranges::sort(out, {}, [](const Json& one) {
    return std::pair(one["name"].get<std::string>(), one["id"].get<std::string>());
  });
  return Json(std::move(out));
}

}  // namespace rapport
