#include "shared/protocol/http_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace rapport {
namespace {

namespace chrono = std::chrono;

constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::string_view kShape = "Thu, 26 Nov 2026 14:30:05 GMT";

std::optional<unsigned> numberAt(std::string_view text, std::size_t from, std::size_t digits) {
  unsigned number = 0;
  const char* begin = text.data() + from;
  const auto [end, failure] = std::from_chars(begin, begin + digits, number);
  if (failure != std::errc{} || end != begin + digits) return std::nullopt;
  return number;
}

}  // namespace

std::string toHttpDate(WallTime time) {
  const auto day = chrono::floor<chrono::days>(time);
  const chrono::year_month_day date{day};
  const chrono::hh_mm_ss clock{chrono::floor<chrono::seconds>(time - day)};
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                kDays[chrono::weekday{day}.c_encoding()].data(), static_cast<unsigned>(date.day()),
                kMonths[static_cast<unsigned>(date.month()) - 1].data(),
                static_cast<int>(date.year()), static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text.data();
}

std::optional<WallTime> parseHttpDate(std::string_view text) {
  if (text.size() != kShape.size()) return std::nullopt;
  const auto month = std::ranges::find(kMonths, text.substr(8, 3));
  const auto day = numberAt(text, 5, 2), year = numberAt(text, 12, 4);
  const auto hour = numberAt(text, 17, 2), minute = numberAt(text, 20, 2);
  const auto second = numberAt(text, 23, 2);
  if (month == kMonths.end() || !day || !year || !hour || !minute || !second) return std::nullopt;
  const chrono::year_month_day date{
      chrono::year{static_cast<int>(*year)},
      chrono::month{static_cast<unsigned>(month - kMonths.begin()) + 1}, chrono::day{*day}};
  if (!date.ok()) return std::nullopt;
  const WallTime time = chrono::sys_days{date} + chrono::hours{*hour} + chrono::minutes{*minute} +
                        chrono::seconds{*second};
  // Whatever else is not as it should be shows when it is spelt again.
  if (toHttpDate(time) != text) return std::nullopt;
  return time;
}

}  // namespace rapport
