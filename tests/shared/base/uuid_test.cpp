#include "shared/base/uuid.h"

#include <unordered_set>

#include <gtest/gtest.h>

#include "shared/base/clock.h"
#include "shared/base/random.h"

namespace rapport {
namespace {

constexpr std::string_view kText = "0190f3a1-7c2b-7def-8123-456789abcdef";

TEST(Uuid, TextComesBackAsItWas) {
  const auto id = Uuid::parse(kText);
  ASSERT_TRUE(id);
  EXPECT_EQ(id->toString(), kText);
  EXPECT_EQ(id->bytes[0], 0x01);
  EXPECT_EQ(id->bytes[15], 0xEF);
}

TEST(Uuid, UpperCaseNamesTheSameAndIsWrittenLower) {
  const auto id = Uuid::parse("0190F3A1-7C2B-7DEF-8123-456789ABCDEF");
  ASSERT_TRUE(id);
  EXPECT_EQ(id->toString(), kText);
}

TEST(Uuid, AnythingElseIsNoUuid) {
  for (const char* text :
       {"", "0190f3a1", "0190f3a17c2b7def8123456789abcdef", "0190f3a1-7c2b-7def-8123-456789abcdeg",
        "0190f3a1-7c2b-7def-8123-456789abcdef0", "{190f3a1-7c2b-7def-8123-456789abcdef",
        "0190f3a1+7c2b+7def+8123+456789abcdef", "0190f3a-17c2b-7def-8123-456789abcdef"}) {
    EXPECT_FALSE(Uuid::parse(text)) << text;
  }
}

TEST(Uuid, BytesMustBeSixteen) {
  EXPECT_TRUE(Uuid::fromBytes(std::string(16, 'x')));
  EXPECT_FALSE(Uuid::fromBytes(std::string(15, 'x')));
  EXPECT_FALSE(Uuid::fromBytes(std::string(17, 'x')));
}

TEST(Uuid, OrderIsThatOfUnsignedBytes) {
  EXPECT_LT(*Uuid::parse("7f000000-0000-0000-0000-000000000000"),
            *Uuid::parse("80000000-0000-0000-0000-000000000000"));
}

TEST(Uuid, OnlyTheZeroOneIsNil) {
  EXPECT_TRUE(Uuid{}.isNil());
  EXPECT_FALSE(Uuid::parse(kText)->isNil());
}

TEST(UuidV7, CarriesItsTimeVersionAndVariant) {
  ManualClock clock(WallTime{std::chrono::milliseconds{0x0190F3A17C2B}});
  SeededRandom random(7);
  const std::string text = makeUuidV7(clock, random).toString();
  EXPECT_EQ(text.substr(0, 14), "0190f3a1-7c2b-");
  EXPECT_EQ(text[14], '7');
  EXPECT_NE(std::string("89ab").find(text[19]), std::string::npos) << text;
}

TEST(UuidV7, LaterOnesSortLater) {
  ManualClock clock;
  SeededRandom random(7);
  Uuid previous = makeUuidV7(clock, random);
  for (int i = 0; i < 100; ++i) {
    clock.advance(std::chrono::milliseconds{1});
    const Uuid next = makeUuidV7(clock, random);
    EXPECT_LT(previous, next);
    previous = next;
  }
}

TEST(UuidV7, AClockBefore1970StillGivesIds) {
  ManualClock clock(WallTime{std::chrono::milliseconds{-5}});
  SeededRandom random(7);
  EXPECT_EQ(makeUuidV7(clock, random).toString().substr(0, 14), "00000000-0000-");
}

TEST(UuidV4, IsRandomButForVersionAndVariant) {
  SeededRandom random(11);
  std::unordered_set<Uuid> seen;
  for (int i = 0; i < 1000; ++i) {
    const Uuid id = makeUuidV4(random);
    EXPECT_EQ(id.bytes[6] >> 4U, 4);
    EXPECT_EQ(id.bytes[8] >> 6U, 2);
    EXPECT_TRUE(seen.insert(id).second);
  }
}

}  // namespace
}  // namespace rapport
