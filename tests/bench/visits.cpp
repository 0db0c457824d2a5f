#include "tests/bench/visits.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <random>
#include <string_view>

#include "shared/model/iso_time.h"

namespace rapport::bench {
namespace {

constexpr std::uint64_t kSeed = 42;
constexpr std::size_t kNoteBytes = 235;
constexpr std::int64_t kFirstVisitMillis = 1'763'000'000'000;
constexpr std::int64_t kBetweenVisitsMillis = 61'000;

// Not words of the demonstration: what compresses small messages must not have seen these.
constexpr std::array<std::string_view, 48> kWords{
    "orchard",  "bucket",   "sleeping", "porch",   "mosquito", "net",     "blanket",  "grandson",
    "cough",    "weighing", "card",     "ledger",  "rooster",  "bicycle", "ferry",    "lantern",
    "midwife",  "syrup",    "clinic",   "sunrise", "market",   "basket",  "turned",   "away",
    "returned", "later",    "promised", "salt",    "ladder",   "cistern", "gutter",   "millet",
    "cassava",  "harbour",  "footpath", "ankle",   "bandage",  "scale",   "birthday", "register",
    "missing",  "spoke",    "through",  "niece",   "tin",      "shutter", "goats",    "quarter"};

// Distribution classes differ between libraries; the engine does not.
class Draw {
 public:
  explicit Draw(std::size_t i) : engine_(kSeed * 1'000'003 + i) {}
  std::uint64_t below(std::uint64_t bound) { return engine_() % bound; }
  std::string_view word() { return kWords[below(kWords.size())]; }
  std::string hex(std::size_t digits) {
    std::string out;
    while (out.size() < digits) out += "0123456789abcdef"[below(16)];
    return out;
  }

 private:
  std::mt19937_64 engine_;
};

std::string padded(std::string_view before, std::uint64_t number, std::size_t places) {
  std::string digits = std::to_string(number);
  digits.insert(0, places - std::min(places, digits.size()), '0');
  return std::string(before) + digits;
}

// "2025-11-13T02:14:12.722Z".
std::string instant(std::int64_t millis) {
  const ZonedTime time{
      std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(millis))};
  const std::string toSeconds = formatDateTime(time).substr(0, 19);
  return padded(toSeconds + ".", static_cast<std::uint64_t>(millis % 1000), 3) + 'Z';
}

std::string position(Draw& draw) {
  char text[40];
  const double north = static_cast<double>(draw.below(28'000'000)) / 1e6 - 4;
  const double east = static_cast<double>(draw.below(40'000'000)) / 1e6;
  std::snprintf(text, sizeof text, "%.6f,%.6f", north, east);
  return text;
}

std::string notes(Draw& draw) {
  std::string text;
  while (text.size() < kNoteBytes) {
    if (!text.empty()) text += ' ';
    text += draw.word();
  }
  return text;
}

Uuid idOf(Draw& draw) {
  const std::string digits = draw.hex(31);
  const std::string text = digits.substr(0, 8) + '-' + digits.substr(8, 4) + "-4" +
                           digits.substr(12, 3) + "-a" + digits.substr(15, 3) + '-' +
                           digits.substr(18, 12);
  return *Uuid::parse(text);
}

}  // namespace

Visit makeVisit(std::size_t i) {
  constexpr std::array<std::string_view, 3> kStates{"draft", "submitted", "verified"};
  Draw draw(i);
  Visit visit;
  visit.id = idOf(draw);
  const std::string when =
      instant(kFirstVisitMillis + static_cast<std::int64_t>(i) * kBetweenVisitsMillis +
              static_cast<std::int64_t>(draw.below(60'000)));
  const auto add = [&visit](const char* field, Value value) {
    visit.fields.push_back({field, std::move(value)});
  };
  add("form", std::string("household_visit_v3"));
  add("programme", "malaria-2026-" + std::to_string(draw.below(20)));
  add("site", padded("site-", draw.below(400), 4));
  add("enumerator", padded("enum-", draw.below(250), 4));
  add("created_at", when);
  add("visited_at", when);
  add("status", std::string(kStates[draw.below(kStates.size())]));
  add("household_size", static_cast<std::int64_t>(1 + draw.below(14)));
  add("gps", position(draw));
  add("head_name", std::string(draw.word()) + ' ' + std::string(draw.word()) + ' ' + draw.hex(6));
  add("notes", notes(draw));
  return visit;
}

std::string jsonOf(const Visit& visit) {
  std::string out = R"({"id":")" + visit.id.toString() + '"';
  for (const FieldEdit& edit : visit.fields) {
    const Value& value = std::get<Value>(edit.what);
    const auto* text = std::get_if<std::string>(&value);
    out += ",\"" + edit.field + "\":";
    out += text != nullptr ? '"' + *text + '"' : std::to_string(std::get<std::int64_t>(value));
  }
  return out + '}';
}

}  // namespace rapport::bench
