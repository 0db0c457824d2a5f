#include "server/review/measure_facts.h"

#include <algorithm>
#include <functional>
#include <set>

#include <nlohmann/json.hpp>

#include "shared/merge/filter.h"
#include "shared/model/access.h"
#include "shared/model/iso_time.h"
#include "shared/protocol/record_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;
using Day = std::chrono::sys_days;

constexpr std::size_t kPage = 500;
// As a promise names our own side.
constexpr std::string_view kUs = "us";

// One living record by its fields' names, as the viewer's role reads it.
struct Sheet {
  const RecordState& state;
  const RecordType& type;
  Json fields;

  std::string id() const { return state.id.toString(); }
  std::string text(const char* field) const { return textIn(fields, field); }
  bool yes(const char* field) const {
    const auto found = fields.find(field);
    return found != fields.end() && found->is_boolean() && found->get<bool>();
  }
  std::optional<double> number(const char* field) const {
    const auto found = fields.find(field);
    if (found == fields.end() || !found->is_number()) return std::nullopt;
    return found->get<double>();
  }
  std::optional<Day> day(const char* field) const { return dayIn(fields, field); }
  const Json& list(const char* field) const {
    static const Json kNone = Json::array();
    const auto found = fields.find(field);
    return found != fields.end() && found->is_array() ? *found : kNone;
  }

  static std::string textIn(const Json& fields, const char* field) {
    const auto found = fields.find(field);
    return found != fields.end() && found->is_string() ? found->get<std::string>() : std::string();
  }
  // A date, or the day that the wall clock of a date and time showed.
  static std::optional<Day> dayIn(const Json& fields, const char* field) {
    const std::string text = textIn(fields, field);
    if (const auto date = parseDate(text)) return Day{*date};
    const auto time = parseDateTime(text);
    if (!time) return std::nullopt;
    return std::chrono::floor<std::chrono::days>(time->instant + time->offset);
  }
};

using Visit = std::function<void(const Sheet&)>;

// Page after page, so that what is not looked at any more is let go.
Status each(const Viewer& viewer, const char* name, const Visit& visit) {
  const RecordType* type = viewer.catalogue.type(std::string_view{name});
  if (type == nullptr || !mayRead(*type, viewer.role)) return {};
  RecordQuery query;
  query.type = type->number;
  query.limit = kPage;
  for (;;) {
    const auto rows = viewer.reader.find(query);
    if (!rows) return rows.error();
    for (const RecordRow& row : *rows) {
      const auto visible = filterFor(viewer.role, type, row.state);
      if (visible) visit({*visible, *type, fieldsToJson(*type, *visible)});
    }
    if (rows->size() < kPage) return {};
    query.beyond = rows->back().state.number->n;
  }
}

PromiseEnd endOf(const std::string& status) {
  if (status == "kept") return PromiseEnd::kKept;
  if (status == "broken") return PromiseEnd::kBroken;
  return status == "released_by_partner" ? PromiseEnd::kReleased : PromiseEnd::kOpen;
}

std::optional<PromiseFact> promiseIn(const Sheet& sheet) {
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

struct Answered {
  std::optional<Day> first;
  bool toldGiver = false;
  bool published = false;
};

Result<std::map<std::string, Answered>> answersByFeedback(const Viewer& viewer) {
  std::map<std::string, Answered> answers;
  const Status read = each(viewer, "response", [&](const Sheet& sheet) {
    Answered& answered = answers[sheet.text("feedback")];
    const auto first = sheet.day("first_response_at");
    if (first && (!answered.first || *first < *answered.first)) answered.first = first;
    answered.toldGiver = answered.toldGiver || sheet.day("told_giver_at").has_value();
    answered.published = answered.published || sheet.yes("published");
  });
  if (!read) return read.error();
  return answers;
}

// With whom a planned event was held, and when.
Status addVisits(const Viewer& viewer, std::map<std::string, std::vector<Day>>& visits) {
  return each(viewer, "event", [&](const Sheet& sheet) {
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
  const Status cells = each(viewer, "tally_cell", [&](const Sheet& sheet) {
    const FieldDeclaration* people = sheet.type.field(std::string_view{"people"});
    const FieldState* held = people != nullptr ? sheet.state.field(people->number) : nullptr;
    if (held == nullptr) return;
    StationCount& station = events[sheet.text("event")][sheet.text("station")];
    for (const CountEntry& entry : held->counts) {
      station.devices[entry.replica.toString()] += entry.sum;
    }
  });
  if (!cells) return cells.error();
  const Status stations = each(viewer, "station", [&](const Sheet& sheet) {
    const auto event = events.find(sheet.text("event"));
    if (event == events.end() || sheet.text("overlap") != "larger") return;
    const auto station = event->second.find(sheet.id());
    if (station != event->second.end()) station->second.larger = true;
  });
  if (!stations) return stations.error();
  return events;
}

}  // namespace

Result<PromiseFacts> promiseFacts(const Viewer& viewer) {
  PromiseFacts facts;
  const Status read = each(viewer, "commitment", [&](const Sheet& sheet) {
    auto promise = promiseIn(sheet);
    if (!promise) return;
    auto& side = sheet.text("owed_by") == kUs ? facts.ours : facts.theirs;
    side.push_back(std::move(*promise));
  });
  if (!read) return read.error();
  return facts;
}

Result<std::vector<FeedbackFact>> feedbackFacts(const Viewer& viewer) {
  const auto answers = answersByFeedback(viewer);
  if (!answers) return answers.error();
  std::vector<FeedbackFact> facts;
  const Status read = each(viewer, "feedback", [&](const Sheet& sheet) {
    const auto received = sheet.day("received_at");
    if (!received) return;
    FeedbackFact fact{.receivedOn = *received};
    fact.anonymous = sheet.text("giver") == "anonymous";
    fact.sensitive = sheet.yes("sensitive");
    fact.partner = sheet.text("partner");
    fact.event = sheet.text("event");
    if (const auto found = answers->find(sheet.id()); found != answers->end()) {
      fact.firstResponseOn = found->second.first;
      fact.toldGiver = found->second.toldGiver;
      fact.published = found->second.published;
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
  const Status read = each(viewer, "partner", [&](const Sheet& sheet) {
    const auto cadence = sheet.number("cadence_days");
    if (!cadence || *cadence < 1 || sheet.text("status") != "active") return;
    NamedPresence fact{sheet.id(), sheet.text("name"), {}};
    fact.presence.cadence = std::chrono::days{static_cast<int>(*cadence)};
    fact.presence.visits = visits[fact.id];
    // Where nobody wrote down since when: since we had the record, or came for the first time.
    const std::chrono::sys_time<std::chrono::milliseconds> made{
        std::chrono::milliseconds{sheet.state.created.time.millis}};
    Day since = std::chrono::floor<std::chrono::days>(made);
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
  const Status read = each(viewer, "event", [&](const Sheet& sheet) {
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

Result<Whereabouts> whereabouts(const Viewer& viewer) {
  Whereabouts out;
  std::map<std::string, std::string> byName;
  const Status areas = each(viewer, "area", [&](const Sheet& sheet) {
    out.names[sheet.id()] = sheet.text("name");
    byName[sheet.text("name")] = sheet.id();
  });
  if (!areas) return areas.error();
  const Status partners = each(viewer, "partner", [&](const Sheet& sheet) {
    for (const Json& name : sheet.list("areas")) {
      const auto found = name.is_string() ? byName.find(name.get<std::string>()) : byName.end();
      if (found != byName.end()) out.partners[sheet.id()].insert(found->second);
    }
  });
  if (!partners) return partners.error();
  const Status events = each(viewer, "event", [&](const Sheet& sheet) {
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
  const Status read = each(viewer, "contribution", [&](const Sheet& sheet) {
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
