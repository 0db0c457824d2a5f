#include "mobile/viewmodels/partner_model.h"

#include <algorithm>

#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/value_words.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {
namespace {

constexpr qsizetype kEventsShown = 4;

}  // namespace

PartnerModel::PartnerModel(QObject* parent)
    : ViewModel(parent),
      promises_({"promiseId", "text", "partner", "due", "tone"}),
      events_({"eventId", "title", "when", "place"}) {}

void PartnerModel::setPartnerId(const QString& id) {
  if (id == partnerId_) return;
  partnerId_ = id;
  emit partnerIdChanged();
  refresh();
}

Result<PartnerModel::Reading> PartnerModel::readingOf(Notebook& notebook, const std::string& id) {
  Reading reading;
  const auto partners = readPartners(notebook);
  if (!partners.ok()) return partners.error();
  const auto partner = std::ranges::find(*partners, id, &PartnerFacts::id);
  if (partner == partners->end()) return reading;
  reading.partner = *partner;
  if (const RecordType* type = notebook.catalogue().type("partner")) {
    reading.kind = labelOf(*type, "kind", partner->kind, codeOf(spoken()));
    reading.status = labelOf(*type, "status", partner->status, codeOf(spoken()));
  }
  const auto promises = readPromises(notebook);
  if (!promises.ok()) return promises.error();
  for (const PromiseFacts& promise : *promises)
    if (promise.open() && promise.partnerId == id) reading.promises.push_back(promise);
  const auto events = readEvents(notebook);
  if (!events.ok()) return events.error();
  for (const EventFacts& event : *events)
    if (event.partnerId == id && event.timed) reading.events.push_back(event);
  return reading;
}

void PartnerModel::readAgain() {
  desk()->read(
      this,
      [id = partnerId_.toStdString()](Notebook& notebook, Drafts&) {
        return readingOf(notebook, id);
      },
      [this](const Result<Reading>& reading) {
        if (reading.ok()) {
          reading_ = *reading;
          show();
        } else {
          say(reading.error());
        }
        readingShown();
      });
}

void PartnerModel::show() {
  const Clock& clock = desk()->clock();
  const QDate today = localToday(clock);
  QStringList line{toQt(reading_.kind)};
  for (const std::string& area : reading_.partner.areas) line.append(toQt(area));
  line.append(toQt(reading_.status));
  line.removeAll(QString());
  line_ = line.join(QStringLiteral(" · "));
  QStringList languages;
  for (const std::string& language : reading_.partner.languages)
    languages.append(languageWord(language));
  languages_ = languages.join(QStringLiteral(", "));
  QList<QVariantList> promises, events;
  for (const PromiseFacts& promise : reading_.promises) {
    const QDate due = promise.due ? toDate(*promise.due) : QDate();
    promises.append({toQt(promise.id), toQt(promise.text),
                     promise.ours ? tr("We promised") : tr("They promised"),
                     due.isValid() ? dueWord(due, today) : tr("No date"),
                     due.isValid() ? static_cast<int>(dueTone(due, today)) : 0});
  }
  // The ones to come, then the last ones.
  const WallTime now = clock.wallNow();
  std::ranges::stable_partition(reading_.events,
                                [now](const EventFacts& event) { return event.end > now; });
  for (const EventFacts& event : reading_.events)
    events.append({toQt(event.id), toQt(event.title), dayWord(localTime(event.start, clock), today),
                   toQt(event.place)});
  promises_.show(promises);
  events_.show(events.mid(0, kEventsShown));
  emit changed();
}

}  // namespace rapport
