#include "mobile/viewmodels/kiosk_start_model.h"

#include <algorithm>

#include "mobile/viewmodels/events_reading.h"

namespace rapport {

KioskStartModel::KioskStartModel(QObject* parent)
    : ViewModel(parent), partners_({"choiceId", "name", "detail", "chosen"}) {}

void KioskStartModel::setEventId(const QString& id) {
  if (id == eventId()) return;
  eventId_ = id.toStdString();
  emit changed();
  refresh();
}

QString KioskStartModel::partner() const {
  return partners_.value(QString::fromStdString(partnerId_), "name").toString();
}

void KioskStartModel::choosePartner(const QString& id) {
  partnerId_ = id.toStdString();
  showPartners();
  emit changed();
}

Result<KioskStartModel::Reading> KioskStartModel::readingOf(Notebook& notebook,
                                                            const std::string& eventId,
                                                            const Clock& clock) {
  auto wave = readWave(notebook, clock);
  if (!wave.ok()) return wave.error();
  if (!*wave) return Reading{};
  const auto events = readEvents(notebook);
  if (!events.ok()) return events.error();
  const auto named = std::ranges::find(*events, eventId, &EventFacts::id);
  const EventFacts* event = named != events->end() ? &*named : openEvent(*events, clock.wallNow());
  return Reading{std::move(*wave), event != nullptr ? event->partnerId : std::string()};
}

void KioskStartModel::readAgain() {
  desk()->read(
      this,
      [id = eventId_, &clock = desk()->clock()](Notebook& notebook, Drafts&) {
        return readingOf(notebook, id, clock);
      },
      [this](const Result<Reading>& reading) {
        if (reading.ok()) {
          wave_ = reading->wave;
          const auto asked = [this](const std::string& id) {
            return wave_ && std::ranges::find(wave_->partners, id, &PartnerFacts::id) !=
                                wave_->partners.end();
          };
          if (!asked(partnerId_)) partnerId_ = asked(reading->partnerId) ? reading->partnerId : "";
          showPartners();
          shown_ = true;
          emit changed();
        } else {
          say(reading.error());
        }
        readingShown();
      });
}

void KioskStartModel::showPartners() {
  QList<QVariantList> rows;
  for (const PartnerFacts& each : wave_ ? wave_->partners : std::vector<PartnerFacts>{})
    rows.append({QString::fromStdString(each.id), QString::fromStdString(each.name), QString(),
                 each.id == partnerId_});
  partners_.show(rows);
}

void KioskStartModel::start() {
  if (desk() == nullptr || !ready()) return;
  starting_ = true;
  emit changed();
  desk()->read(
      this,
      [aim = textOf({wave_->id, partnerId_})](const Worktop& top) {
        return top.lock.beginKiosk(aim);
      },
      [this](const Status& begun) {
        starting_ = false;
        emit changed();
        if (saved(begun)) desk()->lock()->refresh();
      });
}

}  // namespace rapport
