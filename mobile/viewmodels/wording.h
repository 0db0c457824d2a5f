#pragma once

#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QString>
#include <chrono>
#include <string>

#include "shared/base/clock.h"

namespace rapport {

// Dates, times and spans as the design language words them: "Sat 28 Nov", 24 hours, "2 days late".

// A moment on the wall clock of the people here.
QDateTime localTime(WallTime moment, const Clock& clock);
QDate localToday(const Clock& clock);
QDate toDate(std::chrono::year_month_day day);

QString hourMinute(const QDateTime& time);                // 09:05
QString shortDate(QDate day);                             // Sat 28 Nov
QString longDate(QDate day, const QLocale& locale = {});  // Saturday 28 November
QString dayAndTime(const QDateTime& time, QDate today);   // 11:46 · Fri 16:02 · 3 Nov
QString dayWord(const QDateTime& time, QDate today);      // today 09:12 · Fri 16:02
QString spanWord(std::chrono::minutes span);              // 2 h 12 min
QString agoWord(std::chrono::seconds span);               // 8 s ago
QString dueWord(QDate due, QDate today);                  // 2 days late · Due today

// How a due date is shown: its words carry the meaning, the tone repeats it.
enum class DueTone { kCalm, kNow, kLate };
DueTone dueTone(QDate due, QDate today);

// "1 note", "3 notes": the singular as it is, the plural with its %1.
inline QString counted(qsizetype n, const QString& one, const QString& many) {
  return n == 1 ? one : many.arg(n);
}

inline QString toQt(const std::string& text) { return QString::fromStdString(text); }

}  // namespace rapport
