#include "shared/protocol/control_codec.h"

#include <limits>

#include <gtest/gtest.h>

#include "shared/base/limits.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

bool isRead(const Bytes& bytes) { return fromCbor(bytes).ok(); }

// {"a": …} around a value's bytes.
Bytes mapOf(const Bytes& value) {
  return "\xA1\x61"
         "a" +
         value;
}

Bytes nested(std::size_t depth, char opening) {
  return mapOf(Bytes(depth - 1, opening) + Bytes(1, '\x00'));
}

TEST(ControlCodec, WhatIsWrittenIsRead) {
  const Json message = {{"number", 7}, {"name", "Quillan"}, {"bytes", cborBytes("\x01\xff")}};
  const auto read = fromCbor(toCbor(message));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(*read, message);
}

TEST(ControlCodec, OnlyAMapIsAMessage) {
  EXPECT_TRUE(isRead("\xA0"));
  EXPECT_FALSE(isRead(""));
  EXPECT_FALSE(isRead("\x80"));
  EXPECT_FALSE(
      isRead("\x61"
             "a"));
  EXPECT_FALSE(isRead(Bytes(1, '\x00')));
}

TEST(ControlCodec, NothingMayFollow) { EXPECT_FALSE(isRead("\xA0\xA0")); }

TEST(ControlCodec, AKeyStandsOnce) {
  EXPECT_TRUE(
      isRead("\xA2\x61"
             "a\x01\x61"
             "b\x01"));
  EXPECT_FALSE(
      isRead("\xA2\x61"
             "a\x01\x61"
             "a\x01"));
  EXPECT_FALSE(
      isRead(mapOf("\xA2\x61"
                   "a\x01\x61"
                   "a\x01")));
}

TEST(ControlCodec, KeysAreText) { EXPECT_FALSE(isRead("\xA1\x01\x01")); }

TEST(ControlCodec, TextIsUtf8WithoutNul) {
  EXPECT_TRUE(isRead(mapOf("\x62\xC3\xA9")));
  EXPECT_FALSE(isRead(mapOf("\x61\xC3")));
  EXPECT_FALSE(isRead(mapOf(Bytes("\x61\x00", 2))));
  EXPECT_FALSE(isRead("\xA1\x61\xC3\x01"));
}

TEST(ControlCodec, NumbersAreFinite) {
  EXPECT_TRUE(isRead(mapOf(Bytes("\xFB\x3F\xF0\0\0\0\0\0\0", 9))));
  EXPECT_FALSE(isRead(mapOf(Bytes("\xFB\x7F\xF0\0\0\0\0\0\0", 9))));
  EXPECT_FALSE(isRead(mapOf(Bytes("\xF9\x7E\0", 3))));
}

TEST(ControlCodec, DepthIsBounded) {
  EXPECT_TRUE(isRead(nested(limits::kJsonDepth, '\x81')));
  EXPECT_FALSE(isRead(nested(limits::kJsonDepth + 1, '\x81')));
  EXPECT_FALSE(isRead(nested(limits::kControlBytes - 10, '\x81')));
}

TEST(ControlCodec, LengthsAreDefinite) {
  EXPECT_FALSE(isRead("\xBF\xFF"));
  EXPECT_FALSE(isRead(mapOf("\x9F\xFF")));
  // The library reads a string within a string within a string by calling itself.
  EXPECT_FALSE(isRead(nested(limits::kControlBytes - 10, '\x7F')));
  EXPECT_FALSE(isRead(nested(limits::kControlBytes - 10, '\x5F')));
}

TEST(ControlCodec, TagsAreRefused) { EXPECT_FALSE(isRead(mapOf("\xC1\x01"))); }

TEST(ControlCodec, SizesAreNotBelieved) {
  const Bytes huge("\x3B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 9);
  for (const char major : {'\x5B', '\x7B', '\x9B', '\xBB'}) {
    EXPECT_FALSE(isRead(mapOf(major + huge.substr(1)))) << static_cast<int>(major);
  }
}

TEST(ControlCodec, LengthIsBounded) {
  const Json fits = {{"a", std::string(limits::kControlBytes - 6, 'x')}};
  EXPECT_TRUE(isRead(toCbor(fits)));
  const auto tooLong = fromCbor(toCbor({{"a", std::string(limits::kControlBytes, 'x')}}));
  ASSERT_FALSE(tooLong.ok());
  EXPECT_EQ(tooLong.error().code, ErrorCode::kTooLarge);
}

TEST(ControlReader, TakesWhatHasTheRightKind) {
  const Json message = {{"n", 7U}, {"s", -7}, {"t", "hi"}, {"b", cborBytes("abc")}};
  ControlReader in(message);
  EXPECT_EQ(in.number("n"), 7U);
  EXPECT_EQ(in.signedNumber("s"), -7);
  EXPECT_EQ(in.text("t", 2), "hi");
  EXPECT_EQ(in.bytes("b", 3, 3), "abc");
  EXPECT_TRUE(in.ok());
}

TEST(ControlReader, FailsForGoodOnAnythingElse) {
  const Json message = {{"n", 7U},
                        {"s", -7},
                        {"t", "hi"},
                        {"b", cborBytes("abc")},
                        {"big", std::numeric_limits<std::uint64_t>::max()}};
  const auto fails = [&](auto take) {
    ControlReader in(message);
    take(in);
    const bool failed = !in.ok();
    in.number("n");
    return failed && !in.ok();
  };
  EXPECT_TRUE(fails([](ControlReader& in) { in.number("missing"); }));
  EXPECT_TRUE(fails([](ControlReader& in) { in.number("s"); }));
  EXPECT_TRUE(fails([](ControlReader& in) { in.number("n", 6); }));
  EXPECT_TRUE(fails([](ControlReader& in) { in.number("t"); }));
  EXPECT_TRUE(fails([](ControlReader& in) { in.signedNumber("big"); }));
  EXPECT_TRUE(fails([](ControlReader& in) { in.text("t", 1); }));
  EXPECT_TRUE(fails([](ControlReader& in) { in.text("n", 9); }));
  EXPECT_TRUE(fails([](ControlReader& in) { in.bytes("b", 4, 9); }));
  EXPECT_TRUE(fails([](ControlReader& in) { in.bytes("b", 0, 2); }));
  EXPECT_TRUE(fails([](ControlReader& in) { in.bytes("t", 0, 9); }));
}

}  // namespace
}  // namespace rapport
