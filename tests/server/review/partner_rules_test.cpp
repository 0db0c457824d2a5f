// The rules of a partner's dossier, each with an example that was worked out by hand.

#include <gtest/gtest.h>

#include "server/review/partners/partner_rows.h"
#include "server/review/partners/promise_line.h"
#include "server/review/partners/stewardship.h"
#include "server/review/partners/themes.h"
#include "server/review/partners/visit_pace.h"

namespace rapport {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr sys_days day(int year, unsigned month, unsigned ofMonth) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{ofMonth};
}

const sys_days kToday = day(2026, 11, 27);

TEST(VisitPace, IsDueOnceTheCadenceHasPassedAndQuietPastOneAndAHalf) {
  const days fortnight{14};
  EXPECT_EQ(visitPace(fortnight, kToday - days{13}, kToday), VisitPace::kFine);
  EXPECT_EQ(visitPace(fortnight, kToday - days{14}, kToday), VisitPace::kDue);
  EXPECT_EQ(visitPace(fortnight, kToday - days{21}, kToday), VisitPace::kDue) << "one and a half";
  EXPECT_EQ(visitPace(fortnight, kToday - days{22}, kToday), VisitPace::kQuiet);
  EXPECT_EQ(visitDue(fortnight, day(2026, 11, 20)), day(2026, 12, 4));
}

TEST(VisitPace, IsNoneWithoutACadence) {
  EXPECT_EQ(visitPace(std::nullopt, kToday - days{400}, kToday), VisitPace::kNone);
  EXPECT_EQ(visitPace(days{0}, kToday - days{400}, kToday), VisitPace::kNone);
}

PromiseFact promise(sys_days due, PromiseEnd end, std::optional<sys_days> done = std::nullopt) {
  PromiseFact fact{.originalDue = due};
  fact.end = end;
  fact.doneOn = done;
  return fact;
}

TEST(PromiseLine, IsLateByTheDateThatHolds) {
  const auto state = [](const PromiseFact& fact) { return standingOf(fact, kToday).state; };
  EXPECT_EQ(state(promise(kToday, PromiseEnd::kOpen)), PromiseState::kOpen) << "still its day";
  const auto overdue = standingOf(promise(kToday - days{1}, PromiseEnd::kOpen), kToday);
  EXPECT_EQ(overdue.state, PromiseState::kOverdue);
  EXPECT_EQ(overdue.late, days{1});
  EXPECT_EQ(state(promise(kToday, PromiseEnd::kKept, kToday)), PromiseState::kKept);
  const auto late =
      standingOf(promise(day(2026, 5, 1), PromiseEnd::kKept, day(2026, 5, 15)), kToday);
  EXPECT_EQ(late.state, PromiseState::kKeptLate);
  EXPECT_EQ(late.late, days{14});
  EXPECT_EQ(state(promise(kToday, PromiseEnd::kKept)), PromiseState::kKeptLate)
      << "nobody wrote down when";
  EXPECT_EQ(state(promise(kToday, PromiseEnd::kBroken)), PromiseState::kBroken);
  EXPECT_EQ(state(promise(kToday, PromiseEnd::kReleased)), PromiseState::kReleased);
}

TEST(PromiseLine, ADateMovesOnlyWhereThePartnerAgreedBeforeItPassed) {
  PromiseFact moved = promise(day(2026, 5, 1), PromiseEnd::kKept, day(2026, 5, 15));
  moved.moves.push_back({day(2026, 5, 20), day(2026, 4, 30)});
  EXPECT_EQ(standingOf(moved, kToday).state, PromiseState::kKept);
  EXPECT_EQ(standingOf(moved, kToday).due, day(2026, 5, 20));
  moved.moves.back().agreedOn = day(2026, 5, 2);
  EXPECT_EQ(standingOf(moved, kToday).state, PromiseState::kKeptLate);
}

Stewardship ours(std::optional<sys_days> from, std::optional<sys_days> to = std::nullopt) {
  Stewardship one;
  one.from = from;
  one.to = to;
  one.hasNote = one.partnerTold = true;
  return one;
}

Stewardship theirs(std::optional<sys_days> from, std::optional<sys_days> to = std::nullopt) {
  Stewardship one = ours(from, to);
  one.ours = false;
  return one;
}

TEST(Stewards, BothDaysAreTheirsAndAHandOverHasNoDayWithTwo) {
  const std::vector all{ours(day(2026, 1, 1), day(2026, 6, 30)), ours(day(2026, 6, 30))};
  EXPECT_EQ(stewardState(all, true, day(2025, 12, 31)), StewardState::kNone);
  EXPECT_EQ(stewardsOn(all, true, day(2026, 1, 1)), std::vector{&all[0]});
  EXPECT_EQ(stewardsOn(all, true, day(2026, 6, 30)), std::vector{&all[1]}) << "who begins";
  EXPECT_EQ(stewardState(all, false, kToday), StewardState::kNone) << "the other side";
  const std::vector alone{ours(day(2026, 1, 1), day(2026, 6, 30))};
  EXPECT_EQ(stewardState(alone, true, day(2026, 6, 30)), StewardState::kOne) << "the last day";
  EXPECT_EQ(stewardState(alone, true, day(2026, 7, 1)), StewardState::kNone);
}

TEST(Stewards, TwoThatAreOpenAreTwo) {
  EXPECT_EQ(stewardState({ours(std::nullopt), ours(day(2026, 6, 1))}, true, kToday),
            StewardState::kTwo);
}

TEST(StewardContinuity, CountsDaysWithExactlyOneOnBothSides) {
  // Ten days; ours has nobody on the 4th, theirs begins on the 3rd: the 3rd, and the 5th to 10th.
  const Window window{day(2026, 11, 1), day(2026, 11, 11)};
  Stewardship first = ours(day(2026, 10, 1), day(2026, 11, 3));
  first.hasNote = false;
  const std::vector all{first, ours(day(2026, 11, 5)), theirs(day(2026, 11, 3))};
  const auto held = stewardContinuity(all, day(2020, 1, 1), window);
  EXPECT_EQ(held.days, 10U);
  EXPECT_EQ(held.steady, 7U);
  EXPECT_EQ(held.changes, 1U);
  EXPECT_EQ(held.withNote, 0U);
  EXPECT_EQ(stewardContinuity(all, day(2026, 11, 9), window).days, 2U) << "since it began";
}

std::vector<std::string> kinds(const std::vector<Stewardship>& all) {
  std::vector<std::string> out;
  for (const StewardWarning& each : stewardWarnings(all, kToday)) {
    out.push_back(std::string(each.ours ? "us " : "partner ") + nameOf(each.kind));
  }
  return out;
}

TEST(StewardWarnings, NoneWhereOneStaysOnEachSide) {
  EXPECT_TRUE(kinds({ours(day(2026, 1, 1)), theirs(day(2026, 1, 1))}).empty());
}

TEST(StewardWarnings, TellOfNobodyAndOfTwoOnEitherSide) {
  EXPECT_EQ(kinds({}), (std::vector<std::string>{"us nobody", "partner nobody"}));
  EXPECT_EQ(kinds({ours(std::nullopt), ours(std::nullopt), theirs(std::nullopt)}),
            std::vector<std::string>{"us two"});
}

TEST(StewardWarnings, TellOfWhoGoesSoonWithNobodyToFollow) {
  const Stewardship other = theirs(std::nullopt);
  EXPECT_EQ(kinds({ours(std::nullopt, kToday + days{30}), other}),
            std::vector<std::string>{"us leaves"});
  EXPECT_TRUE(kinds({ours(std::nullopt, kToday + days{31}), other}).empty()) << "not soon";
  EXPECT_TRUE(
      kinds({ours(std::nullopt, kToday + days{30}), ours(kToday + days{31}), other}).empty())
      << "somebody follows";
}

TEST(StewardWarnings, TellWhatAHandOverOfTheLastNinetyDaysLacks) {
  Stewardship went = ours(day(2026, 1, 1), kToday - days{90});
  went.partnerTold = went.hasNote = false;
  went.stepsOpen = 2;
  const std::vector all{went, ours(kToday - days{89}), theirs(std::nullopt)};
  EXPECT_EQ(kinds(all), (std::vector<std::string>{"us untold", "us no_note", "us steps_open"}));
  EXPECT_EQ(stewardWarnings(all, kToday).front().who, &all.front());
  went.to = kToday - days{91};
  EXPECT_TRUE(kinds({went, ours(kToday - days{90}), theirs(std::nullopt)}).empty()) << "long ago";
}

TEST(StewardWarnings, TellWhereOurSideChangesOften) {
  const std::vector all{ours(std::nullopt, day(2026, 1, 10)),
                        ours(day(2026, 1, 11), day(2026, 5, 1)), ours(day(2026, 5, 2)),
                        theirs(std::nullopt)};
  EXPECT_EQ(kinds(all), std::vector<std::string>{"us often"});
}

TEST(Themes, CountSessionsOnceAndLeaveOutWhatWasCorrected) {
  const std::vector<NoteFact> notes{{"1", "s1", {"bus"}},
                                    {"2", "s1", {"bus", "cost"}},
                                    {"3", "s2", {"cost"}},
                                    {"4", "s2", {"bus"}},
                                    {"5", "s2", {"food"}, "4"}};
  const Heard heard = themesOf(notes);
  EXPECT_EQ(heard.notes, 4U) << "the fourth was corrected";
  ASSERT_EQ(heard.themes.size(), 3U);
  EXPECT_EQ(heard.themes[0].code, "cost") << "in two sessions";
  EXPECT_EQ(heard.themes[0].sessions, 2U);
  EXPECT_EQ(heard.themes[1].code, "bus") << "in one, with two notes";
  EXPECT_EQ(heard.themes[1].sessions, 1U);
  EXPECT_EQ(heard.themes[1].notes, 2U);
  EXPECT_EQ(heard.themes[2].code, "food");
}

TEST(Needs, AreAgreedOnceBothSidesDid) {
  EXPECT_EQ(agreementOf({}, "id", "Circle"), Agreement::kNobody);
  EXPECT_EQ(agreementOf({"us"}, "id", "Circle"), Agreement::kUs);
  EXPECT_EQ(agreementOf({"id"}, "id", "Circle"), Agreement::kThem);
  EXPECT_EQ(agreementOf({"us", "Circle"}, "id", "Circle"), Agreement::kBoth) << "by its name";
  EXPECT_EQ(agreementOf({"us", "other"}, "id", "Circle"), Agreement::kUs) << "another partner";
  EXPECT_EQ(agreementOf({"", "us"}, "id", ""), Agreement::kUs) << "no name is nobody's";
}

TEST(Folded, TakesCaseAndAccentsOff) {
  EXPECT_EQ(folded("Ávila ÑANDÚ güe"), "avila nandu gue");
  EXPECT_EQ(folded("العيادة"), "العيادة");
  EXPECT_EQ(folded("cut \xC3"), "cut \xC3");
}

}  // namespace
}  // namespace rapport
