#include "mobile/viewmodels/event_model.h"

#include <algorithm>

#include "mobile/viewmodels/open_event.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {

EventModel::EventModel(QObject* parent)
    : ViewModel(parent), promises_({"promiseId", "text", "partner", "due", "tone"}) {}

void EventModel::setEventId(const QString& id) {
  if (id == eventId_) return;
  eventId_ = id;
  emit eventIdChanged();
  refresh();
}

Result<EventModel::Reading> EventModel::readingOf(Notebook& notebook, const std::string& id) {
  Reading reading;
  const auto events = readEvents(notebook);
  if (!events.ok()) return events.error();
  const auto event = std::ranges::find(*events, id, &EventFacts::id);
  if (event == events->end()) return reading;
  reading.event = *event;
  const auto partners = readPartners(notebook);
  if (!partners.ok()) return partners.error();
  const auto partner = std::ranges::find(*partners, event->partnerId, &PartnerFacts::id);
  if (partner != partners->end()) reading.partner = *partner;
  const auto promises = readPromises(notebook);
  if (!promises.ok()) return promises.error();
  for (const PromiseFacts& promise : *promises)
    if (promise.open() && !promise.partnerId.empty() && promise.partnerId == event->partnerId)
      reading.promises.push_back(promise);
  const auto count = readHeadCount(notebook, RecordId{*Uuid::parse(id)});
  if (!count.ok()) return count.error();
  reading.count = *count;
  return reading;
}

void EventModel::readAgain() {
  desk()->read(
      this,
      [id = eventId_.toStdString()](Notebook& notebook, Drafts&) {
        return readingOf(notebook, id);
      },
      [this](const Result<Reading>& reading) {
        if (reading.ok()) {
          reading_ = *reading;
          showPromises();
          emit changed();
        } else {
          say(reading.error());
        }
        readingShown();
      });
}

void EventModel::showPromises() {
  const QDate today = localToday(desk()->clock());
  QList<QVariantList> rows;
  for (const PromiseFacts& promise : reading_.promises) {
    const QDate due = promise.due ? toDate(*promise.due) : QDate();
    rows.append({toQt(promise.id), toQt(promise.text),
                 promise.ours ? tr("We promised") : tr("They promised"),
                 due.isValid() ? dueWord(due, today) : tr("No date"),
                 due.isValid() ? static_cast<int>(dueTone(due, today)) : 0});
  }
  promises_.show(rows);
}

QString EventModel::where() const { return whereOf(reading_.event); }

QString EventModel::when() const {
  if (!reading_.event.timed || desk() == nullptr) return tr("No time yet");
  const Clock& clock = desk()->clock();
  const QDateTime start = localTime(reading_.event.start, clock);
  return QStringLiteral("%1 · %2–%3")
      .arg(longDate(start.date()), hourMinute(start),
           hourMinute(localTime(reading_.event.end, clock)));
}

QString EventModel::bring() const {
  QStringList lines;
  for (const std::string& line : reading_.event.bring) lines.append(toQt(line));
  return lines.join(QLatin1Char('\n'));
}

QString EventModel::people() const {
  return reading_.count.total == 0
             ? tr("Nobody counted yet")
             : tr("%n people known so far", nullptr, static_cast<int>(reading_.count.total));
}

}  // namespace rapport
