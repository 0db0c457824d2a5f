#include "shared/model/iso_time.h"

#include <cstdio>

namespace rapport {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

// Takes characters from the front; the first that does not fit makes it fail for good.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  // Exactly so many digits, as a number not above `most`.
  int digits(int count, int most) {
    int value = 0;
    for (int i = 0; i < count; ++i) {
      if (rest_.empty() || rest_.front() < '0' || rest_.front() > '9') return fail();
      value = value * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    return value <= most ? value : fail();
  }

  void expect(char c) {
    if (!skip(c)) fail();
  }

  bool skip(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool finished() const { return !failed_ && rest_.empty(); }
  bool ok() const { return !failed_; }

 private:
  int fail() {
    failed_ = true;
    rest_ = {};
    return 0;
  }

  std::string_view rest_;
  bool failed_ = false;
};

std::optional<std::chrono::year_month_day> scanDate(Scanner& scanner) {
  const int year = scanner.digits(4, 9999);
  scanner.expect('-');
  const int month = scanner.digits(2, 12);
  scanner.expect('-');
  const int day = scanner.digits(2, 31);
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!scanner.ok() || year == 0 || !date.ok()) return std::nullopt;
  return date;
}

milliseconds scanTime(Scanner& scanner) {
  const int hour = scanner.digits(2, 23);
  scanner.expect(':');
  const int minute = scanner.digits(2, 59);
  milliseconds time = hours{hour} + minutes{minute};
  if (!scanner.skip(':')) return time;
  time += seconds{scanner.digits(2, 59)};
  if (scanner.skip('.')) time += milliseconds{scanner.digits(3, 999)};
  return time;
}

minutes scanOffset(Scanner& scanner) {
  if (scanner.skip('Z')) return minutes{0};
  const int sign = scanner.skip('-') ? -1 : 1;
  if (sign > 0) scanner.expect('+');
  const int hour = scanner.digits(2, 14);
  scanner.expect(':');
  return sign * (hours{hour} + minutes{scanner.digits(2, 59)});
}

}  // namespace

std::optional<std::chrono::year_month_day> parseDate(std::string_view text) {
  Scanner scanner(text);
  const auto date = scanDate(scanner);
  return scanner.finished() ? date : std::nullopt;
}

std::optional<milliseconds> parseTimeOfDay(std::string_view text) {
  Scanner scanner(text);
  const milliseconds time = scanTime(scanner);
  if (!scanner.finished()) return std::nullopt;
  return time;
}

std::optional<ZonedTime> parseDateTime(std::string_view text) {
  Scanner scanner(text);
  const auto date = scanDate(scanner);
  scanner.expect('T');
  const milliseconds time = scanTime(scanner);
  const minutes offset = scanOffset(scanner);
  if (!date || !scanner.finished()) return std::nullopt;
  return ZonedTime{std::chrono::sys_days{*date} + time - offset, offset};
}

std::string formatDate(std::chrono::year_month_day date) {
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::string formatDateTime(const ZonedTime& time) {
  const auto local = std::chrono::floor<seconds>(time.instant + time.offset);
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss clock{local - day};
  const std::chrono::hh_mm_ss offset{std::chrono::abs(time.offset)};
  char text[64];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02d%c%02d:%02d",
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()), time.offset < minutes{0} ? '-' : '+',
                static_cast<int>(offset.hours().count()),
                static_cast<int>(offset.minutes().count()));
  return formatDate(std::chrono::year_month_day{day}) + text;
}

}  // namespace rapport
