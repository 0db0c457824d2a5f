#include <algorithm>

#include <nlohmann/json.hpp>

#include "server/review/measure_facts.h"
#include "server/review/partners/dossier_parts.h"
#include "server/review/partners/promise_line.h"
#include "server/review/sheet.h"
#include "server/review/window.h"
#include "shared/model/iso_time.h"

namespace rapport {
namespace {

using Json = nlohmann::json;
using Day = std::chrono::sys_days;

constexpr std::size_t kLines = 60;

struct Line {
  Day due;
  Json shown;
};

Day madeOn(const Sheet& sheet) {
  const std::chrono::sys_time<std::chrono::milliseconds> made{
      std::chrono::milliseconds{sheet.state.created.time.millis}};
  return std::chrono::floor<std::chrono::days>(made);
}

bool isOpen(PromiseState state) {
  return state == PromiseState::kOpen || state == PromiseState::kOverdue;
}

// What is open is told whatever its age; the rest by the day on which it was due.
bool belongs(const PromiseStanding& standing, const Window& year) {
  return isOpen(standing.state) || year.from <= standing.due;
}

Json lineOf(const DossierOf& dossier, Names& names, const Sheet& sheet, const PromiseFact& promise,
            const PromiseStanding& standing) {
  const std::string assignee = dossier.ours() ? sheet.text("assignee") : "";
  const auto person = Uuid::parse(assignee);
  // Written down afterwards, it was made by then at the latest.
  const Day made = std::min(madeOn(sheet), promise.originalDue);
  return {{"id", sheet.id()},
          {"text", sheet.text("text")},
          {"side", sheet.text("owed_by") == kOurSide ? "us" : "partner"},
          {"size", sheet.text("size")},
          {"state", nameOf(standing.state)},
          {"made_on", formatDate(made)},
          {"due", formatDate(standing.due)},
          {"moved", standing.due != promise.originalDue},
          {"done_on", promise.doneOn ? Json(formatDate(*promise.doneOn)) : Json()},
          {"late_days", standing.late.count()},
          {"told", sheet.day("told_at").has_value()},
          {"assignee", person ? names.person(PersonId{*person}) : assignee}};
}

}  // namespace

Result<Json> promisesPart(const DossierOf& dossier, Names& names) {
  if (!reads(dossier.viewer, "commitment")) return Json();
  const Window year = yearBefore(dossier.today);
  std::vector<Line> lines;
  std::map<std::string, std::size_t> counts;
  for (const auto state :
       {PromiseState::kKept, PromiseState::kKeptLate, PromiseState::kOpen, PromiseState::kOverdue,
        PromiseState::kBroken, PromiseState::kReleased}) {
    counts[nameOf(state)] = 0;
  }
  const Status read = eachSheet(dossier.viewer, "commitment", [&](const Sheet& sheet) {
    if (sheet.text("partner") != dossier.partner) return;
    const auto promise = promiseFact(sheet);
    if (!promise) return;
    const PromiseStanding standing = standingOf(*promise, dossier.today);
    if (!belongs(standing, year)) return;
    // The counts speak of ours; theirs are told line by line.
    if (sheet.text("owed_by") == kOurSide) ++counts[nameOf(standing.state)];
    lines.push_back({standing.due, lineOf(dossier, names, sheet, *promise, standing)});
  });
  if (!read) return read.error();
  std::ranges::sort(lines, [](const Line& one, const Line& other) {
    return std::pair(one.due, one.shown["id"].get<std::string>()) <
           std::pair(other.due, other.shown["id"].get<std::string>());
  });
  const std::size_t total = lines.size();
  // The latest, because the oldest of them matter least.
  if (total > kLines) lines.erase(lines.begin(), lines.end() - kLines);
  Json items = Json::array();
  for (Line& line : lines) items.push_back(std::move(line.shown));
  return Json{{"from", formatDate(year.from)},
              {"to", formatDate(year.end - std::chrono::days{1})},
              {"ours", counts},
              {"total", total},
              {"items", std::move(items)}};
}

}  // namespace rapport
