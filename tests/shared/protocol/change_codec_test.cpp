#include "shared/protocol/change_codec.h"

#include <functional>

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "tests/shared/protocol/examples.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the examples are the language of these tests

Bytes spoiled(const std::function<void(Change&)>& spoil) {
  Change change = exampleEverythingChange();
  spoil(change);
  return encodeChange(change);
}

bool isRead(const std::function<void(Change&)>& spoil) { return decodeChange(spoiled(spoil)).ok(); }

TEST(ChangeCodec, EveryTimeComesBack) {
  for (const std::int64_t millis : {INT64_MIN, std::int64_t{-1}, std::int64_t{0}, INT64_MAX}) {
    for (const std::int64_t wall : {INT64_MIN, std::int64_t{0}, INT64_MAX}) {
      Change change = exampleChange();
      change.time.millis = millis;
      change.wall = WallTime{std::chrono::milliseconds{wall}};
      const auto decoded = decodeChange(encodeChange(change));
      ASSERT_TRUE(decoded.ok());
      EXPECT_EQ(*decoded, change);
    }
  }
}

TEST(ChangeCodec, AChangeSaysSomethingAndHasAPlace) {
  EXPECT_TRUE(isRead([](Change&) {}));
  EXPECT_FALSE(isRead([](Change& change) { change.dot.counter = 0; }));
  EXPECT_FALSE(isRead([](Change& change) { change.operations.clear(); }));
}

TEST(ChangeCodec, AnOffsetIsADayAtMost) {
  EXPECT_TRUE(isRead([](Change& change) { change.utcOffset = std::chrono::hours{-24}; }));
  EXPECT_FALSE(isRead([](Change& change) { change.utcOffset = std::chrono::minutes{1441}; }));
}

TEST(ChangeCodec, AnotherFormatIsRefused) {
  Bytes bytes = encodeChange(exampleChange());
  bytes.front() = 2;
  EXPECT_FALSE(decodeChange(bytes).ok());
}

TEST(ChangeCodec, WhatIsUnsortedOrRepeatedIsRefused) {
  EXPECT_FALSE(isRead([](Change& change) { change.operations[1].field = 0; }));
  EXPECT_FALSE(isRead([](Change& change) { std::swap(change.also[0], change.also[1]); }));
  EXPECT_FALSE(isRead([](Change& change) { change.also[1] = change.also[0]; }));
  EXPECT_FALSE(isRead([](Change& change) {
    auto& dots = change.operations[1].notShown;
    dots.push_back(dots.front());
  }));
  EXPECT_FALSE(isRead([](Change& change) {
    std::get<SetDeleted>(change.operations[0].deed).unreadable = {9, 3};
  }));
}

TEST(ChangeCodec, WhatIsTheSameMustBeSaidAsTheSame) {
  Change change = exampleChange();
  change.operations[0].seen = change.operations[1].seen = Number{kEpochNow, 7};
  const Bytes once = encodeChange(change);
  ASSERT_TRUE(decodeChange(once).ok());
  // The second operation's head says the number in full instead.
  const std::size_t second = once.rfind('\x08', once.size() - 8);
  Bytes twice = once;
  twice[second] = '\x04';
  twice.insert(second + 2, Bytes("\x88\x77\x66\x55\x44\x33\x22\x11\x07", 9));
  EXPECT_FALSE(decodeChange(twice).ok());
}

TEST(ChangeCodec, PartsAreCounted) {
  const auto operations = [](std::size_t count) {
    return isRead([count](Change& change) {
      change.operations.clear();
      for (FieldNumber field = 1; field <= count; ++field) {
        change.operations.push_back({field, {}, {}, AddAmount{1}});
      }
    });
  };
  EXPECT_TRUE(operations(limits::kOperationsPerChange));
  EXPECT_FALSE(operations(limits::kOperationsPerChange + 1));
  const auto elements = [](std::size_t count) {
    return isRead([count](Change& change) {
      std::get<EditElements>(change.operations[2].deed).added.assign(count, Value{true});
    });
  };
  EXPECT_TRUE(elements(limits::kElementsPerOperation));
  EXPECT_FALSE(elements(limits::kElementsPerOperation + 1));
}

TEST(ChangeCodec, TooLargeIsSaidSo) {
  const auto decoded = decodeChange(Bytes(limits::kChangeBytes + 1, 'x'));
  ASSERT_FALSE(decoded.ok());
  EXPECT_EQ(decoded.error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace rapport
