#include <algorithm>
#include <ranges>

#include <nlohmann/json.hpp>

#include "server/review/exchange.h"
#include "server/review/measure_facts.h"
#include "server/review/partners/dossier_parts.h"
#include "server/review/presence.h"
#include "server/review/sheet.h"
#include "server/review/window.h"
#include "shared/model/iso_time.h"

namespace rapport {
namespace {

using Json = nlohmann::json;
using Day = std::chrono::sys_days;

constexpr std::size_t kMeetings = 6;

bool has(const Json& list, const std::string& id) {
  return std::ranges::any_of(list, [&](const Json& each) { return each == id; });
}

Json dayOf(const std::optional<Day>& day) { return day ? Json(formatDate(*day)) : Json(); }

// Of each event; of several the one that was sent.
Result<std::map<std::string, Json>> minutesByEvent(const DossierOf& dossier) {
  std::map<std::string, Json> out;
  const Status read = eachSheet(dossier.viewer, "minutes", [&](const Sheet& sheet) {
    if (!dossier.ours() && sheet.text("share") != "partner") return;
    const bool sent = sheet.day("sent_at").has_value();
    Json& shown = out[sheet.text("event")];
    if (!shown.is_null() && !sent) return;
    shown = {{"id", sheet.id()},
             {"sent", sent},
             {"acknowledged", sheet.day("acknowledged_at").has_value()}};
  });
  if (!read) return read.error();
  return out;
}

struct Meeting {
  Day on;
  std::string status;
  Json shown;
};

Result<std::vector<Meeting>> meetingsOf(const DossierOf& dossier) {
  const auto events = eventsWith(dossier);
  if (!events) return events.error();
  const auto minutes = minutesByEvent(dossier);
  if (!minutes) return minutes.error();
  std::vector<Meeting> out;
  for (const auto& [id, on] : *events) {
    if (!on) continue;
    const auto found = oneSheet(dossier.viewer, "event", id, [&](const Sheet& sheet) {
      const auto written = minutes->find(id);
      Json shown{{"id", id},
                 {"title", sheet.text("title")},
                 {"type", sheet.text("type")},
                 {"start", sheet.text("start")},
                 {"place", sheet.text("place")},
                 {"minutes", written == minutes->end() ? Json() : written->second}};
      out.push_back({*on, sheet.text("status"), std::move(shown)});
    });
    if (!found) return found.error();
  }
  std::ranges::sort(out, [](const Meeting& one, const Meeting& other) {
    return std::pair(one.on, one.shown["id"].get<std::string>()) <
           std::pair(other.on, other.shown["id"].get<std::string>());
  });
  return out;
}

Result<Json> presencePart(const DossierOf& dossier) {
  const auto facts = presenceFacts(dossier.viewer);
  if (!facts) return facts.error();
  const auto found = std::ranges::find(*facts, dossier.partner, &NamedPresence::id);
  if (found == facts->end()) return Json();
  const Presence presence = presenceAt(found->presence, yearBefore(dossier.today));
  return Json{{"cadence_days", found->presence.cadence.count()},
              {"periods", presence.periods},
              {"met", presence.met},
              {"longest_gap", presence.longestGap.count()},
              {"inconsistent", isInconsistent(presence)}};
}

}  // namespace

Result<Json> meetingsPart(const DossierOf& dossier) {
  if (!reads(dossier.viewer, "event")) return Json();
  auto meetings = meetingsOf(dossier);
  if (!meetings) return meetings.error();
  Result<Json> presence = presencePart(dossier);
  if (!presence) return presence;
  Json next = nullptr, recent = Json::array();
  std::size_t held = 0;
  for (const Meeting& each : *meetings) {
    const bool ahead = each.status == "planned" && dossier.today <= each.on;
    if (ahead && next.is_null()) next = each.shown;
    held += each.status == "held" ? 1 : 0;
  }
  for (Meeting& each : *meetings | std::views::reverse) {
    if (each.status == "held" && recent.size() < kMeetings) recent.push_back(std::move(each.shown));
  }
  return Json{{"next", std::move(next)},
              {"held", held},
              {"items", std::move(recent)},
              {"presence", std::move(*presence)}};
}

Result<Json> agreementsPart(const DossierOf& dossier) {
  if (!reads(dossier.viewer, "agreement")) return Json();
  std::vector<Json> out;
  const Status read = eachSheet(dossier.viewer, "agreement", [&](const Sheet& sheet) {
    if (!has(sheet.list("parties"), dossier.partner)) return;
    const auto signedOn = sheet.day("signed_on"), ends = sheet.day("ends_on");
    const char* state = !signedOn ? "draft" : ends && *ends < dossier.today ? "ended" : "signed";
    out.push_back({{"id", sheet.id()},
                   {"title", sheet.text("title")},
                   {"kind", sheet.text("kind")},
                   {"state", state},
                   {"signed_on", dayOf(signedOn)},
                   {"ends_on", dayOf(ends)}});
  });
  if (!read) return read.error();
  std::ranges::sort(out, {}, [](const Json& one) {
    return std::pair(one["title"].get<std::string>(), one["id"].get<std::string>());
  });
  return Json(std::move(out));
}

Result<Json> exchangePart(const DossierOf& dossier) {
  if (!reads(dossier.viewer, "contribution")) return Json();
  const Window year = yearBefore(dossier.today);
  std::vector<ContributionFact> facts;
  std::map<std::string, std::pair<std::size_t, std::size_t>> kinds;
  std::size_t given = 0, received = 0;
  const Status read = eachSheet(dossier.viewer, "contribution", [&](const Sheet& sheet) {
    const auto on = sheet.day("on");
    const std::string direction = sheet.text("direction");
    if (sheet.text("partner") != dossier.partner || !on || !year.has(*on)) return;
    if (direction != "given" && direction != "received") return;
    ContributionFact fact{.given = direction == "given"};
    if (sheet.text("unit") == "hours") fact.hours = sheet.number("amount");
    facts.push_back(fact);
    auto& [out, in] = kinds[sheet.text("kind")];
    ++(fact.given ? out : in);
    ++(fact.given ? given : received);
  });
  if (!read) return read.error();
  const Exchange sums = exchange(facts);
  Json lines = Json::array();
  for (const auto& [kind, times] : kinds) {
    lines.push_back({{"kind", kind}, {"given", times.first}, {"received", times.second}});
  }
  Json out{{"given", given}, {"received", received}, {"kinds", std::move(lines)}};
  out["hours"] = nullptr;
  if (sums.inHours && !facts.empty()) {
    out["hours"] = {{"given", sums.given}, {"received", sums.received}};
  }
  out["reciprocity"] = sums.reciprocity ? Json(*sums.reciprocity) : Json();
  return out;
}

}  // namespace rapport
