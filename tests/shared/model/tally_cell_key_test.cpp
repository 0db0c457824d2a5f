#include "shared/model/tally_cell_key.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "shared/crypto/uuid_v5.h"

namespace rapport {
namespace {

const RecordId kEvent{*Uuid::parse("0190f3a1-7c2b-7def-8123-456789abcdef")};
const RecordId kStation{*Uuid::parse("0190F3A1-7C2B-7DEF-8123-456789ABCDE0")};

TEST(TallyCellKey, BucketsAscendHoweverTheyWereChosen) {
  const auto one = spellBuckets({{"language", "es"}, {"age_band", "18-39"}});
  const auto other = spellBuckets({{"age_band", "18-39"}, {"language", "es"}});
  ASSERT_TRUE(one && other);
  EXPECT_EQ(*one, "age_band=18-39;language=es");
  EXPECT_EQ(*one, *other);
}

TEST(TallyCellKey, NameIsThatOfTheHeader) {
  EXPECT_EQ(tallyCellName(kEvent, kStation, "age_band=18-39;language=es"),
            "tally_cell:0190f3a1-7c2b-7def-8123-456789abcdef:0190f3a1-7c2b-7def-8123-456789abcde0:"
            "age_band=18-39;language=es");
}

TEST(TallyCellKey, IdIsForLife) {
  EXPECT_EQ(Uuid(kTallyNamespace).toString(), "5a1c0d3e-7b64-5e8f-9c2d-1f0b6a4e8d77");
  const std::string name = tallyCellName(kEvent, kStation, "age_band=18-39;language=es");
  EXPECT_EQ(makeUuidV5(kTallyNamespace, name).toString(), "b4772549-6efd-5f16-92f9-cbf2c3647055");
}

TEST(TallyCellKey, MarksInsideValuesDoNotRunTogether) {
  const auto tricky = spellBuckets({{"area", "a;b=c%"}, {"language", "es"}});
  ASSERT_TRUE(tricky.ok());
  EXPECT_EQ(*tricky, "area=a%3Bb%3Dc%25;language=es");
  EXPECT_EQ(readBuckets(*tricky), (std::vector<Bucket>{{"area", "a;b=c%"}, {"language", "es"}}));
}

TEST(TallyCellKey, BucketsThatNameNothingAreRefused) {
  EXPECT_FALSE(spellBuckets({}).ok());
  EXPECT_FALSE(spellBuckets({{"", "es"}}).ok());
  EXPECT_FALSE(spellBuckets({{"language", ""}}).ok());
  EXPECT_FALSE(spellBuckets({{"language", "es"}, {"language", "en"}}).ok());
}

TEST(TallyCellKey, OnlyOneSpellingIsRead) {
  for (const char* text : {"", "language", "language=", "=es", "language=es;", ";language=es",
                           "language=es;age_band=65+", "language=es;language=en", "language=e%",
                           "language=e%2", "language=e%41", "a=b=c"}) {
    EXPECT_FALSE(readBuckets(text)) << text;
  }
}

TEST(TallyCellKey, WhatIsSpelledReadsBack) {
  EXPECT_TRUE(rc::check("any buckets", [](const std::map<std::string, std::string>& chosen) {
    std::vector<Bucket> buckets;
    for (const auto& [dimension, value] : chosen) buckets.push_back({dimension, value});
    const auto spelled = spellBuckets(buckets);
    if (!spelled) return;
    RC_ASSERT(readBuckets(*spelled) == buckets);
  }));
}

}  // namespace
}  // namespace rapport
