#include "mobile/viewmodels/today_model.h"

#include <algorithm>
#include <chrono>

#include "mobile/viewmodels/one_tap.h"
#include "mobile/viewmodels/saving.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {
namespace {

constexpr int kMinuteMillis = 60'000;
constexpr std::chrono::days kDueSoon{7};
constexpr qsizetype kCardsShown = 3;

QVariantList rowOf(const EventFacts& event, const Clock& clock, bool otherDay) {
  const QDateTime start = localTime(event.start, clock);
  QString chip;
  if (event.needsPerson) {
    chip = TodayModel::tr("Two versions, pick one");
  } else if (!event.bring.empty()) {
    chip = TodayModel::tr("Bring %n things", nullptr, static_cast<int>(event.bring.size()));
  }
  return {toQt(event.id),
          toQt(event.title),
          whereOf(event),
          hourMinute(start),
          otherDay ? shortDate(start.date()) : hourMinute(localTime(event.end, clock)),
          chip,
          event.needsPerson,
          event.type == "listening"};
}

}  // namespace

TodayModel::TodayModel(QObject* parent)
    : ViewModel(parent),
      events_({"eventId", "title", "where", "begins", "ends", "chip", "twoVersions", "listening"}),
      promises_({"promiseId", "text", "partner", "due", "tone", "twoVersions", "status"}),
      answers_({"responseId", "youSaid", "weDid"}) {
  minute_.setInterval(kMinuteMillis);
  connect(&minute_, &QTimer::timeout, this, &TodayModel::refresh);
  minute_.start();
}

Result<TodayModel::Reading> TodayModel::readingAt(Notebook& notebook, WallTime now) {
  Reading reading;
  auto events = readEvents(notebook);
  if (!events.ok()) return events.error();
  reading.events = std::move(*events);
  auto promises = readPromises(notebook);
  if (!promises.ok()) return promises.error();
  reading.promises = std::move(*promises);
  auto answers = readAnswersToBringBack(notebook);
  if (!answers.ok()) return answers.error();
  reading.answers = std::move(*answers);
  const auto enrolment = notebook.store().enrolment();
  if (!enrolment.ok()) return enrolment.error();
  reading.programme = enrolment->programme;
  if (const EventFacts* open = openEvent(reading.events, now)) {
    const auto count = readHeadCount(notebook, RecordId{*Uuid::parse(open->id)});
    if (!count.ok()) return count.error();
    reading.count = *count;
  }
  return reading;
}

void TodayModel::readAgain() {
  const WallTime now = desk()->clock().wallNow();
  desk()->read(
      this, [now](Notebook& notebook, Drafts&) { return readingAt(notebook, now); },
      [this](const Result<Reading>& reading) {
        reading.ok() ? showReading(*reading) : say(reading.error());
        readingShown();
      });
}

void TodayModel::showReading(const Reading& reading) {
  const Clock& clock = desk()->clock();
  dateLine_ = longDate(localToday(clock)) + QStringLiteral(" · ") + toQt(reading.programme);
  const EventFacts* open = openEvent(reading.events, clock.wallNow());
  open_.show(open, reading.count, clock);
  showEvents(reading, open);
  showPromises(reading.promises);
  QList<QVariantList> answers;
  for (const AnswerFacts& answer : reading.answers)
    answers.append({toQt(answer.id), toQt(answer.youSaid), toQt(answer.weDid)});
  answersWaiting_ = static_cast<int>(answers.size());
  answers_.show(answers.mid(0, kCardsShown));
  shown_ = true;
  emit changed();
}

void TodayModel::showEvents(const Reading& reading, const EventFacts* open) {
  const Clock& clock = desk()->clock();
  const WallTime now = clock.wallNow();
  const QDate today = localToday(clock);
  QList<QVariantList> later, coming;
  for (const EventFacts& event : reading.events) {
    const bool isOpen = open != nullptr && open->id == event.id;
    if (isOpen || !event.timed || event.end <= now) continue;
    const bool otherDay = localTime(event.start, clock).date() != today;
    (otherDay ? coming : later).append(rowOf(event, clock, otherDay));
  }
  eventsTitle_ = later.isEmpty()   ? tr("Coming up")
                 : open != nullptr ? tr("Later today")
                                   : tr("Today");
  events_.show((later.isEmpty() ? coming : later).mid(0, open != nullptr ? 2 : kCardsShown));
}

void TodayModel::showPromises(const std::vector<PromiseFacts>& promises) {
  const QDate today = localToday(desk()->clock());
  const QDate horizon = today.addDays(kDueSoon.count());
  QList<QVariantList> rows;
  for (const PromiseFacts& promise : promises) {
    if (!promise.open() || !promise.ours || !promise.due) continue;
    const QDate due = toDate(*promise.due);
    if (due > horizon) continue;
    rows.append({toQt(promise.id), toQt(promise.text), toQt(promise.partner), dueWord(due, today),
                 static_cast<int>(dueTone(due, today)), promise.needsPerson,
                 promise.status == "doing" ? QStringLiteral("doing") : QStringLiteral("open")});
  }
  promisesDue_ = static_cast<int>(rows.size());
  promises_.show(rows.mid(0, kCardsShown));
}

void TodayModel::markKept(const QString& promiseId) {
  const std::string before = promises_.value(promiseId, "status").toString().toStdString();
  if (before.empty()) return;
  keepPromise(*this, promiseId.toStdString(), before);
}

void TodayModel::markTold(const QString& responseId) {
  putUndoably(*this, responseId.toStdString(), {{"told_giver_at", Value(nowText(desk()->clock()))}},
              {{"told_giver_at", Value()}}, tr("Told back, saved here"));
}

}  // namespace rapport
