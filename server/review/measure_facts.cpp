#include "server/review/measure_facts.h"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "server/review/sheet.h"

namespace rapport {
namespace {

using Json = nlohmann::json;
using Day = std::chrono::sys_days;

Day madeOn(const Sheet& sheet) {
  const std::chrono::sys_time<std::chrono::milliseconds> made{
      std::chrono::milliseconds{sheet.state.created.time.millis}};
  return std::chrono::floor<std::chrono::days>(made);
}

PromiseEnd endOf(const std::string& status) {
  if (status == "kept") return PromiseEnd::kKept;
  if (status == "broken") return PromiseEnd::kBroken;
  return status == "released_by_partner" ? PromiseEnd::kReleased : PromiseEnd::kOpen;
}

Handling handlingOf(const std::string& status) {
  if (status == "acknowledged") return Handling::kAcknowledged;
  if (status == "assigned" || status == "responded") return Handling::kTaken;
  return status == "closed" ? Handling::kClosed : Handling::kNew;
}

struct Answered {
  std::optional<Day> first, told;
  bool published = false;
  std::uint64_t changed = 0;  // the number of the answer that changed last
  std::string latest;         // its id
};

void keepEarlier(std::optional<Day>& kept, const std::optional<Day>& day) {
  if (day && (!kept || *day < *kept)) kept = day;
}

Result<std::map<std::string, Answered>> answersByFeedback(const Viewer& viewer) {
  std::map<std::string, Answered> answers;
  const Status read = eachSheet(viewer, "response", [&](const Sheet& sheet) {
    Answered& answered = answers[sheet.text("feedback")];
    keepEarlier(answered.first, sheet.day("first_response_at"));
    keepEarlier(answered.told, sheet.day("told_giver_at"));
    answered.published = answered.published || sheet.yes("published");
    const std::uint64_t number = sheet.state.number ? sheet.state.number->n : 0;
    if (!answered.latest.empty() && number < answered.changed) return;
    answered.changed = number;
    answered.latest = sheet.id();
  });
  if (!read) return read.error();
  return answers;
}

// With whom a planned event was held, and when.
Status addVisits(const Viewer& viewer, std::map<std::string, std::vector<Day>>& visits) {
  return eachSheet(viewer, "event", [&](const Sheet& sheet) {
    const auto start = sheet.day("start");
    if (!start || !sheet.yes("planned") || sheet.text("status") != "held") return;
    std::set<std::string> partners{sheet.text("partner")};
    for (const Json& partner : sheet.list("partners_attended")) {
      if (partner.is_string()) partners.insert(partner.get<std::string>());
    }
    for (const std::string& partner : partners) visits[partner].push_back(*start);
  });
}

// Who counted how many at which station of which event.
using Counted = std::map<std::string, std::map<std::string, StationCount>>;

Result<Counted> countedPeople(const Viewer& viewer) {
  Counted events;
  const Status cells = eachSheet(viewer, "tally_cell", [&](const Sheet& sheet) {
    const FieldDeclaration* people = sheet.type.field(std::string_view{"people"});
    const FieldState* held = people != nullptr ? sheet.state.field(people->number) : nullptr;
    if (held == nullptr) return;
    StationCount& station = events[sheet.text("event")][sheet.text("station")];
    for (const CountEntry& entry : held->counts) {
      station.devices[entry.replica.toString()] += entry.sum;
    }
  });
  if (!cells) return cells.error();
  const Status stations = eachSheet(viewer, "station", [&](const Sheet& sheet) {
    const auto event = events.find(sheet.text("event"));
    if (event == events.end() || sheet.text("overlap") != "larger") return;
    const auto station = event->second.find(sheet.id());
    if (station != event->second.end()) station->second.larger = true;
  });
  if (!stations) return stations.error();
  return events;
}

}  // namespace

std::optional<PromiseFact> promiseFact(const Sheet& sheet) {
  const auto due = sheet.day("original_due");
  if (!due) return std::nullopt;
  PromiseFact promise{.originalDue = *due};
  promise.end = endOf(sheet.text("status"));
  promise.doneOn = sheet.day("done_at");
  promise.partner = sheet.text("partner");
  for (const Json& row : sheet.list("due_changes")) {
    const auto to = Sheet::dayIn(row, "new_date");
    if (to) promise.moves.push_back({*to, Sheet::dayIn(row, "partner_agreed_at")});
  }
  return promise;
}

Result<PromiseFacts> promiseFacts(const Viewer& viewer) {
  PromiseFacts facts;
  const Status read = eachSheet(viewer, "commitment", [&](const Sheet& sheet) {
    auto promise = promiseFact(sheet);
    if (!promise) return;
    auto& side = sheet.text("owed_by") == kOurSide ? facts.ours : facts.theirs;
    side.push_back(std::move(*promise));
  });
  if (!read) return read.error();
  return facts;
}

Result<std::vector<FeedbackFact>> feedbackFacts(const Viewer& viewer, Undated undated) {
  const auto answers = answersByFeedback(viewer);
  if (!answers) return answers.error();
  std::vector<FeedbackFact> facts;
  const Status read = eachSheet(viewer, "feedback", [&](const Sheet& sheet) {
    auto received = sheet.day("received_at");
    if (!received && undated == Undated::kByTheirRecord) received = madeOn(sheet);
    if (!received) return;
    FeedbackFact fact{.receivedOn = *received};
    fact.anonymous = sheet.text("giver") == "anonymous";
    fact.sensitive = sheet.yes("sensitive");
    fact.partner = sheet.text("partner");
    fact.event = sheet.text("event");
    fact.id = sheet.id();
    fact.handling = handlingOf(sheet.text("status"));
    fact.due = sheet.day("due");
    if (const auto found = answers->find(sheet.id()); found != answers->end()) {
      fact.firstResponseOn = found->second.first;
      fact.toldGiver = found->second.told.has_value();
      fact.toldOn = found->second.told;
      fact.published = found->second.published;
      fact.answer = found->second.latest;
    }
    facts.push_back(fact);
  });
  if (!read) return read.error();
  return facts;
}

Result<std::vector<NamedPresence>> presenceFacts(const Viewer& viewer) {
  std::map<std::string, std::vector<Day>> visits;
  if (const Status read = addVisits(viewer, visits); !read) return read.error();
  std::vector<NamedPresence> facts;
  const Status read = eachSheet(viewer, "partner", [&](const Sheet& sheet) {
    const auto cadence = sheet.number("cadence_days");
    if (!cadence || *cadence < 1 || sheet.text("status") != "active") return;
    NamedPresence fact{sheet.id(), sheet.text("name"), {}};
    fact.presence.cadence = std::chrono::days{static_cast<int>(*cadence)};
    fact.presence.visits = visits[fact.id];
    // Where nobody wrote down since when: since we had the record, or came for the first time.
    Day since = madeOn(sheet);
    for (const Day visit : fact.presence.visits) since = std::min(since, visit);
    fact.presence.since = sheet.day("partner_since").value_or(since);
    facts.push_back(std::move(fact));
  });
  if (!read) return read.error();
  return facts;
}

Result<std::vector<DatedCount>> headcounts(const Viewer& viewer) {
  const auto counted = countedPeople(viewer);
  if (!counted) return counted.error();
  std::vector<DatedCount> out;
  const Status read = eachSheet(viewer, "event", [&](const Sheet& sheet) {
    const auto found = counted->find(sheet.id());
    const auto start = sheet.day("start");
    if (found == counted->end() || !start) return;
    std::vector<StationCount> stations;
    for (const auto& [id, station] : found->second) stations.push_back(station);
    out.push_back({*start, headcount(stations), sheet.id()});
  });
  if (!read) return read.error();
  return out;
}

namespace {

const Whereabouts::Areas& areasIn(const std::map<std::string, Whereabouts::Areas>& known,
                                  const std::string& id) {
  static const Whereabouts::Areas kNowhere;
  const auto found = known.find(id);
  return found != known.end() ? found->second : kNowhere;
}

}  // namespace

const Whereabouts::Areas& Whereabouts::ofPartner(const std::string& id) const {
  return areasIn(partners, id);
}

const Whereabouts::Areas& Whereabouts::ofEvent(const std::string& id) const {
  return areasIn(events, id);
}

const Whereabouts::Areas& Whereabouts::ofFeedback(const FeedbackFact& item) const {
  const Areas& event = ofEvent(item.event);
  return event.empty() ? ofPartner(item.partner) : event;
}

Result<Whereabouts> whereabouts(const Viewer& viewer) {
  Whereabouts out;
  std::map<std::string, std::string> byName;
  const Status areas = eachSheet(viewer, "area", [&](const Sheet& sheet) {
    out.names[sheet.id()] = sheet.text("name");
    byName[sheet.text("name")] = sheet.id();
  });
  if (!areas) return areas.error();
  const Status partners = eachSheet(viewer, "partner", [&](const Sheet& sheet) {
    for (const Json& name : sheet.list("areas")) {
      const auto found = name.is_string() ? byName.find(name.get<std::string>()) : byName.end();
      if (found != byName.end()) out.partners[sheet.id()].insert(found->second);
    }
  });
  if (!partners) return partners.error();
  const Status events = eachSheet(viewer, "event", [&](const Sheet& sheet) {
    const std::string own = sheet.text("area");
    const Whereabouts::Areas& partner = out.ofPartner(sheet.text("partner"));
    if (out.names.contains(own)) {
      out.events[sheet.id()] = {own};
    } else if (partner.size() == 1) {
      out.events[sheet.id()] = partner;
    }
  });
  if (!events) return events.error();
  return out;
}

Result<std::vector<DatedContribution>> contributionFacts(const Viewer& viewer) {
  std::vector<DatedContribution> out;
  const Status read = eachSheet(viewer, "contribution", [&](const Sheet& sheet) {
    const auto on = sheet.day("on");
    const std::string direction = sheet.text("direction");
    if (!on || (direction != "given" && direction != "received")) return;
    ContributionFact fact{.given = direction == "given"};
    if (sheet.text("unit") == "hours") fact.hours = sheet.number("amount");
    out.push_back({*on, fact});
  });
  if (!read) return read.error();
  return out;
}

}  // namespace rapport
