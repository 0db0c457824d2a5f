#include <gtest/gtest.h>

#include "server/app/account_names.h"
#include "server/app/attempt_limit.h"
#include "server/app/qr_svg.h"
#include "server/app/query_string.h"
#include "shared/base/limits.h"

namespace rapport {
namespace {

TEST(AccountNames, KeyIgnoresCaseAndStraySpaces) {
  EXPECT_EQ(nameKeyOf("  Ana   RUIZ "), "ana ruiz");
  EXPECT_EQ(nameKeyOf("Élan"), nameKeyOf("Élan"));
  EXPECT_NE(nameKeyOf("anaruiz"), nameKeyOf("ana ruiz"));
}

TEST(AccountNames, NamesAreALineOfText) {
  EXPECT_TRUE(checkName("A name", "Doña Inés"));
  for (const std::string bad : {"", "   ", "two\nlines", "\xff"}) {
    EXPECT_FALSE(checkName("A name", bad)) << bad;
  }
  EXPECT_FALSE(checkName("A name", std::string(limits::kNameBytes + 1, 'a')));
}

TEST(AccountNames, ProgrammeNamesFitAddresses) {
  for (const char* good : {"quillan", "Quillan-2026", "a.b_c", "7"}) {
    EXPECT_TRUE(checkProgrammeName(good)) << good;
  }
  for (const char* bad : {"", "two words", "../up", "-x", ".x", "a/b", "ñ", "a?b"}) {
    EXPECT_FALSE(checkProgrammeName(bad)) << bad;
  }
  EXPECT_FALSE(checkProgrammeName(std::string(65, 'a')));
}

TEST(AttemptLimit, TooManyFailuresMustWaitTheWindowOut) {
  ManualClock clock;
  AttemptLimit limit(clock, 3);
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(limit.begin("ana"));
  EXPECT_EQ(limit.begin("ana"), std::optional<std::chrono::seconds>(limits::kFailureWindow));
  EXPECT_FALSE(limit.begin("ben")) << "another's failures are not ben's";
  clock.advance(limits::kFailureWindow);
  EXPECT_FALSE(limit.begin("ana"));
}

TEST(AttemptLimit, SuccessForgetsFailures) {
  ManualClock clock;
  AttemptLimit limit(clock, 2);
  EXPECT_FALSE(limit.begin("ana"));
  EXPECT_FALSE(limit.begin("ana"));
  limit.succeeded("ana");
  EXPECT_FALSE(limit.begin("ana"));
}

TEST(AttemptLimit, RemembersABoundedNumberOfKeys) {
  ManualClock clock;
  AttemptLimit limit(clock, 1);
  EXPECT_FALSE(limit.begin("stalest"));
  for (std::size_t i = 0; i < limits::kFailuresRemembered; ++i) {
    clock.advance(std::chrono::milliseconds{1});
    EXPECT_FALSE(limit.begin("key " + std::to_string(i)));
  }
  EXPECT_FALSE(limit.begin("stalest")) << "it was forgotten for newer ones";
}

TEST(QueryString, NamesAndValuesAreUnescaped) {
  const auto query = parseQueryString("q=Do%C3%B1a+In%C3%A9s&limit=50&empty=");
  ASSERT_TRUE(query);
  EXPECT_EQ(query->at("q"), "Doña Inés");
  EXPECT_EQ(query->at("limit"), "50");
  EXPECT_EQ(query->at("empty"), "");
}

TEST(QueryString, MalformedOrAmbiguousIsRefused) {
  for (const char* bad : {"a=%", "a=%4", "a=%zz", "a=1&a=2", "a=%00", "a=%ff"}) {
    EXPECT_FALSE(parseQueryString(bad)) << bad;
  }
}

TEST(Cookie, IsFoundByItsWholeName) {
  EXPECT_EQ(cookieNamed("rapport", "x=1; rapport=abc; y=2"), "abc");
  EXPECT_EQ(cookieNamed("rapport", "xrapport=abc"), "");
  EXPECT_EQ(cookieNamed("rapport", "rapport=a; rapport=b"), "") << "two are one too many";
  EXPECT_EQ(cookieNamed("rapport", ""), "");
}

TEST(QrSvg, IsOneDrawingWithAQuietZone) {
  const auto svg = qrSvg("rapport://127.0.0.1:8420/enrol?programme=quillan");
  ASSERT_TRUE(svg);
  EXPECT_TRUE(svg->starts_with("<svg "));
  EXPECT_NE(svg->find("M4 4h7v1h-7z"), std::string::npos) << "the finder begins after four modules";
  EXPECT_FALSE(qrSvg(std::string(5000, 'x')));
}

}  // namespace
}  // namespace rapport
