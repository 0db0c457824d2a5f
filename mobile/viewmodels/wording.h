#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <chrono>
#include <cstdint>
#include <string>

#include "mobile/viewmodels/tongue.h"
#include "shared/base/clock.h"

namespace rapport {

// Dates, times and spans as the design language words them, in the language of the screens: "Sat 28
// Nov", 24 hours, "2 days late".

// A moment on the wall clock of the people here.
QDateTime localTime(WallTime moment, const Clock& clock);
QDate localToday(const Clock& clock);
QDate toDate(std::chrono::year_month_day day);

QString hourMinute(const QDateTime& time);               // 09:05
QString shortDate(QDate day);                            // Sat 28 Nov
QString longDate(QDate day, Tongue tongue = spoken());   // Saturday 28 November
QString dayAndTime(const QDateTime& time, QDate today);  // 11:46 · Fri 16:02 · 3 Nov
QString dayWord(const QDateTime& time, QDate today);     // today 09:12 · Fri 16:02
QString dayName(QDate day, QDate today);                 // today · Fri · 3 Nov
QString megabytes(std::uint64_t bytes);                  // 7.8
QString spanWord(std::chrono::minutes span);             // 2 h 12 min
QString agoWord(std::chrono::seconds span);              // 8 s ago
QString dueWord(QDate due, QDate today);                 // 2 days late · Due today

// How a due date is shown: its words carry the meaning, the tone repeats it.
enum class DueTone { kCalm, kNow, kLate };
DueTone dueTone(QDate due, QDate today);

inline QString toQt(const std::string& text) { return QString::fromStdString(text); }

}  // namespace rapport
