#include "mobile/viewmodels/events_model.h"

#include <algorithm>

#include "mobile/viewmodels/open_event.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {

EventsModel::EventsModel(QObject* parent)
    : ViewModel(parent),
      events_({"eventId", "title", "where", "begins", "day", "chip", "twoVersions"}) {}

void EventsModel::readAgain() {
  desk()->read(
      this, [](Notebook& notebook, Drafts&) { return readEvents(notebook); },
      [this](const Result<std::vector<EventFacts>>& events) {
        if (events.ok()) {
          facts_ = *events;
          show();
        } else {
          say(events.error());
        }
        readingShown();
      });
}

void EventsModel::setPast(bool past) {
  if (past == past_) return;
  past_ = past;
  show();
}

void EventsModel::show() {
  const Clock& clock = desk()->clock();
  const WallTime now = clock.wallNow();
  const QDate today = localToday(clock);
  QList<QVariantList> rows;
  for (const EventFacts& event : facts_) {
    const bool over = event.timed && event.end + kClosesLate <= now;
    if (over != past_) continue;
    const QDateTime start = localTime(event.start, clock);
    const QString chip = event.needsPerson        ? tr("Two versions, pick one")
                         : isOpen(event, now)     ? tr("Open now")
                         : event.status == "held" ? tr("Held")
                                                  : QString();
    rows.append({toQt(event.id), toQt(event.title), whereOf(event),
                 event.timed ? hourMinute(start) : tr("No time"),
                 !event.timed            ? QString()
                 : start.date() == today ? tr("Today")
                                         : shortDate(start.date()),
                 chip, event.needsPerson});
  }
  if (past_) std::reverse(rows.begin(), rows.end());
  events_.show(rows);
  firstId_ = rows.isEmpty() ? QString() : rows.front().front().toString();
  shown_ = true;
  emit changed();
}

}  // namespace rapport
