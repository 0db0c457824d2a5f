#include "shared/merge/carry_over.h"

#include <gtest/gtest.h>

#include "shared/base/byte_reader.h"
#include "shared/merge/read.h"
#include "shared/merge/state_codec.h"
#include "tests/shared/merge/builders.h"

namespace rapport::test {
namespace {

// A line of restores after the builders' epoch; ids are drawn at random, so an older may be larger.
std::vector<EpochBegun> restores(std::size_t count, std::uint64_t kept) {
  std::vector<EpochBegun> lineage;
  EpochId before = kEpoch;
  for (std::size_t i = 0; i < count; ++i) {
    const EpochId next{i % 2 == 0 ? 1000 - i : 1 + i};
    lineage.push_back({next, {before, kept}});
    before = next;
  }
  return lineage;
}

RecordState carried(RecordState state, const std::vector<EpochBegun>& lineage) {
  for (std::size_t i = 1; i <= lineage.size(); ++i) {
    carryOver(state, std::span(lineage).first(i));
  }
  return state;
}

Change sawIn(EpochId epoch, std::uint64_t n, Change edit) {
  for (Operation& operation : edit.operations) operation.seen = Number{epoch, n};
  return edit;
}

// As the server applies it in the epoch that the last restore began.
RecordState applied(RecordState state, const Change& edit, EpochId epoch, std::uint64_t n) {
  apply(state, edit, {Numbers({epoch, n}), edit.time, Author::kTablet, nullptr, nullptr});
  return state;
}

Shelf everything() {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Gym")).edit(kUnion, {text("es")}).add(kCount, 3));
  shelf.take(change(2, 1).write(4, kWhat, text("Open")).add(kCount, 2));
  shelf.take(change(3, 1).saw(1).erase());
  return shelf;
}

TEST(CarryOver, NumbersOfAnEpochOutsideTheLineageStayAsTheyAre) {
  const Number foreign{EpochId{77}, 5};
  RecordState state = everything().state();
  state.fields.front().heads.front().numbers = Numbers(foreign);
  const RecordState kept = carried(state, restores(4, 3));
  EXPECT_EQ(kept.fields.front().heads.front().numbers, Numbers(foreign));
}

// Given a second time by a server that nobody told that it went back.
TEST(CarryOver, ANumberPastWhatWasKeptIsOfTheNewEpochAlone) {
  const auto lineage = restores(1, 3);
  RecordState state = everything().state();
  Numbers& numbers = state.fields.front().heads.front().numbers;
  numbers = Numbers(test::at(5));
  numbers.add({EpochId{77}, 2});
  const RecordState kept = carried(state, lineage);
  Numbers wanted({lineage[0].epoch, 5});
  wanted.add({EpochId{77}, 2});
  EXPECT_EQ(kept.fields.front().heads.front().numbers, wanted);
}

TEST(CarryOver, AnEditKnowsWhatItSawBeforeTheRestoreAndAfterIt) {
  const auto lineage = restores(1, 3);
  const RecordState kept = carried(everything().state(), lineage);
  EXPECT_EQ(kept.number, (Number{lineage[0].epoch, 3}));
  for (const EpochId epoch : {kEpoch, lineage[0].epoch}) {
    const RecordState edited =
        applied(kept, sawIn(epoch, 3, change(4, 1).write(kAsk, text("Hall"))), lineage[0].epoch, 4);
    EXPECT_EQ(dotsOf(edited, kAsk), std::vector<Dot>{dot(4, 1)});
  }
}

TEST(CarryOver, WhatAnEditDidNotSeeStillStands) {
  const auto lineage = restores(1, 3);
  RecordState kept = carried(everything().state(), lineage);
  kept =
      applied(kept, sawIn(kEpoch, 3, change(4, 1).write(kAsk, text("Hall"))), lineage[0].epoch, 4);
  const RecordState apart =
      applied(kept, sawIn(kEpoch, 9, change(5, 1).write(kAsk, text("Yard"))), lineage[0].epoch, 5);
  EXPECT_EQ(dotsOf(apart, kAsk).size(), 2U) << "its author saw nothing of the new epoch";
}

TEST(CarryOver, ADeleteGoesOnCoveringWhatItSaw) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Gym")));
  shelf.take(change(2, 1).saw(1).erase());
  ASSERT_TRUE(isDeleted(shelf.state()));
  for (std::size_t times = 1; times <= 9; ++times) {
    EXPECT_TRUE(isDeleted(carried(shelf.state(), restores(times, 2)))) << times;
  }
  Shelf contested;
  contested.take(change(1, 1).write(kAsk, text("Gym")));
  contested.take(change(2, 1).write(kLatest, text("Saturday")));
  contested.take(change(3, 1).saw(1).erase());
  ASSERT_FALSE(isDeleted(contested.state()));
  for (std::size_t times = 1; times <= 9; ++times) {
    EXPECT_FALSE(isDeleted(carried(contested.state(), restores(times, 3)))) << times;
  }
}

TEST(CarryOver, WhatBearsANumberThatWasGivenTwiceBearsItInTheNewEpochAlone) {
  const auto lineage = restores(1, 1);
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Gym")));
  shelf.take(change(2, 1).write(kLatest, text("Saturday")));
  shelf.take(change(3, 1).saw(2).erase());
  const RecordState kept = carried(shelf.state(), lineage);
  EXPECT_EQ(kept.field(kAsk)->heads.front().numbers.in(kEpoch), 1U);
  const Numbers& later = kept.field(kLatest)->heads.front().numbers;
  EXPECT_FALSE(later.in(kEpoch));
  EXPECT_EQ(later.in(lineage[0].epoch), 2U);
  EXPECT_EQ(kept.number, (Number{lineage[0].epoch, 3}));
  EXPECT_TRUE(isDeleted(kept));
}

TEST(CarryOver, TwiceIsOnce) {
  const auto lineage = restores(3, 3);
  const RecordState once = carried(everything().state(), lineage);
  RecordState twice = once;
  carryOver(twice, lineage);
  EXPECT_EQ(encoded(twice), encoded(once));
  RecordState untouched = everything().state();
  carryOver(untouched, {});
  EXPECT_EQ(encoded(untouched), encoded(everything().state()));
}

TEST(CarryOver, AStateGrowsNoFurtherAfterFourEpochs) {
  const Bytes four = encoded(carried(everything().state(), restores(3, 3)));
  const RecordState many = carried(everything().state(), restores(60, 3));
  EXPECT_LE(encoded(many).size(), four.size() + 8);
  const Bytes bytes = encoded(many);
  ByteReader reader(bytes);
  EXPECT_EQ(decodeState(reader), many);
  EXPECT_TRUE(reader.finished());
  EXPECT_EQ(many.field(kAsk)->heads.front().numbers.each().size(), 4U);
}

TEST(CarryOver, WhereNothingWasButAnOldCoverageNothingIs) {
  const auto lineage = restores(9, 3);
  RecordState many = carried(everything().state(), restores(1, 3));
  many.fieldOrNew(kTags + 100).coverage.widen(at(2));
  many.fieldOrNew(kRows).rowOrNew(row(9)).fieldOrNew(kTags).coverage.widen(at(2));
  for (std::size_t i = 2; i <= lineage.size(); ++i) carryOver(many, std::span(lineage).first(i));
  EXPECT_EQ(many.field(kTags + 100), nullptr);
  EXPECT_EQ(many.field(kRows)->row(row(9)), nullptr);
  const Bytes bytes = encoded(many);
  ByteReader reader(bytes);
  EXPECT_EQ(decodeState(reader), many);
  EXPECT_TRUE(reader.finished());
}

TEST(CarryOver, AnEditOfTheLastFourEpochsKnowsWhatItSaw) {
  const auto lineage = restores(6, 3);
  const RecordState kept = carried(everything().state(), lineage);
  for (std::size_t back = 0; back < 4; ++back) {
    const EpochId epoch = lineage[lineage.size() - 1 - back].epoch;
    const RecordState edited = applied(
        kept, sawIn(epoch, 3, change(4, 1).write(kAsk, text("Hall"))), lineage.back().epoch, 4);
    EXPECT_EQ(dotsOf(edited, kAsk), std::vector<Dot>{dot(4, 1)}) << back;
  }
}

}  // namespace
}  // namespace rapport::test
