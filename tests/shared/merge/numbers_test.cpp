#include "shared/merge/numbers.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

constexpr EpochId kFirst{30};  // epoch ids are drawn at random: an older one may be the larger
constexpr EpochId kSecond{10};
constexpr EpochId kThird{20};

TEST(Numbers, KeepTheSmallerOneOfAnEpoch) {
  Numbers numbers{{kFirst, 5}};
  numbers.add({kFirst, 9});
  EXPECT_EQ(numbers.in(kFirst), 5U);
  numbers.add({kFirst, 3});
  EXPECT_EQ(numbers.in(kFirst), 3U);
}

TEST(Numbers, AscendByEpochHoweverTheyCame) {
  Numbers forward{{kSecond, 1}};
  forward.add({kFirst, 2});
  Numbers backward{{kFirst, 2}};
  backward.add({kSecond, 1});
  EXPECT_EQ(forward, backward);
  EXPECT_EQ(forward.in(kThird), std::nullopt);
  EXPECT_FALSE(forward.pending());
  EXPECT_TRUE(Numbers{}.pending());
}

TEST(Coverage, HoldsEverythingUpToItsNumber) {
  const Coverage seen{{kFirst, 5}};
  EXPECT_TRUE(seen.covers(Numbers{{kFirst, 5}}));
  EXPECT_FALSE(seen.covers(Numbers{{kFirst, 6}}));
  EXPECT_FALSE(seen.covers(Numbers{{kSecond, 1}}));
  EXPECT_FALSE(seen.covers(Numbers{}));
  EXPECT_FALSE(Coverage{}.covers(Numbers{{kFirst, 1}}));
}

TEST(Coverage, HoldsIfAnyCommonEpochDoes) {
  Coverage seen{{kFirst, 5}};
  seen.widen({kSecond, 2});
  Numbers numbers{{kFirst, 6}};
  numbers.add({kSecond, 2});
  EXPECT_TRUE(seen.covers(numbers));
}

TEST(Coverage, WidensAndNeverShrinks) {
  Coverage seen{{kFirst, 5}};
  seen.widen({kFirst, 3});
  EXPECT_EQ(seen, (Coverage{{kFirst, 5}}));
  Coverage other{{kFirst, 8}};
  other.widen({kSecond, 1});
  seen.widen(other);
  EXPECT_EQ(seen, other);
  EXPECT_FALSE(seen.empty());
}

TEST(Lineage, WhoWasShownNothingHasSeenNothing) {
  EXPECT_TRUE(Lineage{}.seen(std::nullopt).empty());
}

TEST(Lineage, SeeingARestoredEpochIsSeeingWhatEveryAncestorKept) {
  Lineage lineage;
  lineage.restored(kSecond, {kFirst, 100});
  lineage.restored(kThird, {kSecond, 40});
  const Coverage seen = lineage.seen(Number{kThird, 3});
  EXPECT_TRUE(seen.covers(Numbers{{kThird, 3}}));
  EXPECT_FALSE(seen.covers(Numbers{{kThird, 4}}));
  EXPECT_TRUE(seen.covers(Numbers{{kSecond, 40}}));
  EXPECT_FALSE(seen.covers(Numbers{{kSecond, 41}}));
  EXPECT_TRUE(seen.covers(Numbers{{kFirst, 100}}));
  EXPECT_FALSE(seen.covers(Numbers{{kFirst, 101}}));
  EXPECT_EQ(lineage.seen(Number{kFirst, 9}), (Coverage{{kFirst, 9}}));
  EXPECT_FALSE(lineage.seen(Number{kSecond, 9}).covers(Numbers{{kThird, 1}}));
}

TEST(Lineage, TheNewestNumberIsThatOfTheEpochRestoredLast) {
  Lineage lineage;
  lineage.restored(kSecond, {kFirst, 100});
  lineage.restored(kThird, {kSecond, 40});
  Numbers numbers{{kFirst, 101}};
  EXPECT_EQ(lineage.newest(numbers), (Number{kFirst, 101}));
  numbers.add({kSecond, 12});
  EXPECT_EQ(lineage.newest(numbers), (Number{kSecond, 12}));
  numbers.add({kThird, 2});
  EXPECT_EQ(lineage.newest(numbers), (Number{kThird, 2}));
}

}  // namespace
}  // namespace rapport
