#include "mobile/viewmodels/wording.h"

#include <QCoreApplication>
#include <algorithm>

namespace rapport {
namespace {

struct Wording {
  Q_DECLARE_TR_FUNCTIONS(Wording)
};

const QLocale& screenLocale() { return localeOf(spoken()); }

}  // namespace

QDateTime localTime(WallTime moment, const Clock& clock) {
  const auto offset = std::chrono::duration_cast<std::chrono::seconds>(clock.utcOffset());
  return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), Qt::OffsetFromUTC,
                                        static_cast<int>(offset.count()));
}

QDate localToday(const Clock& clock) { return localTime(clock.wallNow(), clock).date(); }

QDate toDate(std::chrono::year_month_day day) {
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

QString hourMinute(const QDateTime& time) { return time.toString(QStringLiteral("HH:mm")); }

QString shortDate(QDate day) { return screenLocale().toString(day, QStringLiteral("ddd d MMM")); }

QString longDate(QDate day, Tongue tongue) {
  return localeOf(tongue).toString(day, tongue == Tongue::kSpanish
                                            ? QStringLiteral("dddd d 'de' MMMM")
                                            : QStringLiteral("dddd d MMMM"));
}

QString dayAndTime(const QDateTime& time, QDate today) {
  const qint64 days = time.date().daysTo(today);
  if (days == 0) return hourMinute(time);
  if (days > 0 && days < 7)
    return screenLocale().toString(time.date(), QStringLiteral("ddd ")) + hourMinute(time);
  return screenLocale().toString(time.date(), QStringLiteral("d MMM"));
}

QString dayWord(const QDateTime& time, QDate today) {
  const qint64 days = today.daysTo(time.date());
  if (days == 0) return Wording::tr("today %1").arg(hourMinute(time));
  if (days == 1) return Wording::tr("tomorrow %1").arg(hourMinute(time));
  return shortDate(time.date()) + QLatin1Char(' ') + hourMinute(time);
}

QString dayName(QDate day, QDate today) {
  const qint64 days = day.daysTo(today);
  if (days == 0) return Wording::tr("today");
  return screenLocale().toString(
      day, days > 0 && days < 7 ? QStringLiteral("ddd") : QStringLiteral("d MMM"));
}

// Never "0.0" of what is there.
QString megabytes(std::uint64_t bytes) {
  const double shown = static_cast<double>(bytes) / 1e6;
  return QString::number(bytes > 0 ? std::max(shown, 0.1) : 0.0, 'f', 1);
}

QString spanWord(std::chrono::minutes span) {
  const auto hours = std::chrono::duration_cast<std::chrono::hours>(span);
  const auto minutes = span - hours;
  if (hours.count() == 0) return Wording::tr("%1 min").arg(minutes.count());
  if (minutes.count() == 0) return Wording::tr("%1 h").arg(hours.count());
  return Wording::tr("%1 h %2 min").arg(hours.count()).arg(minutes.count());
}

QString agoWord(std::chrono::seconds span) {
  if (span < std::chrono::seconds(60))
    return Wording::tr("%1 s ago").arg(std::max<std::int64_t>(0, span.count()));
  return Wording::tr("%1 ago").arg(
      spanWord(std::chrono::duration_cast<std::chrono::minutes>(span)));
}

QString dueWord(QDate due, QDate today) {
  const qint64 days = today.daysTo(due);
  if (days < 0) return Wording::tr("%n days late", nullptr, static_cast<int>(-days));
  if (days == 0) return Wording::tr("Due today");
  if (days == 1) return Wording::tr("Due tomorrow");
  return Wording::tr("Due %1").arg(shortDate(due));
}

DueTone dueTone(QDate due, QDate today) {
  return due < today ? DueTone::kLate : due == today ? DueTone::kNow : DueTone::kCalm;
}

}  // namespace rapport
