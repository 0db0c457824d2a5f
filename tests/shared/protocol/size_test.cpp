#include <iostream>

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "shared/base/random.h"
#include "shared/merge/apply.h"
#include "shared/merge/state_codec.h"
#include "shared/protocol/change_codec.h"
#include "tests/shared/protocol/examples.h"

// What a record costs on the line: household visits of twelve fields, made up from a seed, some 580
// bytes of JSON each.

namespace rapport {
namespace {

using namespace test;  // NOLINT: the examples are the language of these tests

constexpr std::string_view kWords[] = {
    "household", "water",  "borehole", "latrine",  "measles",  "vaccine",  "dose",    "visit",
    "child",     "mother", "fever",    "stock",    "village",  "health",   "worker",  "absent",
    "consent",   "given",  "refused",  "needed",   "within",   "days",     "roof",    "iron",
    "thatch",    "maize",  "sorghum",  "harvest",  "distance", "minutes",  "walking", "pump",
    "broken",    "school", "teacher",  "enrolled", "repaired", "referral", "kit",     "committee"};

class Visits {
 public:
  Change next() {
    ++counter_;
    const std::int64_t millis = kThen + static_cast<std::int64_t>(counter_) * 61'000;
    Change change;
    change.dot = {kTabletA, counter_};
    change.record = RecordId{idAt(millis)};
    change.type = 31;
    change.formVersion = 3;
    change.person = kAna;
    change.time = {millis, 0};
    change.wall = WallTime{std::chrono::milliseconds{millis}};
    change.utcOffset = std::chrono::minutes{-360};
    for (const Value& value : values()) {
      const auto field = static_cast<FieldNumber>(change.operations.size() + 1);
      change.operations.push_back({field, {}, {}, WriteValue{value}});
    }
    return change;
  }

 private:
  std::uint64_t upTo(std::uint64_t most) { return random_.next64() % (most + 1); }

  // As UUIDs of version 7 are: the time, then noise.
  Uuid idAt(std::int64_t millis) {
    Uuid id;
    random_.fill(id.bytes);
    for (std::size_t i = 0; i < 6; ++i) {
      id.bytes[i] = static_cast<std::uint8_t>(millis >> (40 - 8 * i));
    }
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | 0x70);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
    return id;
  }

  std::string words(std::size_t leastBytes) {
    std::string text;
    while (text.size() < leastBytes) {
      if (!text.empty()) text += ' ';
      text += kWords[upTo(std::size(kWords) - 1)];
    }
    return text;
  }

  std::vector<Value> values() {
    const std::string status = upTo(1) == 0 ? "submitted" : "verified";
    return {"household_visit_v3",
            "malaria-2026-" + std::to_string(upTo(19)),
            "site-" + std::to_string(upTo(399)),
            "enum-" + std::to_string(upTo(249)),
            "2026-11-" + std::to_string(10 + upTo(18)),
            StatusValue{0, status},
            static_cast<std::int64_t>(1 + upTo(13)),
            static_cast<double>(upTo(28'000'000)) / 1e6,
            static_cast<double>(upTo(40'000'000)) / 1e6,
            words(12) + " " + toHex(std::to_string(upTo(999))),
            upTo(1) == 0,
            words(235)};
  }

  SeededRandom random_{42};
  std::uint64_t counter_ = 0;
};

TEST(BytesOnTheLine, AThousandRecordsGoUp) {
  Visits visits;
  Push push;
  while (push.changes.size() < limits::kChangesPerFrame) {
    push.changes.push_back(encodeChange(visits.next()));
  }
  const std::size_t perRecord = encodeFrame(push).size() / push.changes.size();
  std::cout << "up, of a thousand records: " << perRecord << " bytes a record\n";
  EXPECT_LE(perRecord, 150U);
}

TEST(BytesOnTheLine, AThousandRecordsComeDown) {
  Visits visits;
  States states;
  for (std::uint64_t n = 1; n <= limits::kStatesPerFrame; ++n) {
    const Change change = visits.next();
    RecordState state;
    state.id = change.record;
    state.type = change.type;
    const Numbers numbers{Number{kEpochNow, n}};
    apply(state, change, {numbers, change.time, Author::kTablet, nullptr, nullptr});
    states.states.push_back(state);
  }
  const std::size_t perRecord = encodeFrame(states).size() / states.states.size();
  std::cout << "down, of a thousand records: " << perRecord << " bytes a record\n";
  EXPECT_LE(perRecord, 150U);
}

TEST(BytesOnTheLine, OneChangedFieldGoesUpAndDown) {
  const std::size_t up = encodeFrame(Push{{encodeChange(exampleOneFieldChange())}}).size();
  const std::size_t down = encodeFrame(States{{}, 0, {exampleState()}, {}}).size();
  std::cout << "one changed field: " << up << " bytes up, a state of two fields " << down
            << " down\n";
  EXPECT_LE(up, 150U);
  EXPECT_LE(down, 250U);
}

}  // namespace
}  // namespace rapport
