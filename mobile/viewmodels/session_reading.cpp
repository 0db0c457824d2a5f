#include "mobile/viewmodels/session_reading.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

#include "mobile/viewmodels/partners_reading.h"
#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/tongue.h"

namespace rapport {
namespace {

WallTime wallOf(HybridTime time) { return WallTime(std::chrono::milliseconds(time.millis)); }

SessionFacts factsOf(const RecordSheet& sheet, const NameOf& partnerOfEvent) {
  const RecordView view(sheet);
  SessionFacts session{.id = view.id(),
                       .purpose = view.text("purpose"),
                       .eventId = view.text("event"),
                       .participants = view.count("participants"),
                       .began = wallOf(sheet.state.created.time)};
  session.partner = nameIn(partnerOfEvent, session.eventId);
  if (!view.text("minutes").empty()) session.minutes = view.count("minutes");
  // Until the office has answered, only the first edit says when it began.
  if (sheet.state.created.time.millis == 0)
    if (const Head* purpose = view.writer("purpose")) session.began = wallOf(purpose->time);
  return session;
}

Result<NameOf> readPartnersOfEvents(Notebook& notebook) {
  const auto partners = readNames(notebook, "partner");
  if (!partners.ok()) return partners.error();
  NameOf out;
  const Status read = notebook.each("event", [&](const RecordSheet& sheet) {
    const RecordView view(sheet);
    out.emplace(view.id(), nameIn(*partners, view.text("partner")));
    return true;
  });
  if (!read.ok()) return read.error();
  return out;
}

SaidFacts saidOf(Notebook& notebook, const RecordSheet& sheet, const char* field, PersonId me) {
  const RecordView view(sheet);
  SaidFacts said{.id = view.id(),
                 .quote = std::string_view(field) == "verbatim",
                 .text = view.text(field),
                 .author = view.text("author"),
                 .codes = view.elements("codes"),
                 .consent = view.text("consent"),
                 .attribution = view.text("attribution")};
  if (const Head* head = view.writer(field)) {
    said.mine = head->person == me;
    said.device = notebook.deviceName(head->dot.replica);
    said.at = wallOf(head->time);
    if (said.author.empty()) said.author = notebook.personName(head->person);
  }
  if (const auto time = view.time("time")) said.at = time->instant;
  return said;
}

Status readSaid(Notebook& notebook, PersonId me, SessionReading& reading) {
  for (const auto& [type, field] : {std::pair("note", "text"), std::pair("quote", "verbatim")}) {
    const Status read = notebook.each(type, [&](const RecordSheet& sheet) {
      if (RecordView(sheet).text("session") == reading.session.id)
        reading.said.push_back(saidOf(notebook, sheet, field, me));
      return true;
    });
    if (!read.ok()) return read;
  }
  std::ranges::sort(reading.said, {},
                    [](const SaidFacts& said) { return std::tie(said.at, said.id); });
  return {};
}

Status readThemes(Notebook& notebook, SessionReading& reading) {
  std::map<std::string, std::int64_t> uses;
  for (const SaidFacts& said : reading.said)
    for (const std::string& code : said.codes) ++uses[code];
  const Status read = notebook.each("code", [&](const RecordSheet& sheet) {
    const RecordView view(sheet);
    if (view.text("active") != "false")
      reading.themes.push_back({view.id(), view.titleIn(codeOf(spoken())), uses[view.id()]});
    return true;
  });
  std::ranges::sort(reading.themes, {}, [](const ThemeFacts& theme) {
    return std::tuple(-theme.uses, theme.name, theme.id);
  });
  return read;
}

}  // namespace

Result<std::vector<SessionFacts>> readSessions(Notebook& notebook) {
  const auto partners = readPartnersOfEvents(notebook);
  if (!partners.ok()) return partners.error();
  std::vector<SessionFacts> sessions;
  const Status read = notebook.each("listening_session", [&](const RecordSheet& sheet) {
    sessions.push_back(factsOf(sheet, *partners));
    return true;
  });
  if (!read.ok()) return read.error();
  std::ranges::sort(sessions, std::greater{}, &SessionFacts::began);
  return sessions;
}

Result<SessionReading> readSession(Notebook& notebook, const std::string& id, WallTime now) {
  const auto sessions = readSessions(notebook);
  if (!sessions.ok()) return sessions.error();
  const auto enrolment = notebook.store().enrolment();
  if (!enrolment.ok()) return enrolment.error();
  SessionReading reading{.me = enrolment->personName};
  for (const SessionFacts& session : *sessions) {
    const bool goesOn = !session.minutes && now - session.began < kSessionForgotten;
    if (id.empty() ? !goesOn : session.id != id) continue;
    reading.session = session;
    break;
  }
  if (!reading.session.id.empty())
    if (Status read = readSaid(notebook, enrolment->person, reading); !read.ok())
      return read.error();
  if (Status read = readThemes(notebook, reading); !read.ok()) return read.error();
  return reading;
}

}  // namespace rapport
