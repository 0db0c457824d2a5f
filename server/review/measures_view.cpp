#include "server/review/measures_view.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "server/review/by_area.h"
#include "server/review/measure_facts.h"
#include "server/review/service_level.h"
#include "server/review/suppression.h"
#include "server/review/window.h"
#include "shared/base/limits.h"
#include "shared/model/access.h"
#include "shared/model/iso_time.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

bool reads(const Viewer& viewer, std::initializer_list<const char*> types) {
  return std::ranges::all_of(types, [&](const char* name) {
    const RecordType* type = viewer.catalogue.type(std::string_view{name});
    return type != nullptr && mayRead(*type, viewer.role);
  });
}

// Of too few it says more about one of them than about us.
Json percent(std::size_t part, std::size_t whole) {
  if (whole < limits::kSmallestGroup) return nullptr;
  return 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

Json promisesOf(const PromiseKeeping& keeping) {
  return {{"due", keeping.due},
          {"kept", keeping.kept},
          {"percent", percent(keeping.kept, keeping.due)},
          {"released", keeping.released},
          {"overdue", keeping.overdue},
          {"strict",
           {{"due", keeping.strictDue},
            {"kept", keeping.strictKept},
            {"percent", percent(keeping.strictKept, keeping.strictDue)}}}};
}

Status addPromises(const Viewer& viewer, const Window& year, Json& out) {
  if (!reads(viewer, {"commitment"})) return {};
  const auto facts = promiseFacts(viewer);
  if (!facts) return facts.error();
  out = promisesOf(promiseKeeping(facts->ours, year));
  out["over_promising"] = isOverPromising(promiseKeeping(facts->ours, year));
  out["theirs"] = promisesOf(promiseKeeping(facts->theirs, year));
  out["months"] = Json::array();
  for (const Window& month : monthsBefore(year.end)) {
    const PromiseKeeping keeping = promiseKeeping(facts->ours, month);
    out["months"].push_back(percent(keeping.kept, keeping.due));
  }
  return {};
}

Status addToldBack(const Viewer& viewer, const ProgrammeSettings& settings, const Window& year,
                   Json& out) {
  if (!reads(viewer, {"feedback", "response"})) return {};
  const auto facts = feedbackFacts(viewer);
  if (!facts) return facts.error();
  const ServiceLevels levels = levelsOf(settings);
  const LoopClosure closure = loopClosure(*facts, levels, year);
  out = {{"items", closure.items},
         {"told", closure.told},
         {"percent", percent(closure.told, closure.items)},
         {"within_days", levels.others.count()},
         {"median_days", nullptr},
         {"median_over_days", nullptr},
         {"one_way", isOneWay(closure)},
         {"months", Json::array()}};
  if (closure.medianDays) out["median_days"] = *closure.medianDays;
  if (closure.medianOver) out["median_over_days"] = closure.medianOver->count();
  for (const Window& month : monthsBefore(year.end)) {
    // Whether it is old enough is told by today, not by the end of its month.
    std::vector<FeedbackFact> received;
    std::ranges::copy_if(*facts, std::back_inserter(received),
                         [&](const FeedbackFact& fact) { return month.has(fact.receivedOn); });
    const LoopClosure closed = loopClosure(received, levels, year);
    out["months"].push_back(percent(closed.told, closed.items));
  }
  return {};
}

Status addPresence(const Viewer& viewer, const Window& year, Json& out) {
  if (!reads(viewer, {"partner", "event"})) return {};
  const auto facts = presenceFacts(viewer);
  if (!facts) return facts.error();
  std::size_t periods = 0, met = 0, partners = 0, inconsistent = 0;
  double worst = 0;
  Json longest = nullptr;
  for (const NamedPresence& fact : *facts) {
    const Presence presence = presenceAt(fact.presence, year);
    periods += presence.periods;
    met += presence.met;
    if (presence.periods > 0) ++partners;
    if (isInconsistent(presence)) ++inconsistent;
    if (presence.gapInCadences <= worst) continue;
    worst = presence.gapInCadences;
    longest = {{"partner", {{"id", fact.id}, {"title", fact.name}}},
               {"days", presence.longestGap.count()},
               {"cadences", presence.gapInCadences}};
  }
  // Facts about our own coming and going: no suppression.
  out = {{"periods", periods},           {"met", met},         {"partners", partners},
         {"inconsistent", inconsistent}, {"percent", nullptr}, {"longest_gap", std::move(longest)}};
  if (periods > 0) out["percent"] = 100.0 * static_cast<double>(met) / static_cast<double>(periods);
  return {};
}

Status addReach(const Viewer& viewer, const Window& year, Json& out) {
  if (!reads(viewer, {"event", "station", "tally_cell"})) return {};
  const auto counts = headcounts(viewer);
  if (!counts) return counts.error();
  const std::vector<Window> months = monthsBefore(year.end);
  std::vector<std::size_t> people(months.size());
  std::size_t events = 0;
  for (const DatedCount& count : *counts) {
    const auto month =
        std::ranges::find_if(months, [&](const Window& m) { return m.has(count.on); });
    if (month == months.end()) continue;
    ++events;
    people[static_cast<std::size_t>(month - months.begin())] += count.people;
  }
  const ShownRow shown = suppressed(people);
  out = {{"people", toJson(shown.total)}, {"events", events}, {"months", Json::array()}};
  for (const ShownCount& month : shown.cells) {
    out["months"].push_back(month.as == ShownCount::As::kNumber ? Json(month.people) : Json());
  }
  return {};
}

Status addExchange(const Viewer& viewer, const Window& year, Json& out) {
  if (!reads(viewer, {"contribution"})) return {};
  const auto facts = contributionFacts(viewer);
  if (!facts) return facts.error();
  std::vector<ContributionFact> inYear;
  for (const DatedContribution& each : *facts) {
    if (year.has(each.on)) inYear.push_back(each.fact);
  }
  const Exchange balance = exchange(inYear);
  out = {{"contributions", inYear.size()},
         {"counted_in", balance.inHours ? "hours" : "contributions"},
         {"given", balance.given},
         {"received", balance.received},
         {"reciprocity", nullptr}};
  if (balance.reciprocity) out["reciprocity"] = *balance.reciprocity;
  return {};
}

// Copies what the reading holds, or says why it failed.
template <typename T>
Status takeInto(T& into, Result<T> read) {
  if (!read) return read.error();
  into = std::move(*read);
  return {};
}

Result<AreaFacts> areaFacts(const Viewer& viewer) {
  AreaFacts facts;
  PromiseFacts promises;
  if (Status taken = takeInto(facts.where, whereabouts(viewer)); !taken) return taken.error();
  if (Status taken = takeInto(promises, promiseFacts(viewer)); !taken) return taken.error();
  if (Status taken = takeInto(facts.feedback, feedbackFacts(viewer)); !taken) return taken.error();
  if (Status taken = takeInto(facts.presence, presenceFacts(viewer)); !taken) return taken.error();
  if (Status taken = takeInto(facts.people, headcounts(viewer)); !taken) return taken.error();
  facts.promises = std::move(promises.ours);
  return facts;
}

Status addAreas(const Viewer& viewer, const ProgrammeSettings& settings, const Window& year,
                Json& out) {
  if (!reads(viewer, {"area", "partner", "event", "station", "tally_cell"})) return {};
  const auto facts = areaFacts(viewer);
  if (!facts) return facts.error();
  const bool promises = reads(viewer, {"commitment"});
  const bool feedback = reads(viewer, {"feedback", "response"});
  out = Json::array();
  for (const AreaRow& row : byArea(*facts, levelsOf(settings), year)) {
    Json line{{"id", row.id},           {"title", row.name}, {"people", toJson(row.people)},
              {"periods", row.periods}, {"met", row.met},    {"promises", nullptr},
              {"told_back", nullptr}};
    if (promises) {
      line["promises"] = {{"all", row.promises.due},
                          {"part", row.promises.kept},
                          {"percent", percent(row.promises.kept, row.promises.due)}};
    }
    if (feedback) {
      line["told_back"] = {{"all", row.told.items},
                           {"part", row.told.told},
                           {"percent", percent(row.told.told, row.told.items)}};
    }
    out.push_back(std::move(line));
  }
  return {};
}

}  // namespace

std::chrono::sys_days unfinishedDay(WallTime now) {
  // A day ends last at twelve hours west of Greenwich.
  return std::chrono::floor<std::chrono::days>(now - std::chrono::hours{12});
}

Result<Json> measuresView(const Viewer& viewer, const ProgrammeSettings& settings,
                          std::chrono::sys_days end) {
  const Window year = yearBefore(end);
  Json out = {{"from", formatDate(year.from)}, {"to", formatDate(end - std::chrono::days{1})}};
  for (const char* name : {"promises", "told_back", "presence", "reach", "exchange", "areas"}) {
    out[name] = nullptr;
  }
  if (Status added = addPromises(viewer, year, out["promises"]); !added) return added.error();
  if (Status added = addToldBack(viewer, settings, year, out["told_back"]); !added)
    return added.error();
  if (Status added = addPresence(viewer, year, out["presence"]); !added) return added.error();
  if (Status added = addReach(viewer, year, out["reach"]); !added) return added.error();
  if (Status added = addExchange(viewer, year, out["exchange"]); !added) return added.error();
  if (Status added = addAreas(viewer, settings, year, out["areas"]); !added) return added.error();
  return out;
}

}  // namespace rapport
