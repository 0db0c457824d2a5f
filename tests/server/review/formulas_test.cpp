// PRODUCT.md "Dashboard formulas", each with an example that was worked out by hand.

#include <gtest/gtest.h>

#include "server/review/exchange.h"
#include "server/review/headcount.h"
#include "server/review/loop_closure.h"
#include "server/review/presence.h"
#include "server/review/promise_keeping.h"
#include "server/review/window.h"

namespace rapport {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr sys_days day(int year, unsigned month, unsigned ofMonth) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{ofMonth};
}

const sys_days kToday = day(2026, 11, 27);
const Window kYear = yearBefore(kToday);

TEST(Window, IsTheTwelveMonthsBeforeADay) {
  EXPECT_EQ(kYear.from, day(2025, 11, 27));
  EXPECT_TRUE(kYear.has(day(2026, 11, 26)));
  EXPECT_FALSE(kYear.has(kToday));
  EXPECT_EQ(yearBefore(day(2028, 2, 29)).from, day(2027, 2, 28));
}

TEST(Window, MonthsFollowEachOtherWithoutAGap) {
  for (const sys_days end : {kToday, day(2026, 3, 31), day(2028, 2, 29)}) {
    const auto months = monthsBefore(end);
    ASSERT_EQ(months.size(), 12U);
    EXPECT_EQ(months.front().from, yearBefore(end).from);
    EXPECT_EQ(months.back().end, end);
    for (std::size_t i = 1; i < months.size(); ++i) EXPECT_EQ(months[i].from, months[i - 1].end);
  }
}

PromiseFact promise(sys_days due, PromiseEnd end, std::optional<sys_days> done = std::nullopt) {
  return {.originalDue = due, .end = end, .doneOn = done};
}

TEST(PromiseKeeping, KeptByTheirDateOfThoseThatCameDueWithoutTheReleased) {
  const sys_days due = day(2026, 6, 10);
  const std::vector<PromiseFact> promises{
      promise(due, PromiseEnd::kKept, due),            // kept, on the day itself
      promise(due, PromiseEnd::kKept, due - days{5}),  // kept, early
      promise(due, PromiseEnd::kKept, due + days{1}),  // done, a day late
      promise(due, PromiseEnd::kKept),                 // done, nobody knows when
      promise(due, PromiseEnd::kBroken),
      promise(due, PromiseEnd::kOpen),  // overdue
      promise(due, PromiseEnd::kReleased),
      promise(kToday, PromiseEnd::kOpen),                               // not due yet
      promise(kYear.from - days{1}, PromiseEnd::kKept, due - days{9}),  // came due before
  };
  const PromiseKeeping keeping = promiseKeeping(promises, kYear);
  EXPECT_EQ(keeping.due, 6U);
  EXPECT_EQ(keeping.kept, 2U);
  EXPECT_EQ(keeping.released, 1U);
  EXPECT_EQ(keeping.overdue, 1U);
}

TEST(PromiseKeeping, ADateMovesOnlyIfThePartnerAgreedBeforeItPassed) {
  const sys_days due = day(2026, 6, 10), later = day(2026, 7, 1), last = day(2026, 8, 1);
  PromiseFact moved = promise(due, PromiseEnd::kKept, later);
  EXPECT_EQ(effectiveDue(moved), due);
  moved.moves = {{later, std::nullopt}};
  EXPECT_EQ(effectiveDue(moved), due) << "nobody asked the partner";
  moved.moves = {{later, due + days{1}}};
  EXPECT_EQ(effectiveDue(moved), due) << "agreed when it had passed";
  moved.moves = {{later, due}};
  EXPECT_EQ(effectiveDue(moved), later) << "agreed on the last day";
  moved.moves = {{later, due}, {last, later - days{2}}};
  EXPECT_EQ(effectiveDue(moved), last) << "and again";

  moved.moves = {{later, due - days{3}}};
  const PromiseKeeping keeping = promiseKeeping({moved}, kYear);
  EXPECT_EQ(keeping.kept, 1U);
  EXPECT_EQ(keeping.strictDue, 1U);
  EXPECT_EQ(keeping.strictKept, 0U) << "by the date first said it is late";
}

TEST(PromiseKeeping, OverPromisingIsUnder85PercentOrThreeOverdue) {
  const auto of = [](std::size_t kept, std::size_t due, std::size_t overdue) {
    PromiseKeeping keeping;
    keeping.kept = kept;
    keeping.due = due;
    keeping.overdue = overdue;
    return isOverPromising(keeping);
  };
  EXPECT_FALSE(of(17, 20, 2));  // 85 %
  EXPECT_TRUE(of(16, 20, 0));
  EXPECT_TRUE(of(20, 23, 3));
  EXPECT_FALSE(of(2, 4, 2)) << "four say too little";
}

TEST(PromiseKeeping, AMovedPromiseCountsWhereItCameDue) {
  PromiseFact moved = promise(day(2026, 11, 20), PromiseEnd::kOpen);
  moved.moves = {{day(2026, 12, 20), day(2026, 11, 18)}};
  const PromiseKeeping keeping = promiseKeeping({moved}, kYear);
  EXPECT_EQ(keeping.due, 0U);
  EXPECT_EQ(keeping.strictDue, 1U);
}

FeedbackFact heard(sys_days on, std::optional<int> respondedAfter = std::nullopt) {
  FeedbackFact fact{.receivedOn = on};
  if (respondedAfter) fact.firstResponseOn = on + days{*respondedAfter};
  return fact;
}

const ServiceLevels kLevels{days{30}, days{3}};

TEST(LoopClosure, ToldIsToldAndPublishedOnlyWhereTheGiverIsAnonymous) {
  const sys_days on = day(2026, 5, 1);
  std::vector<FeedbackFact> items(4, heard(on, 2));
  items[0].toldGiver = true;
  items[1].published = true;  // on the board, but the person has a name and was not told
  items[2].published = items[2].anonymous = true;
  // items[3] was answered inside
  items.push_back(heard(kToday - days{30}));  // not older than 30 days
  items.back().toldGiver = true;
  const LoopClosure closure = loopClosure(items, kLevels, kYear);
  EXPECT_EQ(closure.items, 4U);
  EXPECT_EQ(closure.told, 2U);
  items.push_back(heard(kToday - days{31}));
  EXPECT_EQ(loopClosure(items, kLevels, kYear).items, 5U);
}

TEST(LoopClosure, OneWayIsUnder70PercentTold) {
  EXPECT_FALSE(isOneWay({.items = 20, .told = 14}));
  EXPECT_TRUE(isOneWay({.items = 20, .told = 13}));
  EXPECT_FALSE(isOneWay({.items = 10, .told = 0})) << "ten say too little";
}

TEST(LoopClosure, ASensitiveItemHasItsOwnServiceLevel) {
  FeedbackFact worry = heard(kToday - days{4});
  EXPECT_EQ(loopClosure({worry}, kLevels, kYear).items, 0U);
  worry.sensitive = true;
  EXPECT_EQ(loopClosure({worry}, kLevels, kYear).items, 1U);
}

TEST(LoopClosure, DaysToRespondAreTheMedianAndUnansweredIsForEver) {
  const sys_days on = day(2026, 5, 1);
  EXPECT_EQ(loopClosure({heard(on, 1), heard(on, 9), heard(on, 3)}, kLevels, kYear).medianDays,
            3.0);
  EXPECT_EQ(loopClosure({heard(on, 1), heard(on, 4)}, kLevels, kYear).medianDays, 2.5);
  EXPECT_EQ(loopClosure({heard(on, 1), heard(on, 4), heard(on)}, kLevels, kYear).medianDays, 4.0);
  const LoopClosure open = loopClosure({heard(on, 1), heard(on), heard(on)}, kLevels, kYear);
  EXPECT_FALSE(open.medianDays);
  EXPECT_EQ(open.medianOver, days{30});
  EXPECT_FALSE(loopClosure({}, kLevels, kYear).medianDays);
  EXPECT_FALSE(loopClosure({}, kLevels, kYear).medianOver);
}

TEST(Presence, PeriodsInWhichWeCameOfThoseThatElapsed) {
  // Four weeks of seven days, two days into the fifth.
  const Window window{day(2026, 6, 1), day(2026, 7, 1)};
  const PartnerPresence partner{
      days{7},
      day(2026, 1, 1),
      {day(2026, 6, 24), day(2026, 6, 1), day(2026, 6, 7),  // 1st, 1st, 4th
       day(2026, 5, 30), day(2026, 7, 2)}};                 // outside
  const Presence presence = presenceAt(partner, window);
  EXPECT_EQ(presence.periods, 4U);
  EXPECT_EQ(presence.met, 2U);
  EXPECT_EQ(presence.longestGap, days{17});  // 7 to 24 June
  EXPECT_DOUBLE_EQ(presence.gapInCadences, 17.0 / 7.0);
  EXPECT_TRUE(isInconsistent(presence));
  EXPECT_FALSE(isInconsistent({.gapInCadences = 1.5}));
}

TEST(Presence, NobodyWasMissedBeforeThePartnershipBegan) {
  const PartnerPresence partner{days{10}, kToday - days{25}, {kToday - days{22}}};
  const Presence presence = presenceAt(partner, kYear);
  EXPECT_EQ(presence.periods, 2U);
  EXPECT_EQ(presence.met, 1U);
  EXPECT_EQ(presence.longestGap, days{22}) << "it lasts until today";
}

TEST(Presence, WithoutACadenceNothingWasPromised) {
  const Presence presence = presenceAt({days{0}, kYear.from, {}}, kYear);
  EXPECT_EQ(presence.periods, 0U);
  EXPECT_EQ(presence.longestGap, days{0});
}

TEST(Exchange, ReciprocityIsOneWhereBothGaveAlike) {
  EXPECT_DOUBLE_EQ(*exchange({{true, 6.0}, {false, 4.0}, {false, 2.0}}).reciprocity, 1.0);
  const Exchange uneven = exchange({{true, 9.0}, {false, 3.0}});
  EXPECT_TRUE(uneven.inHours);
  EXPECT_DOUBLE_EQ(uneven.given, 9.0);
  EXPECT_DOUBLE_EQ(*uneven.reciprocity, 0.5);  // 1 − 6/12
  EXPECT_DOUBLE_EQ(*exchange({{true, 9.0}}).reciprocity, 0.0);
}

TEST(Exchange, CountsContributionsWhereOneHasNoHours) {
  const Exchange mixed = exchange({{true, 9.0}, {true, std::nullopt}, {false, 3.0}});
  EXPECT_FALSE(mixed.inHours);
  EXPECT_DOUBLE_EQ(mixed.given, 2.0);
  EXPECT_DOUBLE_EQ(mixed.received, 1.0);
  EXPECT_NEAR(*mixed.reciprocity, 2.0 / 3.0, 1e-12);  // 1 − 1/3
}

TEST(Exchange, NothingEitherWayIsNoFigure) {
  EXPECT_FALSE(exchange({}).reciprocity);
  EXPECT_FALSE(exchange({{true, 0.0}}).reciprocity);
}

TEST(Headcount, IsTheSumOfTheCellsOrTheLargerWhereTwoCountedTheSame) {
  EXPECT_EQ(headcount({{false, {{"a", 30}, {"b", 12}}}, {false, {{"a", 5}}}}), 47U);
  EXPECT_EQ(headcount({{true, {{"a", 30}, {"b", 12}}}, {false, {{"a", 5}}}}), 35U);
  EXPECT_EQ(headcount({{false, {{"a", -2}}}}), 0U);
  EXPECT_EQ(headcount({}), 0U);
}

}  // namespace
}  // namespace rapport
