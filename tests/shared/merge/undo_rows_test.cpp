#include <limits>

#include <gtest/gtest.h>

#include "tests/shared/merge/undo_builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

// Changes of rows, and what else is taken back in part or not at all.
class UndoOfRows : public Undoing {
 protected:
  static Place cellOf(unsigned rowName, FieldNumber cell) { return {kRows, row(rowName), cell}; }
  static Place rowPlace(unsigned rowName) { return {kRows, row(rowName)}; }
  // Somebody else's change that saw everything.
  ChangeBuilder next(unsigned replicaName, std::uint64_t counter) {
    return change(replicaName, counter).saw(all());
  }
};

TEST_F(UndoOfRows, OneCellOfAChangeGoesBackAlone) {
  take(change(1, 1).write(1, kWhat, text("Friday")).write(1, kStage, status(0, "open")));
  const Done both =
      take(next(2, 1).write(1, kWhat, text("Saturday")).write(1, kStage, status(0, "doing")));
  undo(both, cellOf(1, kWhat));
  EXPECT_EQ(valueOf(rowOf(shelf_.state(), 1), kWhat), text("Friday"));
  EXPECT_EQ(valueOf(rowOf(shelf_.state(), 1), kStage), status(0, "doing"));
}

TEST_F(UndoOfRows, OneCellOfANewRowGoesBackAndTheRowStays) {
  take(change(1, 1).write(kAsk, text("there")));
  const Done made = take(next(2, 1).write(1, kWhat, text("Clause")).cell(1, kHeads, AddAmount{4}));
  undo(made, cellOf(1, kWhat));
  EXPECT_EQ(rowsOf(shelf_.state()), std::vector<unsigned>{1});
  EXPECT_TRUE(isCleared(valueOf(rowOf(shelf_.state(), 1), kWhat)));
}

TEST_F(UndoOfRows, OfTwoRowsTheOtherIsLeftAlone) {
  take(change(1, 1).write(1, kWhat, text("a")).write(2, kWhat, text("b")));
  const Done both = take(next(2, 1).write(1, kWhat, text("c")).write(2, kWhat, text("d")));
  undo(both, cellOf(1, kWhat));
  EXPECT_EQ(valueOf(rowOf(shelf_.state(), 1), kWhat), text("a"));
  EXPECT_EQ(valueOf(rowOf(shelf_.state(), 2), kWhat), text("d"));
}

TEST_F(UndoOfRows, ANewRowThatIsGoneIsNotTakenBack) {
  take(change(1, 1).write(kAsk, text("there")));
  const Done made = take(next(2, 1).write(1, kWhat, text("Clause")));
  take(next(3, 1).eraseRow(1));
  EXPECT_EQ(refusal(made), ErrorCode::kConflict);
}

TEST_F(UndoOfRows, ACellOfARemovedRowIsNotWrittenBack) {
  take(change(1, 1).write(1, kWhat, text("Friday")));
  const Done edited = take(next(2, 1).write(1, kWhat, text("Saturday")));
  take(next(3, 1).eraseRow(1));
  EXPECT_EQ(refusal(edited), ErrorCode::kConflict);
}

TEST_F(UndoOfRows, ACellThatWasChangedSinceIsLeftAlone) {
  take(change(1, 1).write(1, kWhat, text("Friday")));
  const Done edited = take(next(2, 1).write(1, kWhat, text("Saturday")));
  take(next(3, 1).write(1, kWhat, text("Sunday")));
  EXPECT_EQ(refusal(edited), ErrorCode::kConflict);
}

TEST_F(UndoOfRows, ARowThatIsNotShownIsNotTakenBack) {
  take(change(1, 1).write(kAsk, text("there")));
  const Change never = change(2, 1).write(1, kWhat, text("Clause"));
  EXPECT_EQ(refusal(doneTo(shelf_.state(), never)), ErrorCode::kConflict);
}

TEST_F(UndoOfRows, ARemovalThatStandsNoMoreIsNotTakenBack) {
  take(change(1, 1).write(1, kWhat, text("Clause")));
  const Done removed = take(next(2, 1).eraseRow(1));
  take(next(3, 1).keepRow(1));
  EXPECT_EQ(refusal(removed), ErrorCode::kConflict);
}

TEST_F(UndoOfRows, ARemovalIsNoPartOfACell) {
  take(change(1, 1).write(1, kWhat, text("Friday")));
  const Done both = take(next(2, 1).keepRow(1).write(1, kWhat, text("Saturday")));
  const auto only = inverse(both, cellOf(1, kWhat));
  ASSERT_TRUE(only.ok());
  const auto& entry = std::get<RowEntries>(only->fields.front().what).rows.front();
  EXPECT_FALSE(entry.deletion);
  EXPECT_EQ(entry.cells.size(), 1U);
  const auto kept = inverse(both, rowPlace(1));
  ASSERT_TRUE(kept.ok());
  const auto& removal = std::get<RowEntries>(kept->fields.front().what).rows.front();
  EXPECT_EQ(removal.deletion, Deletion::kDelete);
  EXPECT_TRUE(removal.cells.empty());
}

TEST_F(UndoOfRows, WhoDoesNotKnowWhatStoodBeforeWritesNothingBack) {
  take(change(1, 1).write(1, kWhat, text("Friday")));
  Done edited = take(next(2, 1).write(1, kWhat, text("Saturday")));
  edited.before.reset();
  EXPECT_EQ(refusal(edited), ErrorCode::kRefused);
}

TEST_F(UndoOfRows, CellsThatTheRoleMayNotReadOrNobodyKnowsAreLeftAlone) {
  take(change(1, 1).write(1, kWhat, text("Friday")).write(1, kStaffCell, text("worry")));
  const Done hidden = take(next(2, 1).write(1, kStaffCell, text("none")));
  EXPECT_EQ(refusal(hidden, {}, Role::kVolunteer), ErrorCode::kNotFound);
  const Done unknown = take(next(3, 1).write(1, 99, text("newer")));
  EXPECT_EQ(refusal(unknown, {}, Role::kSafeguarding), ErrorCode::kNotFound);
}

TEST_F(UndoOfRows, APlaceInWhichTheChangeDidNothingHasNothingToTakeBack) {
  take(change(1, 1).write(1, kWhat, text("Friday")).write(kAsk, text("there")));
  const Done edited = take(next(2, 1).write(1, kWhat, text("Saturday")).write(kAsk, text("here")));
  EXPECT_EQ(refusal(edited, Place{kRows}), ErrorCode::kNotFound);
  EXPECT_EQ(refusal(edited, Place{kAsk, row(1), kWhat}), ErrorCode::kNotFound);
  EXPECT_EQ(refusal(edited, Place{}), ErrorCode::kNotFound);
}

TEST_F(UndoOfRows, WhatIsNoDeedOfACellIsNotTakenBack) {
  take(change(1, 1).write(1, kWhat, text("Friday")));
  const Done odd{change(2, 1).cell(1, kWhat, EditRows{}), Contents{}};
  EXPECT_EQ(refusal(odd, cellOf(1, kWhat)), ErrorCode::kInvalid);
}

TEST_F(UndoOfRows, ADeletionIsNoPartOfAField) {
  take(change(1, 1).write(kAsk, text("Friday")));
  const Done both = take(next(2, 1).erase().write(kAsk, text("Saturday")));
  take(next(3, 1).keep());
  const auto only = inverse(both, Place{kAsk});
  ASSERT_TRUE(only.ok());
  EXPECT_FALSE(only->deletion);
  EXPECT_EQ(only->fields.size(), 1U);
}

TEST_F(UndoOfRows, OfAChangeThatMadeTheRecordOneFieldGoesBackAlone) {
  const Done made = take(change(1, 1).write(kAsk, text("Friday")).write(kLatest, text("there")));
  undo(made, Place{kAsk});
  EXPECT_TRUE(isCleared(valueOf(shelf_.state(), kAsk)));
  EXPECT_EQ(valueOf(shelf_.state(), kLatest), text("there"));
}

TEST_F(UndoOfRows, ARecordThatIsGoneIsNotUnmadeAgain) {
  const Done made = take(change(1, 1).write(kAsk, text("Friday")));
  take(next(2, 1).erase());
  EXPECT_EQ(refusal(made), ErrorCode::kConflict);
}

TEST_F(UndoOfRows, AFieldThatTheFormNoLongerHasStaysInTheHistory) {
  take(change(1, 1).write(kAsk, text("Friday")));
  const Done odd = take(next(2, 1).write(99, text("newer")));
  EXPECT_EQ(refusal(odd, {}, Role::kSafeguarding), ErrorCode::kRefused);
}

TEST_F(UndoOfRows, WhatTheFormNoLongerTakesIsNotWrittenBack) {
  take(change(1, 1).write(kLatest, whole(3)));
  const Done edited = take(next(2, 1).write(kLatest, text("three")));
  EXPECT_EQ(refusal(edited), ErrorCode::kInvalid);
}

TEST_F(UndoOfRows, WhoMayReadAndNotWriteTakesNothingBack) {
  RecordType type = testType();
  type.writers = {Role::kWorker};
  take(change(1, 1).write(kAsk, text("Friday")));
  const Done edited = take(next(2, 1).write(kAsk, text("Saturday")));
  const auto undone = inverseOf(type, Role::kVolunteer, shelf_.state(), edited);
  ASSERT_FALSE(undone.ok());
  EXPECT_EQ(undone.error().code, ErrorCode::kRefused);
}

TEST_F(UndoOfRows, AFirstConsentIsForThePersonToTakeBack) {
  take(change(1, 1).write(kAsk, text("there")));
  const Done no = take(next(2, 1).write(kConsent, consent(0, ConsentAnswer::kNo)));
  EXPECT_EQ(refusal(no), ErrorCode::kRefused);
}

TEST_F(UndoOfRows, AnElementThatSomebodyTookOutIsNotTakenOutAgain) {
  take(change(1, 1).write(kAsk, text("there")));
  const Done added = take(next(2, 1).edit(kUnion, {text("food"), text("work")}));
  take(next(3, 1).edit(kUnion, {}, {text("food")}));
  undo(added);
  EXPECT_TRUE(elementsOf(shelf_.state(), kUnion).empty());
  EXPECT_EQ(refusal(added), ErrorCode::kConflict);
}

TEST_F(UndoOfRows, AnAmountWithoutAnOppositeIsNotCountedBack) {
  take(change(1, 1).write(kAsk, text("there")));
  const Done counted = take(next(2, 1).add(kCount, std::numeric_limits<std::int64_t>::min()));
  EXPECT_EQ(refusal(counted), ErrorCode::kInvalid);
}

TEST(SayTheSame, ValuesOfDifferentKindsDoNot) {
  EXPECT_FALSE(sayTheSame(status(0, "open"), text("open")));
  EXPECT_FALSE(sayTheSame(consent(0, ConsentAnswer::kYes), text("yes")));
  EXPECT_TRUE(sayTheSame(status(0, "open"), status(4, "open")));
  EXPECT_TRUE(sayTheSame(consent(0, ConsentAnswer::kYes), consent(2, ConsentAnswer::kYes)));
}

TEST(TouchedBy, ADeletionTouchesDeletesAndNoField) {
  RecordState before = Shelf{}.take(change(1, 1).write(kAsk, text("there"))).state();
  before.fieldOrNew(kDeletedField).coverage.widen(at(3));
  const Contents touched = touchedBy(Change(change(2, 1).erase()).operations, before);
  EXPECT_TRUE(touched.fields.empty());
}

}  // namespace
}  // namespace rapport
