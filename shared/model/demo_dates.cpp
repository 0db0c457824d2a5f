#include "shared/model/demo_dates.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "shared/model/iso_time.h"

namespace rapport {
namespace {

struct Here {
  WallTime now;
  std::chrono::minutes offset;
};

// "", "+3" or "-12" at the front; taken off.
std::optional<int> takeShift(std::string_view& text) {
  const std::string_view shift = text.substr(0, text.find(' '));
  if (shift.empty()) return 0;
  if (shift.size() < 2 || (shift.front() != '+' && shift.front() != '-')) return std::nullopt;
  if (shift[1] == '-') return std::nullopt;
  int amount = 0;
  const char* end = shift.data() + shift.size();
  const auto [stopped, problem] = std::from_chars(shift.data() + 1, end, amount);
  constexpr int kFarthest = 100'000;
  if (problem != std::errc{} || stopped != end || amount > kFarthest) return std::nullopt;
  const bool back = shift.front() == '-';
  text.remove_prefix(shift.size());
  return back ? -amount : amount;
}

std::optional<std::string> resolveNow(std::string_view shift, const Here& here) {
  const auto minutes = takeShift(shift);
  if (!minutes || !shift.empty()) return std::nullopt;
  const auto quarter = std::chrono::floor<std::chrono::duration<int, std::ratio<900>>>(here.now);
  return formatDateTime({quarter + std::chrono::minutes{*minutes}, here.offset});
}

std::optional<std::string> resolveDay(std::string_view rest, const Here& here) {
  const auto days = takeShift(rest);
  if (!days) return std::nullopt;
  const auto today = std::chrono::floor<std::chrono::days>(here.now + here.offset);
  const auto day = today + std::chrono::days{*days};
  if (rest.empty()) return formatDate(std::chrono::year_month_day{day});
  const auto time = parseTimeOfDay(rest.substr(1));
  if (!time) return std::nullopt;
  return formatDateTime({day + *time - here.offset, here.offset});
}

std::optional<std::string> resolve(std::string_view text, const Here& here) {
  const std::string_view rest = text.substr(4);
  return text.starts_with("@now") ? resolveNow(rest, here) : resolveDay(rest, here);
}

}  // namespace

Result<std::string> resolveDemoDates(std::string_view line, WallTime now,
                                     std::chrono::minutes utcOffset) {
  const Here here{now, utcOffset};
  std::string out;
  while (!line.empty()) {
    const std::size_t start = std::min(line.find("\"@day"), line.find("\"@now"));
    const std::size_t end = start == line.npos ? line.npos : line.find('"', start + 1);
    if (end == line.npos) {
      out += line;
      break;
    }
    const std::string_view text = line.substr(start + 1, end - start - 1);
    const auto resolved = resolve(text, here);
    if (!resolved) {
      return Error{ErrorCode::kInvalid, "\"" + std::string(text) +
                                            "\" is neither like @day+1, @day+1 10:00 nor @now-45."};
    }
    out.append(line.substr(0, start + 1)).append(*resolved).push_back('"');
    line.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace rapport
