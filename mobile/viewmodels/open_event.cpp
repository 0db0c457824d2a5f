#include "mobile/viewmodels/open_event.h"

#include "mobile/viewmodels/wording.h"

namespace rapport {

QString whereOf(const EventFacts& event) {
  const QString partner = toQt(event.partner);
  const QString place = toQt(event.place);
  return partner.isEmpty() || place.isEmpty() ? partner + place
                                              : partner + QStringLiteral(" · ") + place;
}

QString OpenEvent::where() const { return whereOf(event_); }

QString OpenEvent::here() const { return tr("%1 on this tablet").arg(count_.mine); }

QString OpenEvent::elsewhere() const {
  const std::int64_t others = count_.total - count_.mine;
  if (heard_.isEmpty()) return tr("others not heard yet");
  return tr("%1 on others, heard %2").arg(others).arg(heard_);
}

void OpenEvent::show(const EventFacts* event, const HeadCount& count, const Clock& clock) {
  event_ = event != nullptr ? *event : EventFacts{};
  count_ = count;
  heard_ = count.heard ? dayAndTime(localTime(*count.heard, clock), localToday(clock)) : QString();
  hours_.clear();
  timeLeft_.clear();
  if (event != nullptr) {
    const WallTime now = clock.wallNow();
    hours_ = hourMinute(localTime(event_.start, clock)) + QStringLiteral("–") +
             hourMinute(localTime(event_.end, clock));
    const auto minutesTo = [now](WallTime then) {
      return std::chrono::ceil<std::chrono::minutes>(then - now);
    };
    timeLeft_ = now < event_.start ? tr("begins in %1").arg(spanWord(minutesTo(event_.start)))
                : now < event_.end ? tr("%1 left").arg(spanWord(minutesTo(event_.end)))
                                   : tr("ended");
  }
  emit changed();
}

}  // namespace rapport
