#include "mobile/viewmodels/events_reading.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "mobile/viewmodels/partners_reading.h"
#include "mobile/viewmodels/record_view.h"

namespace rapport {
namespace {

constexpr std::chrono::hours kUsualLength{2};

// One thing to bring a line, or several with commas between them.
std::vector<std::string> thingsIn(const std::string& text) {
  std::vector<std::string> things;
  std::string thing;
  for (const char c : text + '\n') {
    if (c != '\n' && c != ',') {
      if (!thing.empty() || (c != ' ' && c != '\r')) thing += c;
    } else if (!thing.empty()) {
      things.push_back(std::exchange(thing, {}));
    }
  }
  return things;
}

EventFacts factsOf(const RecordSheet& sheet, const NameOf& partners) {
  const RecordView view(sheet);
  EventFacts event{.id = view.id(),
                   .title = view.text("title"),
                   .type = view.text("type"),
                   .status = view.text("status"),
                   .partnerId = view.text("partner"),
                   .place = view.text("place"),
                   .notes = view.text("notes"),
                   .bring = thingsIn(view.text("bring_list")),
                   .needsPerson = view.needsPerson()};
  if (event.partnerId.empty()) {
    const auto invited = view.elements("partners_invited");
    if (!invited.empty()) event.partnerId = invited.front();
  }
  event.partner = nameIn(partners, event.partnerId);
  if (const auto start = view.time("start")) {
    const auto end = view.time("end");
    event.timed = true;
    event.start = start->instant;
    event.end = end && end->instant > start->instant ? end->instant : event.start + kUsualLength;
  }
  return event;
}

}  // namespace

Result<std::vector<EventFacts>> readEvents(Notebook& notebook) {
  const auto partners = readNames(notebook, "partner");
  if (!partners.ok()) return partners.error();
  std::vector<EventFacts> events;
  const Status read = notebook.each("event", [&](const RecordSheet& sheet) {
    EventFacts event = factsOf(sheet, *partners);
    if (event.status != "cancelled") events.push_back(std::move(event));
    return true;
  });
  if (!read.ok()) return read.error();
  std::sort(events.begin(), events.end(), [](const EventFacts& a, const EventFacts& b) {
    return std::tuple(!a.timed, a.start, a.title, a.id) <
           std::tuple(!b.timed, b.start, b.title, b.id);
  });
  return events;
}

bool isOpen(const EventFacts& event, WallTime now) {
  return event.timed && now >= event.start - kOpensEarly && now < event.end + kClosesLate;
}

const EventFacts* openEvent(const std::vector<EventFacts>& events, WallTime now) {
  const EventFacts* best = nullptr;
  for (const EventFacts& event : events) {
    if (!isOpen(event, now)) continue;
    // One that is going on beats one that is about to begin or has just ended.
    const auto rank = [now](const EventFacts& e) {
      return std::pair(e.start <= now && now < e.end, e.start);
    };
    if (best == nullptr || rank(event) > rank(*best)) best = &event;
  }
  return best;
}

}  // namespace rapport
