#include "shared/model/demo_dates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/model/iso_time.h"

namespace rapport {
namespace {

constexpr std::chrono::minutes kHere{-360};

std::string resolved(std::string_view line) {
  // Already tomorrow in UTC, still the 28th here.
  const WallTime now = parseDateTime("2026-11-28T20:29:30-06:00")->instant;
  const auto result = resolveDemoDates(line, now, kHere);
  return result ? *result : "refused: " + result.error().message;
}

TEST(DemoDates, DaysAreThoseOnTheWallHere) {
  EXPECT_EQ(resolved(R"({"due": "@day"})"), R"({"due": "2026-11-28"})");
  EXPECT_EQ(resolved(R"(["@day-28","@day+3"])"), R"(["2026-10-31","2026-12-01"])");
}

TEST(DemoDates, TimesKeepTheOffset) {
  EXPECT_EQ(resolved(R"("@day+1 10:00")"), R"("2026-11-29T10:00:00-06:00")");
  EXPECT_EQ(resolved(R"("@now")"), R"("2026-11-28T20:15:00-06:00")");
  EXPECT_EQ(resolved(R"("@now-90" "@now+240")"),
            R"("2026-11-28T18:45:00-06:00" "2026-11-29T00:15:00-06:00")");
}

TEST(DemoDates, OtherTextStays) {
  for (const char* text :
       {R"({"text": "write to casa@day.example.org, \"@\" or day+1"})", "", "@day", R"("a" "b)"}) {
    EXPECT_EQ(resolved(text), text);
  }
}

TEST(DemoDates, WhatLooksLikeADateAndIsNoneIsRefused) {
  for (const char* text :
       {R"("@daytime")", R"("@day+")", R"("@day+x")", R"("@day+1 25:00")", R"("@day+1 ")",
        R"("@now 10:00")", R"("@day+999999999999")", R"("@day1")", R"("@day+-1")"}) {
    EXPECT_THAT(resolved(text), testing::StartsWith("refused: \"@")) << text;
  }
}

}  // namespace
}  // namespace rapport
