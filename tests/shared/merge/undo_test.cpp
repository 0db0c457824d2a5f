#include <limits>

#include <gtest/gtest.h>

#include "shared/merge/taken_back.h"
#include "tests/shared/merge/undo_builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

using UndoTest = Undoing;

TEST_F(UndoTest, ARegisterGoesBackToWhatStoodBefore) {
  take(change(1, 1).write(kAsk, text("Friday")));
  const Done saturday = take(change(2, 1).saw(all()).write(kAsk, text("Saturday")));
  undo(saturday);
  EXPECT_EQ(valueOf(shelf_.state(), kAsk), text("Friday"));
  EXPECT_EQ(dotsOf(shelf_.state(), kAsk), (std::vector{dot(kOther, 1)}));
}

TEST_F(UndoTest, TheFirstWriteOfARegisterGoesBackToNothing) {
  take(change(1, 1).write(kLatest, text("there")));
  const Done first = take(change(1, 2).saw(all()).write(kAsk, text("Friday")));
  undo(first);
  EXPECT_TRUE(isCleared(valueOf(shelf_.state(), kAsk)));
}

TEST_F(UndoTest, WhatWasChangedSinceIsLeftAlone) {
  take(change(1, 1).write(kAsk, text("Friday")));
  const Done saturday = take(change(2, 1).saw(all()).write(kAsk, text("Saturday")));
  take(change(3, 1).saw(all()).write(kAsk, text("Sunday")));
  EXPECT_EQ(refusal(saturday), ErrorCode::kConflict);
}

TEST_F(UndoTest, WhatSaysTheSameAgainCanBeUndoneAgain) {
  take(change(1, 1).write(kAsk, text("Friday")));
  const Done saturday = take(change(2, 1).saw(all()).write(kAsk, text("Saturday")));
  const Done sunday = take(change(3, 1).saw(all()).write(kAsk, text("Sunday")));
  undo(sunday);
  undo(saturday);
  EXPECT_EQ(valueOf(shelf_.state(), kAsk), text("Friday"));
}

TEST_F(UndoTest, OfTwoVersionsTheOtherStands) {
  take(change(1, 1).write(kAsk, text("Friday")));
  const std::uint64_t seen = all();
  const Done saturday = take(change(2, 1).saw(seen).write(kAsk, text("Saturday")));
  take(change(3, 1).saw(seen).write(kAsk, text("Sunday")));
  EXPECT_EQ(versionsOf(shelf_.state(), kAsk).size(), 2U);
  undo(saturday);
  EXPECT_EQ(valueOf(shelf_.state(), kAsk), text("Sunday"));
  EXPECT_TRUE(versionsOf(shelf_.state(), kAsk).empty());
}

TEST_F(UndoTest, WritingTheSameAgainIsNothingToUndo) {
  take(change(1, 1).write(kAsk, text("Friday")));
  EXPECT_EQ(refusal(take(change(2, 1).saw(all()).write(kAsk, text("Friday")))),
            ErrorCode::kInvalid);
}

TEST_F(UndoTest, WhatNobodyRemembersIsNotGuessed) {
  take(change(1, 1).write(kAsk, text("Friday")).edit(kUnion, {text("x")}));
  const Change later = change(2, 1).saw(all()).write(kAsk, text("Saturday"));
  shelf_.take(later);
  EXPECT_EQ(refusal(Done{later}), ErrorCode::kRefused);
  const Change removal = change(2, 2).saw(all()).edit(kUnion, {}, {text("x")});
  shelf_.take(removal);
  EXPECT_EQ(refusal(Done{removal}), ErrorCode::kRefused);
}

TEST_F(UndoTest, AnImmutableValueStaysUnlessARivalStandsBesideIt) {
  take(change(1, 1).write(kLatest, text("there")));
  const std::uint64_t seen = all();
  const Done first = take(change(2, 1).saw(seen).write(kImmutable, text("one")));
  EXPECT_EQ(refusal(first), ErrorCode::kRefused);
  take(change(3, 1).saw(seen).write(kImmutable, text("two")));
  undo(first);
  EXPECT_EQ(valueOf(shelf_.state(), kImmutable), text("two"));
  EXPECT_TRUE(versionsOf(shelf_.state(), kImmutable).empty());
}

TEST_F(UndoTest, AStatusGoesBackAsANewGeneration) {
  take(change(1, 1).write(kStatus, status(0, "open")));
  const Done kept = take(change(2, 1).saw(all()).write(kStatus, status(0, "kept")));
  undo(kept);
  EXPECT_EQ(valueOf(shelf_.state(), kStatus), Value(status(1, "open")));
}

TEST_F(UndoTest, TheFirstStatusHasNoneBeforeIt) {
  take(change(1, 1).write(kLatest, text("there")));
  EXPECT_EQ(refusal(take(change(2, 1).saw(all()).write(kStatus, status(0, "open")))),
            ErrorCode::kRefused);
}

TEST_F(UndoTest, NobodyBringsBackAYesByUndo) {
  take(change(1, 1).write(kConsent, consent(0, ConsentAnswer::kYes)));
  const Done no = take(change(2, 1).saw(all()).write(kConsent, consent(0, ConsentAnswer::kNo)));
  EXPECT_EQ(refusal(no), ErrorCode::kRefused);
  const Done yes = take(change(3, 1).saw(all()).write(kConsent, consent(1, ConsentAnswer::kYes)));
  undo(yes);
  EXPECT_EQ(valueOf(shelf_.state(), kConsent), Value(consent(1, ConsentAnswer::kNo)));
}

TEST_F(UndoTest, WhatNeverFallsStays) {
  take(change(1, 1).write(kLatest, text("there")));
  EXPECT_EQ(refusal(take(change(2, 1).saw(all()).write(kRevoked, true))), ErrorCode::kRefused);
}

TEST_F(UndoTest, ASetLosesWhatOnlyThisAddedAndGetsBackWhatItTook) {
  take(change(1, 1).edit(kUnion, {text("a"), text("b")}));
  const Done edit = take(change(2, 1).saw(all()).edit(kUnion, {text("c"), text("d")}, {text("a")}));
  take(change(3, 1).edit(kUnion, {text("d")}));  // had not seen it
  undo(edit);
  EXPECT_EQ(elementsOf(shelf_.state(), kUnion), (std::vector{text("a"), text("b"), text("d")}));
}

TEST_F(UndoTest, AnElementThatWasThereBeforeStays) {
  take(change(1, 1).edit(kUnion, {text("a")}));
  const Done again = take(change(2, 1).saw(all()).edit(kUnion, {text("a")}));
  EXPECT_EQ(refusal(again), ErrorCode::kConflict);
}

TEST_F(UndoTest, ACountIsCountedBackOnce) {
  take(change(1, 1).add(kCount, 4));
  Done seven = take(change(2, 1).saw(all()).add(kCount, 7));
  undo(seven);
  EXPECT_EQ(valueOf(shelf_.state(), kCount), whole(4));
  seven.takenBack.insert({kCount});
  EXPECT_EQ(refusal(seven), ErrorCode::kConflict);
}

TEST_F(UndoTest, ADeletedRecordIsKeptAndADeleteCanBeDoneAgain) {
  take(change(1, 1).write(kAsk, text("Friday")));
  const Done gone = take(change(2, 1).saw(all()).erase());
  ASSERT_TRUE(isDeleted(shelf_.state()));
  const Done kept = undo(gone);
  EXPECT_FALSE(isDeleted(shelf_.state()));
  EXPECT_FALSE(isDeleteContested(shelf_.state()));
  undo(kept);
  EXPECT_TRUE(isDeleted(shelf_.state()));
  EXPECT_EQ(refusal(gone), ErrorCode::kConflict);
}

TEST_F(UndoTest, NoFieldOfADeletedRecordIsUndone) {
  take(change(1, 1).write(kAsk, text("Friday")));
  const Done saturday = take(change(2, 1).saw(all()).write(kAsk, text("Saturday")));
  take(change(1, 2).saw(all()).erase());
  EXPECT_EQ(refusal(saturday), ErrorCode::kConflict);
}

TEST_F(UndoTest, WhatMadeARecordIsUndoneByDeletingIt) {
  const Done made = take(change(1, 1).write(kAsk, text("Friday")).write(kImmutable, text("one")));
  undo(made);
  EXPECT_TRUE(isDeleted(shelf_.state()));
}

TEST_F(UndoTest, OneFieldOfAChangeAlone) {
  take(change(1, 1).write(kAsk, text("Friday")).write(kLatest, text("here")));
  const Done both =
      take(change(2, 1).saw(all()).write(kAsk, text("Saturday")).write(kLatest, text("there")));
  undo(both, Place{kAsk});
  EXPECT_EQ(valueOf(shelf_.state(), kAsk), text("Friday"));
  EXPECT_EQ(valueOf(shelf_.state(), kLatest), text("there"));
  EXPECT_EQ(refusal(both), ErrorCode::kConflict) << "all of it or nothing";
  EXPECT_EQ(refusal(both, Place{kMin}), ErrorCode::kNotFound);
}

TEST_F(UndoTest, WhatARoleMayNotReadItDoesNotUndo) {
  take(change(1, 1).write(kAsk, text("Friday")).write(kStaffOnly, text("a")));
  const Done both =
      take(change(2, 1).saw(all()).write(kAsk, text("Saturday")).write(kStaffOnly, text("b")));
  EXPECT_EQ(refusal(both, Place{kStaffOnly}, Role::kVolunteer), ErrorCode::kNotFound);
  const auto found = inverse(both, {}, Role::kVolunteer);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->fields.size(), 1U);
  EXPECT_EQ(found->fields.front().field, "ask");
}

TEST_F(UndoTest, CellsOfARowGoBackAndANewRowIsRemoved) {
  take(change(1, 1).write(1, kWhat, text("Mondays")));
  const Done reworded = take(change(2, 1).saw(all()).write(1, kWhat, text("Tuesdays")));
  const Done added = take(change(2, 2).saw(all()).write(2, kWhat, text("Keys")));
  undo(reworded);
  EXPECT_EQ(valueOf(rowOf(shelf_.state(), 1), kWhat), text("Mondays"));
  undo(added);
  EXPECT_EQ(rowsOf(shelf_.state()), (std::vector<unsigned>{1}));
  const Done removed = take(change(3, 1).saw(all()).eraseRow(1));
  EXPECT_TRUE(rowsOf(shelf_.state()).empty());
  undo(removed, Place{kRows, row(1)});
  EXPECT_EQ(rowsOf(shelf_.state()), (std::vector<unsigned>{1}));
}

TEST(PlaceTest, IsFoundByNameAndAddress) {
  const std::string ofRow = "rows/" + row(3).toString() + "/";
  EXPECT_EQ(placeAt(testType(), "ask"), Place{kAsk});
  EXPECT_EQ(placeAt(testType(), "deleted"), Place{});
  EXPECT_EQ(placeAt(testType(), ofRow + "what"), (Place{kRows, row(3), kWhat}));
  EXPECT_EQ(placeAt(testType(), ofRow + "deleted"), (Place{kRows, row(3)}));
  for (const std::string& none :
       {std::string("nothing"), ofRow + "nothing", ofRow, std::string()}) {
    EXPECT_FALSE(placeAt(testType(), none)) << none;
  }
}

TEST(TakenBackTest, IsTheLatestOppositeThatTheAuthorKnewAndEachOnce) {
  TakenBack taken;
  const auto count = [&taken](const ChangeBuilder& built, std::uint64_t n) {
    const Change made = built;
    const Operation& operation = made.operations.front();
    taken.add({kCount}, made.dot, Numbers(at(n)), std::get<AddAmount>(operation.deed).amount,
              Knowledge(operation, made.dot, numbered(made, n)));
  };
  count(change(1, 1).add(kCount, 1), 1);
  count(change(1, 2).saw(1).add(kCount, 1), 2);
  count(change(2, 1).saw(1).add(kCount, -1), 3);  // has not seen the second
  ASSERT_NE(taken.by({kCount}, dot(1, 1)), nullptr);
  EXPECT_EQ(*taken.by({kCount}, dot(1, 1)), dot(2, 1));
  EXPECT_EQ(taken.by({kCount}, dot(1, 2)), nullptr);
  count(change(1, 3).saw(3).add(kCount, -1), 4);
  EXPECT_EQ(*taken.by({kCount}, dot(1, 2)), dot(1, 3));
  count(change(1, 4).saw(4).add(kCount, 1), 5);  // both pairs are done with: somebody new came
  EXPECT_EQ(taken.by({kCount}, dot(1, 3)), nullptr);
  EXPECT_EQ(taken.by({kMin}, dot(1, 1)), nullptr);
}

TEST(TakenBackTest, WhatHasNoOppositeIsNeverTakenBack) {
  TakenBack taken;
  const Place place{kCount};
  const Change least = change(1, 1).add(kCount, std::numeric_limits<std::int64_t>::min());
  const Change again = change(2, 1).saw(1).add(kCount, std::numeric_limits<std::int64_t>::min());
  for (const Change* each : {&least, &again}) {
    const Operation& operation = each->operations.front();
    taken.add(place, each->dot, Numbers(at(each->dot.counter)),
              std::get<AddAmount>(operation.deed).amount,
              Knowledge(operation, each->dot, numbered(*each, 2)));
  }
  EXPECT_EQ(taken.by(place, least.dot), nullptr);
}

}  // namespace
}  // namespace rapport
