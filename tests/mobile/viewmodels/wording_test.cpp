#include "mobile/viewmodels/wording.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

const QDate kToday(2026, 11, 21);

TEST(Wording, ADueDateSaysHowLateItIs) {
  EXPECT_EQ(dueWord(kToday.addDays(-2), kToday), "2 days late");
  EXPECT_EQ(dueWord(kToday.addDays(-1), kToday), "1 day late");
  EXPECT_EQ(dueWord(kToday, kToday), "Due today");
  EXPECT_EQ(dueWord(kToday.addDays(1), kToday), "Due tomorrow");
  EXPECT_EQ(dueWord(kToday.addDays(7), kToday), "Due Sat 28 Nov");
}

TEST(Wording, OnlyWhatIsPastIsLate) {
  EXPECT_EQ(dueTone(kToday.addDays(-1), kToday), DueTone::kLate);
  EXPECT_EQ(dueTone(kToday, kToday), DueTone::kNow);
  EXPECT_EQ(dueTone(kToday.addDays(1), kToday), DueTone::kCalm);
}

TEST(Wording, TimesAreTwentyFourHoursAndDatesAreShort) {
  const QDateTime time(kToday, QTime(9, 5));
  EXPECT_EQ(hourMinute(time), "09:05");
  EXPECT_EQ(dayAndTime(time, kToday), "09:05");
  EXPECT_EQ(dayAndTime(time.addDays(-1), kToday), "Fri 09:05");
  EXPECT_EQ(dayAndTime(time.addDays(-18), kToday), "3 Nov");
  EXPECT_EQ(dayWord(time, kToday), "today 09:05");
  EXPECT_EQ(longDate(kToday), "Saturday 21 November");
  EXPECT_EQ(longDate(kToday, Tongue::kSpanish), "sábado 21 de noviembre");
}

TEST(Wording, SpansAreInHoursAndMinutes) {
  EXPECT_EQ(spanWord(std::chrono::minutes(132)), "2 h 12 min");
  EXPECT_EQ(spanWord(std::chrono::minutes(60)), "1 h");
  EXPECT_EQ(spanWord(std::chrono::minutes(5)), "5 min");
  EXPECT_EQ(agoWord(std::chrono::seconds(8)), "8 s ago");
  EXPECT_EQ(agoWord(std::chrono::seconds(130)), "2 min ago");
  EXPECT_EQ(agoWord(std::chrono::seconds(-3)), "0 s ago");
}

// Speaks English again, whatever becomes of the test.
struct Speaking {
  explicit Speaking(Tongue tongue) { speak(tongue); }
  ~Speaking() { speak(Tongue::kEnglish); }
};

TEST(Wording, EveryLanguageNamesDaysItsOwnWayInWesternDigits) {
  {
    const Speaking spanish(Tongue::kSpanish);
    EXPECT_EQ(shortDate(kToday), "sáb 21 nov");
    EXPECT_EQ(dueWord(kToday.addDays(-1), kToday), "1 día tarde");
    EXPECT_EQ(spanWord(std::chrono::minutes(132)), "2 h 12 min");
  }
  const Speaking arabic(Tongue::kArabic);
  EXPECT_EQ(longDate(kToday), "السبت 21 نوفمبر");
  EXPECT_EQ(hourMinute(QDateTime(kToday, QTime(9, 5))), "09:05");
  EXPECT_EQ(dueWord(kToday.addDays(-2), kToday), "متأخر يومين");
  EXPECT_EQ(dueWord(kToday.addDays(-5), kToday), "متأخر 5 أيام");
  EXPECT_EQ(dueWord(kToday.addDays(-12), kToday), "متأخر 12 يومًا");
}

}  // namespace
}  // namespace rapport
