#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace rapport {

// ISO 8601 as Rapport writes it. Years 0001 to 9999 of the real calendar; nothing is rounded into
// another day.

// "2026-11-28".
std::optional<std::chrono::year_month_day> parseDate(std::string_view text);
// "18:30", "18:30:05" or "18:30:05.250", from midnight. 24:00 and leap seconds are refused.
std::optional<std::chrono::milliseconds> parseTimeOfDay(std::string_view text);

// An instant and how far east of UTC the wall clock was that showed it.
struct ZonedTime {
  std::chrono::sys_time<std::chrono::milliseconds> instant;
  std::chrono::minutes offset{0};
};
// "2026-11-28T18:30:05-06:00" or ending in "Z"; seconds and their fraction may be left out, the
// offset may not.
std::optional<ZonedTime> parseDateTime(std::string_view text);

std::string formatDate(std::chrono::year_month_day date);
// With seconds and a numeric offset: "2026-11-28T18:30:05-06:00". Fractions are cut.
std::string formatDateTime(const ZonedTime& time);

}  // namespace rapport
