#include "server/review/pulse.h"

#include <gtest/gtest.h>

#include "server/review/suppression.h"
#include "shared/base/limits.h"
#include "shared/model/catalogue.h"

namespace rapport {
namespace {

using As = ShownCount::As;

std::vector<As> shownAs(const std::vector<std::size_t>& cells) {
  std::vector<As> out;
  for (const ShownCount& cell : suppressed(cells).cells) out.push_back(cell.as);
  return out;
}

TEST(Suppression, NumbersOfElevenAndMoreAreShown) {
  EXPECT_EQ(shownAs({11, 12}), (std::vector{As::kNumber, As::kNumber}));
  EXPECT_EQ(suppressed({11, 12}).total, (ShownCount{As::kNumber, 23}));
}

TEST(Suppression, ASmallTotalShowsNothing) {
  const ShownRow row = suppressed({4, 6});
  EXPECT_EQ(row.total.as, As::kFew);
  EXPECT_EQ(row.cells[0].as, As::kFew);
  EXPECT_EQ(row.cells[1].as, As::kFew);
}

TEST(Suppression, OneHiddenCellHidesTheSmallestOfTheOthers) {
  EXPECT_EQ(shownAs({3, 40, 20}), (std::vector{As::kFew, As::kNumber, As::kHidden}));
}

TEST(Suppression, HiddenCellsThatAreFewTogetherHideAnother) {
  EXPECT_EQ(shownAs({3, 4, 20, 40}), (std::vector{As::kFew, As::kFew, As::kHidden, As::kNumber}));
  EXPECT_EQ(shownAs({0, 0, 30}), (std::vector{As::kFew, As::kFew, As::kHidden}));
  EXPECT_EQ(shownAs({6, 6, 30}), (std::vector{As::kFew, As::kFew, As::kNumber}));
}

// What a reader can work out: no hidden cell is the total less what is shown, and the hidden ones
// are never known to be few together.
TEST(Suppression, NothingSmallFollowsFromWhatIsShown) {
  for (std::size_t a = 0; a < 30; ++a) {
    for (std::size_t b = 0; b < 30; ++b) {
      for (std::size_t c = 0; c < 30; ++c) {
        const ShownRow row = suppressed({a, b, c});
        if (row.total.as != As::kNumber) continue;
        std::size_t hidden = 0, rest = row.total.people;
        for (const ShownCount& cell : row.cells) {
          if (cell.as != As::kNumber) {
            ++hidden;
            continue;
          }
          rest -= cell.people;
          EXPECT_GE(cell.people, limits::kSmallestGroup);
        }
        EXPECT_NE(hidden, 1U) << a << ' ' << b << ' ' << c;
        EXPECT_TRUE(hidden == 0 || rest >= limits::kSmallestGroup) << a << ' ' << b << ' ' << c;
      }
    }
  }
}

const RecordType& questionnaire() {
  static const auto kTypes = Catalogue::load(builtInDeclarations());
  return *kTypes->type("survey_response");
}

DroppedAnswer answer(const std::string& partner, const std::string& step, int items = 12) {
  DroppedAnswer made;
  made.values.emplace_back(2, Value{partner});
  for (FieldNumber i = 0; i < static_cast<FieldNumber>(items); ++i) {
    made.values.emplace_back(11 + i, Value{step});
  }
  return made;
}

// So many partners, each with so many answers.
Pulse pulseOf(int partners, int each, const std::string& step = "4") {
  Pulse pulse(questionnaire());
  for (int partner = 0; partner < partners; ++partner) {
    for (int i = 0; i < each; ++i) pulse.add(answer("p" + std::to_string(partner), step));
  }
  return pulse;
}

TEST(PulseScores, GoFromTheWorstToTheBestAnswer) {
  EXPECT_EQ(pulseOf(5, 5, "1").index(), 0);
  EXPECT_EQ(pulseOf(5, 5, "4").index(), 75);
  EXPECT_EQ(pulseOf(5, 5, "5").index(), 100);
}

TEST(PulseScores, NeedNineOfTwelveItems) {
  Pulse pulse = pulseOf(5, 5);
  for (int i = 0; i < 20; ++i) pulse.add(answer("p0", "1", 8));
  EXPECT_EQ(pulse.index(), 75);
  for (int i = 0; i < 5; ++i) pulse.add(answer("p0", "1", 9));
  EXPECT_LT(*pulse.index(), 75);
}

TEST(PulseScores, DoesNotApplyIsNoAnswer) {
  Pulse pulse = pulseOf(5, 5);
  for (int i = 0; i < 20; ++i) pulse.add(answer("p0", "not_applicable"));
  EXPECT_EQ(pulse.index(), 75);
  EXPECT_EQ(pulse.sides().at("p0").people, 25U);
}

TEST(PulseScores, AreSaidOfFivePartnersWithFiveAnswersEach) {
  EXPECT_FALSE(pulseOf(4, 20).index());
  EXPECT_FALSE(pulseOf(5, 4).index());
  EXPECT_FALSE(pulseOf(5, 4).sides().at("p0").score);
  EXPECT_EQ(pulseOf(5, 5).sides().at("p0").score, 75);
}

TEST(PulseScores, PartnersWeighAlikeHoweverManyAnswered) {
  Pulse pulse = pulseOf(5, 5, "5");
  for (int i = 0; i < 500; ++i) pulse.add(answer("p9", "1"));
  EXPECT_NEAR(*pulse.index(), 500.0 / 6, 0.001);
  EXPECT_NEAR(*pulse.trusting(), 500.0 / 6, 0.001);
}

TEST(PulseScores, OfAPillarAreOfItsItems) {
  Pulse pulse(questionnaire());
  for (int partner = 0; partner < 5; ++partner) {
    for (int i = 0; i < 5; ++i) {
      DroppedAnswer made = answer("p" + std::to_string(partner), "5");
      made.values[7].second = std::string{"1"};  // item 7: reciprocity, of 7, 8 and 9
      pulse.add(made);
    }
  }
  EXPECT_EQ(pulse.index("reliability"), 100);
  EXPECT_NEAR(*pulse.index("reciprocity"), 200.0 / 3, 0.001);
}

TEST(PulseCounts, AddUpToEverybody) {
  Pulse pulse = pulseOf(2, 3, "2");
  pulse.add(answer("p0", "not_applicable", 4));
  for (std::size_t item = 0; item < pulse.items().size(); ++item) {
    std::size_t sum = 0;
    for (const std::size_t chosen : pulse.chosen(item)) sum += chosen;
    EXPECT_EQ(sum, pulse.people());
  }
  EXPECT_EQ(pulse.chosen(0), (std::vector<std::size_t>{0, 6, 0, 0, 0, 1, 0}));
  EXPECT_EQ(pulse.chosen(11), (std::vector<std::size_t>{0, 6, 0, 0, 0, 0, 1}));
}

}  // namespace
}  // namespace rapport
