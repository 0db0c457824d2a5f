#include "server/review/window.h"

namespace rapport {
namespace {

constexpr int kMonths = 12;

std::chrono::sys_days monthsBack(std::chrono::sys_days day, int months) {
  const auto back = std::chrono::year_month_day{day} - std::chrono::months{months};
  return back.ok() ? std::chrono::sys_days{back}
                   : std::chrono::sys_days{back.year() / back.month() / std::chrono::last};
}

}  // namespace

Window yearBefore(std::chrono::sys_days end) { return {monthsBack(end, kMonths), end}; }

std::vector<Window> monthsBefore(std::chrono::sys_days end) {
  std::vector<Window> months;
  for (int back = kMonths; back > 0; --back) {
    months.push_back({monthsBack(end, back), monthsBack(end, back - 1)});
  }
  return months;
}

}  // namespace rapport
