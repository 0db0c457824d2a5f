#include "shared/merge/apply.h"

#include <limits>

#include <gtest/gtest.h>

#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

TEST(Merge, EditThatSawTheOtherWinsWhateverTheClockSays) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")).time(9'000'000));
  shelf.take(change(2, 1).saw(1).write(kAsk, text("Saturday")).time(5));
  EXPECT_EQ(valueOf(shelf.state(), kAsk), text("Saturday"));
  EXPECT_FALSE(reading(shelf.state(), kAsk).conflicted());
}

TEST(Merge, EditsThatDidNotSeeEachOtherBothStay) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")));
  shelf.take(change(2, 1).write(kAsk, text("Saturday")));
  EXPECT_EQ(dotsOf(shelf.state(), kAsk), (std::vector{dot(1, 1), dot(2, 1)}));
}

TEST(Merge, EditsOfDifferentFieldsNeverMeet) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")));
  shelf.take(change(2, 1).write(kLatest, text("3")));
  EXPECT_EQ(valueOf(shelf.state(), kAsk), text("Friday"));
  EXPECT_EQ(valueOf(shelf.state(), kLatest), text("3"));
}

TEST(Merge, AuthorsOwnEarlierWriteIsSupersededUnseen) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")));
  shelf.take(change(1, 2).write(kAsk, text("Saturday")));
  EXPECT_EQ(dotsOf(shelf.state(), kAsk), (std::vector{dot(1, 2)}));
}

TEST(Merge, WhatTheAuthorWroteUnderAFormerIdIsTheirOwnUpToTheFork) {
  const Formerly formerly{{replica(1), 1}};
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("before the fork")));
  shelf.take(change(1, 2).write(kAsk, text("by the other half")));
  EXPECT_EQ(dotsOf(shelf.state(), kAsk), (std::vector{dot(1, 2)}));
  shelf.take(change(5, 1).write(kAsk, text("after")), Author::kTablet, &formerly);
  EXPECT_EQ(dotsOf(shelf.state(), kAsk), (std::vector{dot(1, 2), dot(5, 1)}));

  Shelf other;
  other.take(change(1, 1).write(kAsk, text("before the fork")));
  other.take(change(5, 1).write(kAsk, text("after")), Author::kTablet, &formerly);
  EXPECT_EQ(dotsOf(other.state(), kAsk), (std::vector{dot(5, 1)}));
}

TEST(Merge, ConsolePagesShareAReplicaAndSoHaveNoOwnEarlier) {
  Shelf shelf;
  shelf.take(change(9, 1).write(kAsk, text("one page")), Author::kServer);
  shelf.take(change(9, 2).write(kAsk, text("another page")), Author::kServer);
  EXPECT_EQ(dotsOf(shelf.state(), kAsk), (std::vector{dot(9, 1), dot(9, 2)}));
  shelf.take(change(9, 3).saw(2).write(kAsk, text("a page that shows both")), Author::kServer);
  EXPECT_EQ(dotsOf(shelf.state(), kAsk), (std::vector{dot(9, 3)}));
}

TEST(Merge, HeadsThatTheSurfaceDidNotShowStay) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")));
  shelf.take(change(2, 1).write(kAsk, text("Saturday")));
  shelf.take(change(3, 1).saw(2).write(kAsk, text("Sunday")).hiding({dot(1, 1)}));
  EXPECT_EQ(dotsOf(shelf.state(), kAsk), (std::vector{dot(1, 1), dot(3, 1)}));
}

TEST(Merge, EqualValuesAreTwoHeadsAndNoConflict) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")));
  shelf.take(change(2, 1).write(kAsk, text("Friday")));
  EXPECT_EQ(dotsOf(shelf.state(), kAsk).size(), 2U);
  EXPECT_FALSE(reading(shelf.state(), kAsk).conflicted());
}

TEST(Merge, ClearingIsAValueThatMayConflict) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")));
  shelf.take(change(1, 2).saw(1).write(kAsk, {}));
  shelf.take(change(2, 1).saw(1).write(kAsk, text("Saturday")));
  EXPECT_EQ(versionsOf(shelf.state(), kAsk), (std::vector{Value{}, text("Saturday")}));
}

TEST(Merge, SeenElementIsRemovedAndAnUnseenAddWins) {
  Shelf shelf;
  shelf.take(change(1, 1).edit(kUnion, {text("food"), text("work")}));
  shelf.take(change(2, 1).edit(kUnion, {text("food")}));
  shelf.take(change(3, 1).saw(1).edit(kUnion, {}, {text("food"), text("work")}));
  EXPECT_EQ(elementsOf(shelf.state(), kUnion), (std::vector{text("food")}));
  EXPECT_EQ(dotsOf(shelf.state(), kUnion), (std::vector{dot(2, 1)}));
}

TEST(Merge, ElementsNotTouchedAreLeftAlone) {
  Shelf shelf;
  shelf.take(change(1, 1).edit(kUnion, {text("food"), text("work")}));
  shelf.take(change(1, 2).saw(1).edit(kUnion, {text("cost")}, {text("work")}));
  EXPECT_EQ(elementsOf(shelf.state(), kUnion), (std::vector{text("cost"), text("food")}));
}

TEST(Merge, ElementBothAddedAndRemovedIsAdded) {
  Shelf shelf;
  shelf.take(change(1, 1).edit(kUnion, {text("food"), text("food")}, {text("food")}));
  EXPECT_EQ(elementsOf(shelf.state(), kUnion), (std::vector{text("food")}));
  EXPECT_EQ(dotsOf(shelf.state(), kUnion).size(), 1U);
}

TEST(Merge, EmptiedSetEqualsOneNeverFilled) {
  Shelf shelf;
  shelf.take(change(1, 1).edit(kUnion, {text("food")}));
  shelf.take(change(1, 2).edit(kUnion, {}, {text("food")}));
  EXPECT_EQ(shelf.state().field(kUnion), nullptr);
}

TEST(Merge, AddingAgainKeepsOneHeadOfTheLaterChange) {
  Shelf shelf;
  shelf.take(change(1, 1).edit(kUnion, {text("food")}));
  shelf.take(change(2, 1).saw(1).edit(kUnion, {text("food")}));
  EXPECT_EQ(dotsOf(shelf.state(), kUnion), (std::vector{dot(2, 1)}));
}

TEST(Merge, CountsOfAllReplicasAreSummed) {
  Shelf shelf;
  shelf.take(change(1, 1).add(kCount, 3)).take(change(2, 1).add(kCount, 4));
  shelf.take(change(1, 2).add(kCount, -1));
  EXPECT_EQ(valueOf(shelf.state(), kCount), whole(6));
}

TEST(Merge, SameCountTwiceIsCountedOnce) {
  RecordState state;
  const Change second = change(1, 2).add(kCount, 3);
  apply(state, second, pending(second));
  apply(state, second, pending(second));
  const Change first = change(1, 1).add(kCount, 5);
  apply(state, first, pending(first));
  EXPECT_EQ(valueOf(state, kCount), whole(3));
}

TEST(Merge, CountPastTheLargestNumberWrapsInsteadOfCrashing) {
  Shelf shelf;
  shelf.take(change(1, 1).add(kCount, std::numeric_limits<std::int64_t>::max()));
  shelf.take(change(1, 2).add(kCount, 1));
  EXPECT_EQ(valueOf(shelf.state(), kCount), whole(std::numeric_limits<std::int64_t>::min()));
}

TEST(Merge, RecordTakesTheNumberOfItsLastChange) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")));
  shelf.take(change(2, 1).write(kLatest, text("3")));
  EXPECT_EQ(shelf.state().number, at(2));
}

TEST(Merge, PendingChangeGivesNoNumber) {
  RecordState state;
  const Change mine = change(1, 1).write(kAsk, text("Friday"));
  apply(state, mine, pending(mine));
  EXPECT_EQ(state.number, std::nullopt);
  EXPECT_TRUE(state.field(kAsk)->heads.front().numbers.pending());
}

TEST(Merge, FirstChangeMakesTheRecord) {
  Shelf shelf;
  Change first = change(1, 1).write(kAsk, text("Friday"));
  first.utcOffset = std::chrono::minutes{-360};
  first.formVersion = 3;
  Change second = change(2, 1).write(kAsk, text("Saturday"));
  second.formVersion = 2;
  shelf.take(first).take(second);
  EXPECT_EQ(shelf.state().id, record(1));
  EXPECT_EQ(shelf.state().type, testType().number);
  EXPECT_EQ(shelf.state().formVersion, 3U);
  EXPECT_EQ(shelf.state().created,
            (Created{dot(1, 1), person(1), first.time, std::chrono::minutes{-360}}));
}

TEST(Merge, HeadBearsTheEffectiveTimeThatTheServerStamped) {
  RecordState state;
  const Change late = change(1, 1).write(kAsk, text("Friday")).time(9'000'000);
  Applied applied = numbered(late, 1);
  applied.effective = {500, 2};
  apply(state, late, applied);
  EXPECT_EQ(state.field(kAsk)->heads.front().time, (HybridTime{500, 2}));
}

TEST(Merge, RecordThatIsPastAChangesNumberHoldsItAlready) {
  Shelf shelf;
  const Change old = change(1, 1).write(kAsk, text("Friday"));
  shelf.take(old).take(change(2, 1).saw(1).write(kAsk, text("Saturday")));
  RecordState again = shelf.state();
  apply(again, old, numbered(old, 1));
  EXPECT_EQ(again, shelf.state());
}

TEST(Merge, PendingHeadIsRemovedByOwnLaterWritesOnly) {
  RecordState state;
  const Change first = change(1, 1).write(kAsk, text("Friday"));
  const Change second = change(1, 2).write(kAsk, text("Saturday"));
  const Change others = change(2, 1).saw(50).write(kAsk, text("Sunday"));
  apply(state, first, pending(first));
  apply(state, others, pending(others));
  EXPECT_EQ(dotsOf(state, kAsk), (std::vector{dot(1, 1), dot(2, 1)}));
  apply(state, second, pending(second));
  EXPECT_EQ(dotsOf(state, kAsk), (std::vector{dot(1, 2), dot(2, 1)}));
}

TEST(MergeAfterRestore, OperationThatAJoinedCopyCoveredIsSkippedAndTheOthersAreNot) {
  constexpr EpochId kBefore{3};
  Lineage lineage;
  lineage.restored(kEpoch, {kBefore, 10});
  RecordState state;
  state.fieldOrNew(kAsk).coverage.widen({kBefore, 20});
  state.fieldOrNew(kDeletedField).coverage.widen({kBefore, 20});
  state.fieldOrNew(kUnion).coverage.widen({kBefore, 20});
  const Change offered = change(1, 1)
                             .write(kAsk, text("Friday"))
                             .write(kLatest, text("3"))
                             .edit(kUnion, {text("food")})
                             .add(kCount, 2)
                             .erase();
  Applied applied{Numbers{{kBefore, 15}}, offered.time, Author::kTablet, nullptr, &lineage};
  applied.numbers.add(at(1));
  apply(state, offered, applied);
  EXPECT_TRUE(dotsOf(state, kAsk).empty());
  EXPECT_TRUE(dotsOf(state, kUnion).empty());
  EXPECT_TRUE(state.deletes.empty());
  EXPECT_EQ(dotsOf(state, kLatest), (std::vector{dot(1, 1)}));
  EXPECT_EQ(valueOf(state, kCount), whole(2));
  EXPECT_EQ(state.number, at(1));
}

// A copy brought back what an author wrote last; then what they had written before comes again, of
// which nobody knows the old number, and then what they wrote last.
class MergeOfWhatACopyBrought : public testing::Test {
 protected:
  // Stands already, under a number of the epoch before and the one of the copy.
  void bring(const Change& change) {
    Applied applied{Numbers{{kBefore, 15}}, change.time, Author::kTablet, nullptr, nullptr};
    applied.numbers.add(at(1));
    apply(state, change, applied);
  }
  // The copy covered it, and brought nothing of it.
  void cover(FieldNumber field) { state.fieldOrNew(field).coverage.widen({kBefore, 20}); }
  void giveBack(const Change& change) {
    Applied applied{Numbers{{kBefore, 15}}, change.time, Author::kTablet, nullptr, nullptr};
    applied.numbers.add(at(3));
    apply(state, change, applied);
  }
  void comesAgain(const Change& change) { apply(state, change, numbered(change, 2)); }

  static constexpr EpochId kBefore{3};
  RecordState state;
};

TEST_F(MergeOfWhatACopyBrought, AnAuthorsOlderValueGoesWhenTheNewerOneComesItself) {
  const Change newer = change(1, 2).write(kAsk, text("Saturday"));
  bring(newer);
  comesAgain(change(1, 1).write(kAsk, text("Friday")));
  EXPECT_EQ(dotsOf(state, kAsk), (std::vector{dot(1, 1), dot(1, 2)}));
  giveBack(newer);
  EXPECT_EQ(dotsOf(state, kAsk), (std::vector{dot(1, 2)}));
}

TEST_F(MergeOfWhatACopyBrought, ItGoesAsWellWhereSomebodyAnsweredTheNewerOne) {
  cover(kAsk);
  comesAgain(change(1, 1).write(kAsk, text("Friday")));
  giveBack(change(1, 2).write(kAsk, text("Saturday")));
  EXPECT_TRUE(dotsOf(state, kAsk).empty());
}

TEST_F(MergeOfWhatACopyBrought, SoDoesAnElement) {
  const Change newer = change(1, 2).edit(kUnion, {text("es")}, {text("ar")});
  bring(newer);
  comesAgain(change(1, 1).edit(kUnion, {text("ar"), text("en")}));
  giveBack(newer);
  EXPECT_EQ(elementsOf(state, kUnion), (std::vector{text("en"), text("es")}));
}

TEST_F(MergeOfWhatACopyBrought, SoDoesADelete) {
  const Change kept = change(1, 2).keep();
  bring(kept);
  comesAgain(change(1, 1).erase());
  giveBack(kept);
  ASSERT_EQ(state.deletes.size(), 1U);
  EXPECT_EQ(state.deletes.front().dot, dot(1, 2));
}

TEST_F(MergeOfWhatACopyBrought, SoDoesACellOfACoveredRowWithoutCountingTwice) {
  const Change newer = change(1, 2).write(1, kWhat, text("new")).cell(1, kHeads, AddAmount{2});
  bring(newer);
  cover(kRows);
  comesAgain(change(1, 1).write(1, kWhat, text("old")));
  giveBack(newer);
  ASSERT_EQ(rowOf(state, 1).field(kWhat)->heads.size(), 1U);
  EXPECT_EQ(rowOf(state, 1).field(kWhat)->heads.front().dot, dot(1, 2));
  EXPECT_EQ(valueOf(rowOf(state, 1), kHeads), whole(2));
}

TEST(MergeAfterRestore, WhoSawTheNewEpochSawWhatTheRestoreKept) {
  constexpr EpochId kBefore{3};
  Lineage lineage;
  lineage.restored(kEpoch, {kBefore, 10});
  RecordState state;
  const Change kept = change(1, 1).write(kAsk, text("kept"));
  const Change lost = change(2, 1).write(kAsk, text("came back later"));
  const Change next = change(3, 1).saw(1).write(kAsk, text("next"));
  apply(state, kept, {Numbers{{kBefore, 10}}, kept.time, Author::kTablet, nullptr, &lineage});
  Applied offered{Numbers{{kBefore, 11}}, lost.time, Author::kTablet, nullptr, &lineage};
  offered.numbers.add(at(2));
  apply(state, lost, offered);
  apply(state, next, {Numbers{at(3)}, next.time, Author::kTablet, nullptr, &lineage});
  EXPECT_EQ(dotsOf(state, kAsk), (std::vector{dot(2, 1), dot(3, 1)}));
}

TEST(WroteEarlier, UnderWhicheverOfItsFormerNames) {
  const Formerly names{{replica(3), 9}, {replica(8), 4}};
  EXPECT_TRUE(wroteEarlier(dot(8, 4), dot(1, 1), names));
  EXPECT_FALSE(wroteEarlier(dot(8, 5), dot(1, 1), names));
  EXPECT_FALSE(wroteEarlier(dot(7, 1), dot(1, 1), names));
}

}  // namespace
}  // namespace rapport
