#include "shared/protocol/http_date.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

WallTime at(std::int64_t seconds) { return WallTime{std::chrono::seconds{seconds}}; }

TEST(HttpDate, IsSpelledAsTheRfcSpellsIt) {
  EXPECT_EQ(toHttpDate(at(784'111'777)), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(toHttpDate(at(0) + std::chrono::milliseconds{999}), "Thu, 01 Jan 1970 00:00:00 GMT");
}

TEST(HttpDate, IsReadBackToTheSecond) {
  for (const std::int64_t seconds :
       {0LL, 951'782'399LL, 951'868'800LL, 784'111'777LL, 4'102'444'799LL}) {
    EXPECT_EQ(parseHttpDate(toHttpDate(at(seconds))), at(seconds)) << toHttpDate(at(seconds));
  }
}

TEST(HttpDate, NothingElseIsRead) {
  for (const char* text : {"", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
                           "Mon, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 UTC",
                           "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
                           "Sun, +6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:60 GMT"}) {
    EXPECT_EQ(parseHttpDate(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace rapport
