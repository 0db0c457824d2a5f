#include <gtest/gtest.h>

#include "shared/merge/conflicts.h"
#include "shared/merge/filter.h"
#include "shared/merge/state_codec.h"
#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

std::vector<std::string> addressesOf(const RecordState& state) {
  std::vector<std::string> addresses;
  for (const Conflict& conflict : conflictsIn(testType(), state)) {
    addresses.push_back(conflict.address);
  }
  return addresses;
}

std::string address(unsigned rowName, const std::string& cell) {
  return "rows/" + row(rowName).toString() + "/" + cell;
}

TEST(Rows, AddedApartAllStandInTheOrderOfTheirIds) {
  Shelf shelf;
  shelf.take(change(1, 1).write(2, kWhat, text("second")));
  shelf.take(change(2, 1).write(1, kWhat, text("first")));
  EXPECT_EQ(rowsOf(shelf.state()), (std::vector<unsigned>{1, 2}));
  EXPECT_EQ(valueOf(rowOf(shelf.state(), 1), kWhat), text("first"));
  EXPECT_FALSE(needsPerson(testType(), shelf.state()));
}

TEST(Rows, EditsOfDifferentCellsBothStand) {
  Shelf shelf;
  shelf.take(change(1, 1).write(1, kWhat, text("clause")).write(1, kStage, status(0, "open")));
  shelf.take(change(2, 1).saw(1).write(1, kWhat, text("Clause 1")));
  shelf.take(change(3, 1).saw(1).write(1, kStage, status(0, "doing")));
  EXPECT_EQ(valueOf(rowOf(shelf.state(), 1), kWhat), text("Clause 1"));
  EXPECT_EQ(valueOf(rowOf(shelf.state(), 1), kStage), status(0, "doing"));
  EXPECT_FALSE(needsPerson(testType(), shelf.state()));
}

TEST(Rows, EditsOfOneCellApartAskAPersonUnderTheCellsAddress) {
  Shelf shelf;
  shelf.take(change(1, 1).write(1, kWhat, text("clause")));
  shelf.take(change(2, 1).saw(1).write(1, kWhat, text("ours")));
  shelf.take(change(3, 1).saw(1).write(1, kWhat, text("theirs")));
  EXPECT_EQ(addressesOf(shelf.state()), std::vector{address(1, "what")});
  EXPECT_TRUE(needsPerson(testType(), shelf.state()));
  shelf.take(change(2, 2).saw(3).write(1, kWhat, text("agreed")));
  EXPECT_FALSE(needsPerson(testType(), shelf.state()));
  EXPECT_EQ(valueOf(rowOf(shelf.state(), 1), kWhat), text("agreed"));
}

TEST(Rows, EachCellFollowsItsOwnRule) {
  Shelf shelf;
  shelf.take(
      change(1, 1).cell(1, kTags, EditElements{{text("x")}, {}}).cell(1, kHeads, AddAmount{12}));
  shelf.take(change(2, 1)
                 .cell(1, kTags, EditElements{{text("y")}, {text("x")}})
                 .cell(1, kHeads, AddAmount{9}));
  const RowState& merged = rowOf(shelf.state(), 1);
  EXPECT_EQ(reading(merged, kTags).elements, (std::vector{text("x"), text("y")}));
  EXPECT_EQ(valueOf(merged, kHeads), whole(21));
}

TEST(Rows, ARemovalOfEverythingSeenHidesTheRowAndKeepingBringsItBack) {
  Shelf shelf;
  shelf.take(change(1, 1).write(1, kWhat, text("clause")).cell(1, kHeads, AddAmount{1}));
  shelf.take(change(2, 1).saw(1).eraseRow(1));
  EXPECT_TRUE(rowsOf(shelf.state()).empty());
  EXPECT_FALSE(needsPerson(testType(), shelf.state()));
  shelf.take(change(1, 2).saw(2).keepRow(1));
  EXPECT_EQ(rowsOf(shelf.state()), std::vector<unsigned>{1});
  EXPECT_FALSE(needsPerson(testType(), shelf.state()));
}

TEST(Rows, AnEditThatTheRemovalDidNotSeeKeepsTheWholeRowFlagged) {
  Shelf shelf;
  shelf.take(change(1, 1).write(1, kWhat, text("clause")).cell(1, kHeads, AddAmount{3}));
  shelf.take(change(2, 1).saw(1).eraseRow(1));
  shelf.take(change(3, 1).saw(1).write(1, kStage, status(0, "doing")));
  ASSERT_EQ(rowsOf(shelf.state()), std::vector<unsigned>{1});
  EXPECT_EQ(valueOf(rowOf(shelf.state(), 1), kWhat), text("clause"));
  EXPECT_EQ(valueOf(rowOf(shelf.state(), 1), kHeads), whole(3));
  EXPECT_EQ(addressesOf(shelf.state()), std::vector{address(1, "deleted")});
  EXPECT_TRUE(needsPerson(testType(), shelf.state()));
  EXPECT_EQ(latestUnmeant(rowOf(shelf.state(), 1)).dot, dot(3, 1));
  shelf.take(change(2, 2).saw(3).eraseRow(1));
  EXPECT_TRUE(rowsOf(shelf.state()).empty());
  EXPECT_FALSE(needsPerson(testType(), shelf.state()));
}

TEST(Rows, ARemovalBySomebodyWhoCouldNotReadACellLeavesTheRow) {
  Shelf shelf;
  shelf.take(change(1, 1).write(1, kWhat, text("clause")).write(1, kStaffCell, text("careful")));
  shelf.take(change(2, 1).saw(1).eraseRow(1, {kStaffCell}));
  EXPECT_EQ(rowsOf(shelf.state()), std::vector<unsigned>{1});
  const auto seen = filterFor(Role::kVolunteer, &testType(), shelf.state());
  EXPECT_TRUE(rowsOf(*seen).empty());
}

TEST(Rows, ARowWithNothingInItIsGone) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kLatest, text("x")).cell(1, kTags, EditElements{{text("x")}, {}}));
  shelf.take(change(1, 2).saw(1).cell(1, kTags, EditElements{{}, {text("x")}}));
  EXPECT_EQ(shelf.state().field(kRows), nullptr);
}

TEST(Rows, AreHeldByTheDeleteOfTheirRecord) {
  Shelf shelf;
  shelf.take(change(1, 1).write(1, kWhat, text("clause")));
  shelf.take(change(2, 1).saw(1).erase());
  EXPECT_TRUE(isDeleted(shelf.state()));
  shelf.take(change(3, 1).saw(1).cell(1, kHeads, AddAmount{1}));
  EXPECT_FALSE(isDeleted(shelf.state()));
  EXPECT_TRUE(isDeleteContested(shelf.state()));
}

TEST(Rows, RemovedApartDoNotHoldADeletedRecord) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kLatest, text("x")));
  shelf.take(change(1, 2).saw(1).write(1, kWhat, text("clause")));
  shelf.take(change(2, 1).saw(1).erase());
  EXPECT_FALSE(isDeleted(shelf.state()));
  shelf.take(change(1, 3).saw(2).eraseRow(1));
  EXPECT_TRUE(isDeleted(shelf.state()));
}

TEST(Rows, ADeleteThatCouldNotReadACellLeavesTheRecord) {
  Shelf shelf;
  shelf.take(change(1, 1).write(1, kStaffCell, text("careful")));
  Change deletes = change(2, 1).saw(1).erase();
  std::get<SetDeleted>(deletes.operations[0].deed).unreadableCells = {{kRows, kStaffCell}};
  shelf.take(deletes);
  EXPECT_FALSE(isDeleted(shelf.state()));
}

TEST(Rows, AreShownWithoutTheCellsThatTheRoleMayNotRead) {
  Shelf shelf;
  shelf.take(change(1, 1).write(1, kWhat, text("clause")).write(1, kStaffCell, text("careful")));
  shelf.take(change(1, 2).write(2, kStaffCell, text("careful")));
  const auto seen = filterFor(Role::kVolunteer, &testType(), shelf.state());
  EXPECT_EQ(rowsOf(*seen), std::vector<unsigned>{1});
  EXPECT_EQ(rowOf(*seen, 1).field(kStaffCell), nullptr);
  EXPECT_EQ(filterFor(Role::kWorker, &testType(), shelf.state()), shelf.state());
}

TEST(Rows, ComeBackFromBytesAndHashByWhatStandsInThem) {
  Shelf shelf;
  shelf.take(change(1, 1).write(1, kWhat, text("clause")).cell(2, kHeads, AddAmount{2}));
  shelf.take(change(2, 1).saw(1).eraseRow(1, {kStaffCell}));
  const Bytes bytes = encoded(shelf.state());
  ByteReader in{bytes};
  EXPECT_EQ(decodeState(in), shelf.state());
  EXPECT_TRUE(in.finished());
  RecordState other = shelf.state();
  other.fieldOrNew(kRows).rows[1].id = row(3);
  EXPECT_NE(hashed(other), hashed(shelf.state()));
}

}  // namespace
}  // namespace rapport
