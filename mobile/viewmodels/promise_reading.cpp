#include "mobile/viewmodels/promise_reading.h"

#include <algorithm>
#include <functional>

#include "mobile/viewmodels/record_view.h"

namespace rapport {
namespace {

Result<std::vector<HeardFacts>> readHeard(Notebook& notebook) {
  std::vector<HeardFacts> heard;
  const Status read = notebook.each("feedback", [&](const RecordSheet& sheet) {
    const RecordView view(sheet);
    if (view.yes("sensitive") || view.text("status") == "closed" || view.text("text").empty())
      return true;
    const auto at = view.time("received_at");
    heard.push_back({view.id(), view.text("text"), at ? at->instant : WallTime{}});
    return true;
  });
  if (!read.ok()) return read.error();
  std::ranges::stable_sort(heard, std::greater{}, &HeardFacts::at);
  heard.resize(std::min(heard.size(), kHeardShown));
  return heard;
}

}  // namespace

Result<PromiseReading> readForPromise(Notebook& notebook) {
  PromiseReading reading;
  auto events = readEvents(notebook);
  if (!events.ok()) return events.error();
  reading.events = std::move(*events);
  auto partners = readPartners(notebook);
  if (!partners.ok()) return partners.error();
  reading.partners = std::move(*partners);
  const auto enrolment = notebook.store().enrolment();
  if (!enrolment.ok()) return enrolment.error();
  reading.me = {enrolment->person.toString(), enrolment->personName};
  reading.role = enrolment->role;
  const auto people = readNames(notebook, "user");
  if (!people.ok()) return people.error();
  for (const auto& [id, name] : *people)
    if (id != reading.me.id && !name.empty()) reading.people.push_back({id, name});
  std::ranges::sort(reading.people, {}, &PersonFacts::name);
  auto heard = readHeard(notebook);
  if (!heard.ok()) return heard.error();
  reading.heard = std::move(*heard);
  return reading;
}

}  // namespace rapport
