#include "shared/model/spelling.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

void takes(Spelling spelling, std::vector<std::string> texts) {
  for (const std::string& text : texts) EXPECT_TRUE(isSpelled(spelling, text)) << text;
}

void refuses(Spelling spelling, std::vector<std::string> texts) {
  texts.emplace_back("");
  for (const std::string& text : texts) EXPECT_FALSE(isSpelled(spelling, text)) << text;
}

TEST(Spelling, ADigestHas64DigitsInLowerCase) {
  const std::string digest(64, 'a');
  takes(Spelling::kSha256, {digest, std::string(64, '0')});
  refuses(Spelling::kSha256,
          {digest + "a", digest.substr(1), std::string(64, 'A'), std::string(64, 'g')});
}

TEST(Spelling, AMediaTypeIsTwoNames) {
  takes(Spelling::kMediaType, {"image/jpeg", "application/vnd.api+json", "audio/ogg"});
  refuses(Spelling::kMediaType, {"image", "image/", "/jpeg", "Image/jpeg", "image/jpeg; q=1",
                                 "a/b/c", "a/" + std::string(128, 'b')});
}

TEST(Spelling, ARecordIdIsAUuidInLowerCase) {
  takes(Spelling::kRecordId, {"0190f3a1-7c2b-7def-8123-456789abcdef"});
  refuses(Spelling::kRecordId, {"0190F3A1-7C2B-7DEF-8123-456789ABCDEF", "0190f3a1"});
}

TEST(Spelling, ATimeZoneIsNamedAsTheDatabaseNamesIt) {
  takes(Spelling::kTimeZone,
        {"America/Chicago", "UTC", "Etc/GMT+5", "America/Argentina/Buenos_Aires"});
  refuses(Spelling::kTimeZone, {"/America", "America/", "America//Chicago", "Central time",
                                std::string(65, 'A'), "Am\u00e9rica/X"});
}

TEST(Spelling, AListOfLanguagesNamesEachOnce) {
  takes(Spelling::kLanguageList, {"en", "en es ar", "es mix zh-Hant"});
  refuses(Spelling::kLanguageList,
          {"en en", "es-MX es-mx", "en  es", " en", "en ", "en,es", "en es_MX"});
  takes(Spelling::kLanguageList, {"en es ar fr vi zh ko tl pl ru so am"});
  refuses(Spelling::kLanguageList, {"en es ar fr vi zh ko tl pl ru so am ht"});
}

TEST(Spelling, AgeBandsReachFromNoughtToTheOldestWithoutAGap) {
  takes(Spelling::kAgeBands, {"0-17 18-39 40-64 65+", "0+", "0-0 1+"});
  refuses(Spelling::kAgeBands, {"0-17 18-39", "1-17 18+", "0-17 19+", "0-17 17+", "0-17", "18+",
                                "0-17  18+", "0-17 18+ ", "00-17 18+", "0-017 18+", "17-0 18+",
                                "0-17 18+ 65+", "0-999 1000+", "0-17 18+x", "0\u201317 18+"});
  takes(Spelling::kAgeBands, {"0-9 10-19 20-29 30-39 40-49 50-59 60-69 70-79 80-89 90+"});
  refuses(Spelling::kAgeBands, {"0-4 5-9 10-19 20-29 30-39 40-49 50-59 60-69 70-79 80-89 90+"});
}

TEST(Spelling, NamesComeBackAndEachSaysWhatItTakes) {
  for (int i = 0; i <= static_cast<int>(Spelling::kAgeBands); ++i) {
    const auto spelling = static_cast<Spelling>(i);
    EXPECT_EQ(spellingNamed(nameOf(spelling)), spelling);
    EXPECT_FALSE(describe(spelling).empty());
    EXPECT_NE(spellingNames().find(nameOf(spelling)), std::string::npos);
  }
  EXPECT_FALSE(spellingNamed("roman"));
}

TEST(Spelling, PartsStandBetweenSingleSpaces) {
  EXPECT_EQ(partsOf("en es"), (std::vector<std::string>{"en", "es"}));
  EXPECT_EQ(partsOf("en  "), (std::vector<std::string>{"en", "", ""}));
  EXPECT_TRUE(partsOf("").empty());
}

}  // namespace
}  // namespace rapport
