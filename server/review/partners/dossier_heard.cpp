#include <algorithm>

#include <nlohmann/json.hpp>

#include "server/review/measure_facts.h"
#include "server/review/partners/dossier_parts.h"
#include "server/review/partners/themes.h"
#include "server/review/service_level.h"
#include "server/review/sheet.h"
#include "server/review/suppression.h"
#include "shared/model/iso_time.h"

namespace rapport {
namespace {

using Json = nlohmann::json;
using Day = std::chrono::sys_days;

constexpr std::size_t kSessions = 5, kThemes = 8, kQuotes = 4, kNeeds = 12, kWaiting = 12;

std::vector<std::string> textsIn(const Json& list) {
  std::vector<std::string> out;
  for (const Json& each : list) {
    if (each.is_string()) out.push_back(each.get<std::string>());
  }
  return out;
}

Json dayOf(const std::optional<Day>& day) { return day ? Json(formatDate(*day)) : Json(); }

// One thing of a list that begins with the latest; what has no day comes last.
struct Dated {
  std::optional<Day> on;
  Json shown;
};

Json latest(std::vector<Dated> all, std::size_t most) {
  std::ranges::sort(all, [](const Dated& one, const Dated& other) {
    return std::tuple(other.on.value_or(Day::min()), one.shown["id"].get<std::string>()) <
           std::tuple(one.on.value_or(Day::min()), other.shown["id"].get<std::string>());
  });
  Json out = Json::array();
  for (Dated& each : all) {
    if (out.size() < most) out.push_back(std::move(each.shown));
  }
  return out;
}

struct Sessions {
  EventDays days;  // of each session, by its id
  std::vector<Dated> lines;
};

Result<Sessions> sessionsOf(const DossierOf& dossier, const EventDays& events) {
  Sessions out;
  const Status read = eachSheet(dossier.viewer, "listening_session", [&](const Sheet& sheet) {
    const auto event = events.find(sheet.text("event"));
    if (event == events.end()) return;
    const std::optional<Day> on = event->second;
    const auto people = sheet.number("participants");
    Json shown{{"id", sheet.id()},
               {"on", dayOf(on)},
               {"purpose", sheet.text("purpose")},
               {"level", sheet.text("level")},
               {"people", nullptr},
               {"shared_back", sheet.day("shared_back_at").has_value()}};
    if (people && *people > 0) {
      shown["people"] = toJson(suppressed({static_cast<std::size_t>(*people)}).total);
    }
    out.days[sheet.id()] = on;
    out.lines.push_back({on, std::move(shown)});
  });
  if (!read) return read.error();
  return out;
}

Result<Json> themesPart(const DossierOf& dossier, const Sessions& sessions) {
  if (!reads(dossier.viewer, "note")) return Json();
  std::vector<NoteFact> notes;
  const Status read = eachSheet(dossier.viewer, "note", [&](const Sheet& sheet) {
    const std::string session = sheet.text("session");
    if (!sessions.days.contains(session)) return;
    notes.push_back({sheet.id(), session, textsIn(sheet.list("codes")), sheet.text("replaces")});
  });
  if (!read) return read.error();
  const Heard heard = themesOf(notes);
  Json items = Json::array();
  for (const Theme& theme : heard.themes) {
    if (items.size() == kThemes) break;
    const auto found = oneSheet(dossier.viewer, "code", theme.code, [&](const Sheet& code) {
      items.push_back({{"id", theme.code},
                       {"name", {{"en", code.text("name_en")}, {"es", code.text("name_es")}}},
                       {"sessions", theme.sessions},
                       {"notes", theme.notes}});
    });
    if (!found) return found.error();
  }
  return Json{
      {"notes", heard.notes}, {"sessions", sessions.days.size()}, {"items", std::move(items)}};
}

// Nobody's name stands there where they asked for none.
std::string speakerOf(const DossierOf& dossier, const Sheet& quote) {
  const std::string attribution = quote.text("attribution");
  const bool said = attribution == "role" || attribution == "first_name";
  return said && dossier.ours() ? quote.text("speaker") : "";
}

Result<Json> quotesPart(const DossierOf& dossier, const Sessions& sessions) {
  if (!reads(dossier.viewer, "quote")) return Json();
  std::vector<Dated> quotes;
  const Status read = eachSheet(dossier.viewer, "quote", [&](const Sheet& sheet) {
    const auto session = sessions.days.find(sheet.text("session"));
    if (session == sessions.days.end() || sheet.text("consent") != "yes") return;
    quotes.push_back({session->second,
                      {{"id", sheet.id()},
                       {"on", dayOf(session->second)},
                       {"text", sheet.text("verbatim")},
                       {"language", sheet.text("original_language")},
                       {"translation", sheet.text("translation")},
                       {"speaker", speakerOf(dossier, sheet)}}});
  });
  if (!read) return read.error();
  const std::size_t total = quotes.size();
  return Json{{"total", total}, {"items", latest(std::move(quotes), kQuotes)}};
}

// The rank that the partner gave last.
Json rankOf(const DossierOf& dossier, const Sheet& need) {
  Json rank = nullptr;
  for (const Json& row : need.list("ranks")) {
    const auto given = row.find("rank");
    if (Sheet::textIn(row, "partner") == dossier.partner && given != row.end()) rank = *given;
  }
  return rank;
}

Result<Json> needsPart(const DossierOf& dossier, const Sessions& sessions) {
  if (!reads(dossier.viewer, "need")) return Json();
  std::vector<std::pair<std::tuple<double, std::string>, Json>> needs;
  const Status read = eachSheet(dossier.viewer, "need", [&](const Sheet& sheet) {
    const auto agreed =
        agreementOf(textsIn(sheet.list("agreed_by")), dossier.partner, dossier.name);
    const auto sources = textsIn(sheet.list("source_sessions"));
    const auto heard = static_cast<std::size_t>(std::ranges::count_if(
        sources, [&](const std::string& id) { return sessions.days.contains(id); }));
    Json rank = rankOf(dossier, sheet);
    const bool theirs = agreed == Agreement::kThem || agreed == Agreement::kBoth;
    if (heard == 0 && rank.is_null() && !theirs) return;
    constexpr double kUnranked = 1e9;
    const double order = rank.is_number() ? rank.get<double>() : kUnranked;
    needs.push_back({{order, sheet.id()},
                     {{"id", sheet.id()},
                      {"text", sheet.text("text")},
                      {"status", sheet.text("status")},
                      {"agreed", nameOf(agreed)},
                      {"rank", std::move(rank)},
                      {"sessions", heard},
                      {"confirmed_on", dayOf(sheet.day("confirmed_on"))}}});
  });
  if (!read) return read.error();
  std::ranges::sort(needs, {}, &std::pair<std::tuple<double, std::string>, Json>::first);
  Json items = Json::array();
  for (auto& [order, need] : needs) {
    if (items.size() < kNeeds) items.push_back(std::move(need));
  }
  return Json{{"total", needs.size()}, {"items", std::move(items)}};
}

}  // namespace

Result<EventDays> eventsWith(const DossierOf& dossier) {
  EventDays out;
  const Status read = eachSheet(dossier.viewer, "event", [&](const Sheet& sheet) {
    const auto has = [&](const char* field) {
      const auto ids = textsIn(sheet.list(field));
      return std::ranges::find(ids, dossier.partner) != ids.end();
    };
    const bool invited = sheet.text("status") == "planned" && has("partners_invited");
    if (sheet.text("partner") == dossier.partner || has("partners_attended") || invited) {
      out[sheet.id()] = sheet.day("start");
    }
  });
  if (!read) return read.error();
  return out;
}

Result<Json> heardPart(const DossierOf& dossier) {
  const auto events = eventsWith(dossier);
  if (!events) return events.error();
  auto sessions = sessionsOf(dossier, *events);
  if (!sessions) return sessions.error();
  Result<Json> themes = themesPart(dossier, *sessions);
  if (!themes) return themes;
  Result<Json> quotes = quotesPart(dossier, *sessions);
  if (!quotes) return quotes;
  Result<Json> needs = needsPart(dossier, *sessions);
  if (!needs) return needs;
  Json lines = nullptr;
  if (reads(dossier.viewer, "listening_session")) {
    lines = {{"total", sessions->lines.size()}, {"items", Json::array()}};
    lines["items"] = latest(std::move(sessions->lines), kSessions);
  }
  return Json{{"sessions", std::move(lines)},
              {"themes", std::move(*themes)},
              {"quotes", std::move(*quotes)},
              {"needs", std::move(*needs)}};
}

Result<Json> waitingPart(const DossierOf& dossier, Names& names) {
  if (!reads(dossier.viewer, "feedback") || !reads(dossier.viewer, "response")) return Json();
  const auto facts = feedbackFacts(dossier.viewer, Undated::kByTheirRecord);
  if (!facts) return facts.error();
  std::vector<std::pair<ServiceDue, const FeedbackFact*>> open;
  std::size_t late = 0;
  for (const FeedbackFact& fact : *facts) {
    if (fact.partner != dossier.partner || fact.sensitive) continue;
    const auto due = serviceDue(fact, dossier.settings, dossier.today);
    if (!due) continue;
    late += due->lateBy > 0 ? 1 : 0;
    open.emplace_back(*due, &fact);
  }
  std::ranges::sort(open, {}, [](const auto& each) {
    return std::tuple(each.first.on, each.second->receivedOn, each.second->id);
  });
  Json items = Json::array();
  for (const auto& [due, fact] : open) {
    if (items.size() == kWaiting) break;
    const auto found = oneSheet(dossier.viewer, "feedback", fact->id, [&](const Sheet& sheet) {
      const std::string assignee = dossier.ours() ? sheet.text("assignee") : "";
      const auto person = Uuid::parse(assignee);
      items.push_back({{"id", fact->id},
                       {"text", dossier.ours() ? sheet.text("text") : ""},
                       {"language", sheet.text("language")},
                       {"summary", sheet.text("summary")},
                       {"received_on", formatDate(fact->receivedOn)},
                       {"due", formatDate(due.on)},
                       {"late_by", due.lateBy},
                       {"assignee", person ? names.person(PersonId{*person}) : assignee}});
    });
    if (!found) return found.error();
  }
  return Json{{"total", open.size()}, {"late", late}, {"items", std::move(items)}};
}

}  // namespace rapport
