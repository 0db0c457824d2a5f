#include <gtest/gtest.h>

#include "shared/merge/read.h"
#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

TEST(Delete, HidesWhatItsAuthorSaw) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")).edit(kUnion, {text("food")}));
  shelf.take(change(2, 1).saw(1).erase());
  EXPECT_TRUE(isDeleted(shelf.state()));
  EXPECT_FALSE(isDeleteContested(shelf.state()));
}

TEST(Delete, RecordNobodyDeletedStands) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")));
  EXPECT_FALSE(isDeleted(shelf.state()));
  EXPECT_FALSE(isDeleteContested(shelf.state()));
}

TEST(Delete, UnseenEditSurvivesAndIsFlagged) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")));
  shelf.take(change(2, 1).saw(1).write(kAsk, text("Saturday")));
  shelf.take(change(3, 1).saw(1).erase());
  EXPECT_FALSE(isDeleted(shelf.state()));
  EXPECT_TRUE(isDeleteContested(shelf.state()));
  EXPECT_TRUE(needsPerson(testType(), shelf.state()));
}

TEST(Delete, EditAfterADeleteBringsTheRecordBack) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")));
  shelf.take(change(2, 1).saw(1).erase());
  shelf.take(change(1, 2).saw(1).write(kLatest, text("3")));
  EXPECT_FALSE(isDeleted(shelf.state()));
}

TEST(Delete, UnseenCountSurvives) {
  Shelf shelf;
  shelf.take(change(1, 1).add(kCount, 1));
  shelf.take(change(2, 1).saw(1).erase());
  EXPECT_TRUE(isDeleted(shelf.state()));
  shelf.take(change(1, 2).saw(1).add(kCount, 1));
  EXPECT_FALSE(isDeleted(shelf.state()));
}

TEST(Delete, AuthorsOwnEarlierWritesGoWithoutHavingBeenSeen) {
  RecordState state;
  const Change wrote = change(1, 1).write(kAsk, text("Friday")).add(kCount, 1);
  const Change deleted = change(1, 2).erase();
  apply(state, wrote, pending(wrote));
  apply(state, deleted, pending(deleted));
  EXPECT_TRUE(isDeleted(state));
}

TEST(Delete, WhatTheAuthorWroteUnderAFormerIdGoesToo) {
  const Formerly formerly{{replica(8), 1}, {replica(1), 3}, {replica(1), 2}};
  Shelf shelf;
  shelf.take(change(1, 3).write(kAsk, text("Friday")));
  shelf.take(change(5, 1).erase(), Author::kTablet, &formerly);
  EXPECT_TRUE(isDeleted(shelf.state()));
  EXPECT_EQ(shelf.state().deletes.front().formerly, (Formerly{{replica(1), 3}, {replica(8), 1}}));
}

TEST(Delete, AnotherConsolePagesEditIsNotItsOwn) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")));
  shelf.take(change(9, 1).saw(1).write(kAsk, text("another page")), Author::kServer);
  shelf.take(change(9, 2).saw(1).erase(), Author::kServer);
  EXPECT_FALSE(isDeleted(shelf.state()));
}

TEST(Delete, LeavesAliveWhatItsAuthorCouldNotRead) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")).write(kStaffOnly, text("a worry")));
  shelf.take(change(2, 1).saw(1).erase({kStaffOnly}));
  EXPECT_FALSE(isDeleted(shelf.state()));
  EXPECT_TRUE(isDeleteContested(shelf.state()));
}

TEST(Delete, SeveralDeletesTogetherMayMeanEverything) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")).write(kStaffOnly, text("a worry")));
  shelf.take(change(2, 1).saw(1).erase({kStaffOnly}));
  shelf.take(change(3, 1).saw(1).erase({kAsk}));
  EXPECT_EQ(shelf.state().deletes.size(), 2U);
  EXPECT_TRUE(isDeleted(shelf.state()));
}

TEST(Delete, KeepUndoesTheDeletesThatItSaw) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")));
  shelf.take(change(2, 1).saw(1).erase());
  shelf.take(change(3, 1).saw(2).keep());
  EXPECT_FALSE(isDeleted(shelf.state()));
  EXPECT_FALSE(isDeleteContested(shelf.state()));
  EXPECT_EQ(shelf.state().deletes.front().deletion, Deletion::kKeep);
}

TEST(Delete, KeepLeavesADeleteThatItDidNotSee) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")));
  shelf.take(change(2, 1).saw(1).erase());
  shelf.take(change(3, 1).saw(1).erase());
  shelf.take(change(4, 1).saw(2).keep());
  EXPECT_TRUE(isDeleted(shelf.state()));
}

TEST(Delete, DeletingTwiceIsDeletingOnce) {
  Shelf shelf;
  const Change twice = change(1, 2).erase();
  shelf.take(change(1, 1).write(kAsk, text("Friday")));
  RecordState state = shelf.state();
  apply(state, twice, pending(twice));
  const RecordState once = state;
  apply(state, twice, pending(twice));
  EXPECT_EQ(state, once);
}

TEST(Delete, WhyARecordStandsIsToldByTheLatestEditThatNobodyMeant) {
  for (const std::int64_t second : {-5, 5}) {
    Shelf shelf;
    shelf.take(change(1, 1).write(kRevoked, Value{true}));
    shelf.take(change(2, 1).saw(1).erase());
    shelf.take(change(3, 1).write(kLatest, text("a")).time(100));
    shelf.take(change(4, 1).write(kAsk, text("b")).time(100 + second));
    const Unmeant latest = latestUnmeant(shelf.state());
    EXPECT_EQ(latest.dot, second < 0 ? dot(3, 1) : dot(4, 1));
  }
}

// Of what was counted nobody keeps when: it tells why only where nothing else does.
TEST(Delete, WhyARecordStandsIsToldByACountWhereNothingElseTells) {
  Shelf shelf;
  shelf.take(change(1, 1).add(kCount, 2));
  shelf.take(change(2, 1).saw(1).erase());
  shelf.take(change(3, 1).add(kCount, 1));
  EXPECT_EQ(latestUnmeant(shelf.state()).dot, dot(3, 1));
  EXPECT_EQ(latestUnmeant(shelf.state()).head, nullptr);
  shelf.take(change(4, 1).write(kAsk, text("a")));
  EXPECT_EQ(latestUnmeant(shelf.state()).dot, dot(4, 1));
}

}  // namespace
}  // namespace rapport
