#include "shared/model/iso_time.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

TEST(IsoTime, DatesAreThoseOfTheCalendar) {
  for (const char* good : {"2026-11-28", "2000-02-29", "2028-02-29", "0001-01-01", "9999-12-31"}) {
    const auto date = parseDate(good);
    ASSERT_TRUE(date) << good;
    EXPECT_EQ(formatDate(*date), good);
  }
  for (const char* bad :
       {"1900-02-29", "2026-02-29", "2026-04-31", "2026-00-10", "2026-10-00", "0000-01-01",
        "2026-1-01", "2026-11-28 ", "20261128", "-026-11-28", "", "2026-11"}) {
    EXPECT_FALSE(parseDate(bad)) << bad;
  }
}

TEST(IsoTime, TimesOfDayStayInTheirDay) {
  EXPECT_EQ(parseTimeOfDay("18:30"), hours{18} + minutes{30});
  EXPECT_EQ(parseTimeOfDay("23:59:59.250"), hours{24} - milliseconds{750});
  for (const char* bad :
       {"24:00", "12:60", "12:30:60", "1:30", "12", "12:30:", "12:30:05.2", "12:30Z", "noon"}) {
    EXPECT_FALSE(parseTimeOfDay(bad)) << bad;
  }
}

TEST(IsoTime, TheSameInstantHasManyOffsets) {
  const auto here = parseDateTime("2026-11-28T18:30:00-06:00");
  const auto utc = parseDateTime("2026-11-29T00:30:00Z");
  const auto kathmandu = parseDateTime("2026-11-29T06:15+05:45");
  ASSERT_TRUE(here && utc && kathmandu);
  EXPECT_EQ(here->instant, utc->instant);
  EXPECT_EQ(kathmandu->instant, utc->instant);
  EXPECT_EQ(here->offset, -hours{6});
  EXPECT_EQ(kathmandu->offset, hours{5} + minutes{45});
}

TEST(IsoTime, ADateWithTimeNeedsItsOffset) {
  for (const char* bad :
       {"2026-11-28T18:30:00", "2026-11-28", "2026-11-28 18:30:00Z", "2026-11-28T18:30:00-0600",
        "2026-11-28T18:30:00-06", "2026-11-28T18:30:00z", "2026-02-30T18:30:00Z",
        "2026-11-28T25:00:00Z", "2026-11-28T18:30:00+15:00", "2026-11-28T18:30:00Z "}) {
    EXPECT_FALSE(parseDateTime(bad)) << bad;
  }
}

TEST(IsoTime, WhatIsWrittenReadsBack) {
  for (const char* text :
       {"2026-11-28T18:30:05-06:00", "2026-01-01T00:00:00+00:00", "1969-12-31T23:59:59+05:45"}) {
    EXPECT_EQ(formatDateTime(*parseDateTime(text)), text);
  }
}

TEST(IsoTime, WritingShowsTheWallClockThere) {
  EXPECT_EQ(formatDateTime({parseDateTime("2026-11-29T00:30:00.900Z")->instant, -hours{6}}),
            "2026-11-28T18:30:00-06:00");
}

}  // namespace
}  // namespace rapport
