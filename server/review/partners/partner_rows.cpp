#include "server/review/partners/partner_rows.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "server/review/measure_facts.h"
#include "server/review/partners/dossier_parts.h"
#include "server/review/partners/promise_line.h"
#include "server/review/partners/steward_facts.h"
#include "server/review/service_level.h"
#include "server/review/sheet.h"
#include "shared/merge/read.h"

namespace rapport {
namespace {

using Json = nlohmann::json;
using Day = std::chrono::sys_days;
using Rows = std::map<std::string, PartnerRow>;

std::vector<std::string> textsIn(const Json& list) {
  std::vector<std::string> out;
  for (const Json& each : list) {
    if (each.is_string()) out.push_back(each.get<std::string>());
  }
  return out;
}

Result<Rows> partnersThemselves(const Viewer& viewer) {
  Rows rows;
  const Status read = eachSheet(viewer, "partner", [&](const Sheet& sheet) {
    PartnerRow row;
    row.id = sheet.id();
    row.name = sheet.text("name");
    row.kind = sheet.text("kind");
    row.status = sheet.text("status");
    row.areas = textsIn(sheet.list("areas"));
    row.languages = textsIn(sheet.list("languages"));
    row.conflict = needsPerson(sheet.type, sheet.state);
    std::string words = row.name + '\n' + sheet.text("description");
    for (const auto* list : {"areas", "populations"}) {
      for (const std::string& each : textsIn(sheet.list(list))) words += '\n' + each;
    }
    row.searched = folded(words);
    rows.emplace(row.id, std::move(row));
  });
  if (!read) return read.error();
  return rows;
}

void keepLater(std::optional<Day>& kept, Day day) {
  if (!kept || *kept < day) kept = day;
}

void keepEarlier(std::optional<Day>& kept, Day day) {
  if (!kept || day < *kept) kept = day;
}

Status addEvents(const Viewer& viewer, Day today, Rows& rows) {
  return eachSheet(viewer, "event", [&](const Sheet& sheet) {
    const auto start = sheet.day("start");
    const std::string status = sheet.text("status");
    const bool held = status == "held", ahead = status == "planned" && start && today <= *start;
    if (!start || (!held && !ahead)) return;
    std::set<std::string> partners{sheet.text("partner")};
    const char* others = held ? "partners_attended" : "partners_invited";
    for (const std::string& id : textsIn(sheet.list(others))) partners.insert(id);
    for (const std::string& id : partners) {
      const auto found = rows.find(id);
      if (found == rows.end()) continue;
      if (held) keepLater(found->second.lastVisit, *start);
      if (ahead) keepEarlier(found->second.nextVisit, *start);
    }
  });
}

Status addPace(const Viewer& viewer, Day today, Rows& rows) {
  const auto facts = presenceFacts(viewer);
  if (!facts) return facts.error();
  for (const NamedPresence& fact : *facts) {
    const auto found = rows.find(fact.id);
    if (found == rows.end()) continue;
    Day last = fact.presence.since;
    for (const Day visit : fact.presence.visits) {
      if (visit < today) last = std::max(last, visit);
    }
    found->second.pace = visitPace(fact.presence.cadence, last, today);
    found->second.visitDue = visitDue(fact.presence.cadence, last);
  }
  return {};
}

Status addPromises(const Viewer& viewer, Day today, Rows& rows) {
  const auto facts = promiseFacts(viewer);
  if (!facts) return facts.error();
  for (const PromiseFact& promise : facts->ours) {
    const auto found = rows.find(promise.partner);
    if (found == rows.end() || promise.end != PromiseEnd::kOpen) continue;
    ++found->second.promises.open;
    const bool late = standingOf(promise, today).state == PromiseState::kOverdue;
    found->second.promises.late += late ? 1 : 0;
  }
  return {};
}

Status addFeedback(const Viewer& viewer, const ProgrammeSettings& settings, Day today, Rows& rows) {
  const auto facts = feedbackFacts(viewer, Undated::kByTheirRecord);
  if (!facts) return facts.error();
  for (const FeedbackFact& fact : *facts) {
    const auto found = rows.find(fact.partner);
    if (found == rows.end() || fact.sensitive) continue;
    const auto due = serviceDue(fact, settings, today);
    if (!due) continue;
    ++found->second.waiting.open;
    found->second.waiting.late += due->lateBy > 0 ? 1 : 0;
  }
  return {};
}

Status addStewards(const Viewer& viewer, Day today, Names& names, Rows& rows) {
  const auto facts = stewardFacts(viewer);
  if (!facts) return facts.error();
  for (auto& [id, row] : rows) {
    const auto found = facts->find(id);
    if (found == facts->end()) continue;
    row.stewardState = stewardState(found->second, true, today);
    for (const Stewardship* one : stewardsOn(found->second, true, today)) {
      const auto user = Uuid::parse(one->person);
      row.stewards.push_back({one->person, user ? names.person(PersonId{*user}) : one->person});
      row.searched += '\n' + folded(row.stewards.back().name);
    }
    std::ranges::sort(row.stewards, {}, [](const PartnerRow::Steward& one) {
      return std::pair(folded(one.name), one.person);
    });
  }
  return {};
}

Status addAreas(const Viewer& viewer, Rows& rows) {
  const auto where = whereabouts(viewer);
  if (!where) return where.error();
  for (auto& [id, row] : rows) row.areaIds = where->ofPartner(id);
  return {};
}

}  // namespace

std::string folded(const std::string& text) {
  // The second bytes of U+00C0 to U+00FF, without those that are no letter.
  static constexpr std::string_view kPlain =
      "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    if (static_cast<unsigned char>(c) == 0xC3 && 0x80 <= next && next <= 0xBF) {
      out += kPlain[next - 0x80];
      ++i;
    } else {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return out;
}

Result<PartnerRows> partnerRows(const Viewer& viewer, const ProgrammeSettings& settings, Day today,
                                Names& names) {
  auto rows = partnersThemselves(viewer);
  if (!rows) return rows.error();
  PartnerRows out;
  out.readsStewards = reads(viewer, "steward_assignment");
  out.readsPromises = reads(viewer, "commitment");
  out.readsFeedback = reads(viewer, "feedback") && reads(viewer, "response");
  Status read = addAreas(viewer, *rows);
  if (read) read = addEvents(viewer, today, *rows);
  if (read) read = addPace(viewer, today, *rows);
  if (read && out.readsStewards) read = addStewards(viewer, today, names, *rows);
  if (read && out.readsPromises) read = addPromises(viewer, today, *rows);
  if (read && out.readsFeedback) read = addFeedback(viewer, settings, today, *rows);
  if (!read) return read.error();
  for (auto& [id, row] : *rows) out.rows.push_back(std::move(row));
  return out;
}

}  // namespace rapport
