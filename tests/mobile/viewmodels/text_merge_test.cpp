#include "mobile/viewmodels/text_merge.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(TextMerge, KeepsWhatBothSayOnceAndWhatOnlyOneSaysBesideIt) {
  EXPECT_EQ(mergeTexts("Park behind the shop. Bring the small cooler.",
                       "Park behind the shop. Owner’s son speaks Arabic."),
            "Park behind the shop. Bring the small cooler. Owner’s son speaks Arabic.");
}

TEST(TextMerge, ListsMergeLineByLine) {
  EXPECT_EQ(mergeTexts("Cuffs\nWater", "Cuffs\nMats"), "Cuffs\nWater Mats");
}

TEST(TextMerge, EqualTextsMergeToThemselves) {
  EXPECT_EQ(mergeTexts("One. Two.", "One. Two."), "One. Two.");
}

TEST(TextMerge, AnEmptyVersionAddsNothing) {
  EXPECT_EQ(mergeTexts("", "Bring water."), "Bring water.");
  EXPECT_EQ(mergeTexts("Bring water.", ""), "Bring water.");
}

TEST(TextMerge, MarksOnlyTheSentencesThatDiffer) {
  const auto parts = markDifferences("Park behind the shop. Bring the small cooler.",
                                     "Park behind the shop. Owner’s son speaks Arabic.");
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_FALSE(parts[0].differs);
  EXPECT_TRUE(parts[1].differs);
  EXPECT_EQ(parts[1].text, "Bring the small cooler.");
}

TEST(TextMerge, ADecimalPointEndsNoSentence) {
  EXPECT_EQ(markDifferences("Costs 2.50 a ride.", "").size(), 1U);
}

}  // namespace
}  // namespace rapport
