#include "shared/merge/read.h"

#include <gtest/gtest.h>

#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

// Edits of one field by as many replicas, none of whom saw another: `values[i]` at `times[i]`.
RecordState apart(FieldNumber field, const std::vector<Value>& values,
                  std::vector<std::int64_t> times = {}) {
  Shelf shelf;
  for (std::size_t i = 0; i < values.size(); ++i) {
    ChangeBuilder write = change(static_cast<unsigned>(i + 1), 1).write(field, values[i]);
    if (i < times.size()) write.time(times[i]);
    shelf.take(write);
  }
  return shelf.state();
}

RowValue row(std::string why) { return RowValue{{{1, RowValue::Cell{std::move(why)}}}}; }

TEST(ReadEmpty, HasNoValueAndNoWinner) {
  const FieldReading empty = readField(declared(kAsk), {});
  EXPECT_EQ(empty.value, Value{});
  EXPECT_EQ(empty.winner, nullptr);
  EXPECT_FALSE(empty.conflicted());
}

TEST(ReadLatest, TheLaterOfTwoWinsAndNobodyIsAsked) {
  const RecordState state = apart(kLatest, {text("new"), text("old")}, {20, 10});
  EXPECT_EQ(valueOf(state, kLatest), text("new"));
  EXPECT_EQ(reading(state, kLatest).winner->dot, dot(1, 1));
  EXPECT_FALSE(reading(state, kLatest).conflicted());
}

TEST(ReadLatest, EqualTimesAreDecidedByTheDot) {
  EXPECT_EQ(valueOf(apart(kLatest, {text("a"), text("b")}, {10, 10}), kLatest), text("b"));
}

TEST(ReadAsk, DifferentValuesAreAskedTheProvisionalWinnerFirst) {
  const RecordState state = apart(kAsk, {text("b"), text("c"), text("a")}, {10, 30, 20});
  EXPECT_EQ(versionsOf(state, kAsk), (std::vector{text("c"), text("a"), text("b")}));
  EXPECT_EQ(valueOf(state, kAsk), text("c"));
  EXPECT_TRUE(needsPerson(testType(), state));
}

TEST(ReadAsk, AVersionIsNamedOnceByItsLatestHead) {
  const RecordState state = apart(kAsk, {text("a"), text("b"), text("a")}, {10, 20, 30});
  const FieldReading field = reading(state, kAsk);
  ASSERT_EQ(field.versions.size(), 2U);
  EXPECT_EQ(field.versions.front()->dot, dot(3, 1));
}

TEST(ReadImmutable, OfTwoFirstWritesTheEarlierStandsAndAPersonIsAsked) {
  const RecordState state = apart(kImmutable, {text("second"), text("first")}, {20, 10});
  EXPECT_EQ(valueOf(state, kImmutable), text("first"));
  EXPECT_EQ(versionsOf(state, kImmutable), (std::vector{text("first"), text("second")}));
}

TEST(ReadImmutable, EqualFirstWritesAreNoConflict) {
  EXPECT_FALSE(reading(apart(kImmutable, {text("a"), text("a")}), kImmutable).conflicted());
}

TEST(ReadUnion, ElementsAscendEachOnce) {
  Shelf shelf;
  shelf.take(change(1, 1).edit(kUnion, {text("work"), text("food")}));
  shelf.take(change(2, 1).edit(kUnion, {text("food"), text("cost")}));
  EXPECT_EQ(elementsOf(shelf.state(), kUnion),
            (std::vector{text("cost"), text("food"), text("work")}));
}

TEST(ReadAppend, RowsStandInTheOrderOfTheirTimesAndEqualRowsBothStand) {
  Shelf shelf;
  shelf.take(change(1, 1).edit(kAppend, {row("rain")}).time(30));
  shelf.take(change(2, 1).edit(kAppend, {row("strike")}).time(20));
  shelf.take(change(3, 1).edit(kAppend, {row("rain")}).time(10));
  EXPECT_EQ(elementsOf(shelf.state(), kAppend),
            (std::vector<Value>{row("rain"), row("strike"), row("rain")}));
}

TEST(ReadCount, IsTheSumAndHasNoWinner) {
  Shelf shelf;
  shelf.take(change(1, 1).add(kCount, 2)).take(change(2, 1).add(kCount, 5));
  EXPECT_EQ(valueOf(shelf.state(), kCount), whole(7));
  EXPECT_EQ(reading(shelf.state(), kCount).winner, nullptr);
}

TEST(ReadMinMax, TheSmallestAndTheLargestStand) {
  EXPECT_EQ(valueOf(apart(kMin, {whole(4), whole(2), whole(9)}), kMin), whole(2));
  EXPECT_EQ(valueOf(apart(kMax, {whole(4), whole(9), whole(2)}), kMax), whole(9));
}

TEST(ReadMinMax, AnyValueStandsBeforeAClearedOne) {
  EXPECT_EQ(valueOf(apart(kMin, {Value{}, whole(2)}), kMin), whole(2));
  EXPECT_EQ(valueOf(apart(kMin, {whole(2), Value{}}), kMin), whole(2));
  EXPECT_EQ(valueOf(apart(kMax, {Value{}, whole(2)}), kMax), whole(2));
  EXPECT_EQ(valueOf(apart(kMin, {Value{}, Value{}}), kMin), Value{});
}

TEST(ReadMinMax, EqualValuesAreRepresentedByTheLatest) {
  EXPECT_EQ(reading(apart(kMin, {whole(2), whole(2)}, {20, 10}), kMin).winner->dot, dot(1, 1));
}

TEST(ReadMinMax, AKnowingWriteIsACorrection) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kMin, whole(2)));
  shelf.take(change(2, 1).saw(1).write(kMin, whole(5)));
  EXPECT_EQ(valueOf(shelf.state(), kMin), whole(5));
}

TEST(ReadMinMax, DatesAreComparedAsInstantsWhateverTheirOffset) {
  const Value earlier = text("2026-03-01T18:00:00+06:00");
  const Value later = text("2026-03-01T13:00:00+00:00");
  EXPECT_EQ(valueOf(apart(kDue, {later, earlier}), kDue), earlier);
  EXPECT_EQ(valueOf(apart(kDue, {text("no date"), later}), kDue), later);
}

TEST(ReadOr, TrueStandsBeforeFalseAndFalseBeforeNothing) {
  EXPECT_EQ(valueOf(apart(kOr, {Value{true}, Value{false}}, {10, 20}), kOr), Value{true});
  EXPECT_EQ(valueOf(apart(kOr, {Value{}, Value{false}}), kOr), Value{false});
}

TEST(ReadStatus, TheMoreAdvancedStands) {
  const RecordState state = apart(kStatus, {status(0, "doing"), status(0, "open")}, {10, 20});
  EXPECT_EQ(valueOf(state, kStatus), status(0, "doing"));
  EXPECT_FALSE(reading(state, kStatus).conflicted());
}

TEST(ReadStatus, AHigherGenerationStandsBeforeAHigherRank) {
  EXPECT_EQ(valueOf(apart(kStatus, {status(1, "open"), status(0, "kept")}), kStatus),
            status(1, "open"));
}

TEST(ReadStatus, RivalsThatAreFinalAreAsked) {
  const RecordState state =
      apart(kStatus, {status(0, "kept"), status(0, "broken"), status(0, "doing")}, {10, 20, 30});
  EXPECT_EQ(versionsOf(state, kStatus), (std::vector{status(0, "broken"), status(0, "kept")}));
  EXPECT_EQ(valueOf(state, kStatus), status(0, "broken"));
}

TEST(ReadStatus, RivalsThatAreFinalStandBeforeAnUnfinishedOneThatRanksHigher) {
  const RecordState state =
      apart(kStatus, {status(0, "kept"), status(0, "broken"), status(0, "waiting")});
  EXPECT_EQ(valueOf(state, kStatus), status(0, "broken"));
}

TEST(ReadStatus, FinalStatesOfAnOlderGenerationAreNoRivals) {
  const RecordState state =
      apart(kStatus, {status(1, "kept"), status(0, "broken"), status(1, "kept")});
  EXPECT_FALSE(reading(state, kStatus).conflicted());
}

TEST(ReadStatus, StatesThatTheFormDoesNotKnowRankLowest) {
  EXPECT_EQ(valueOf(apart(kStatus, {status(0, "doing"), status(0, "paused")}), kStatus),
            status(0, "doing"));
  const RecordState state = apart(kStatus, {status(0, "open"), text("no status")});
  EXPECT_EQ(valueOf(state, kStatus), status(0, "open"));
  EXPECT_FALSE(reading(apart(kStatus, {text("x"), text("y")}), kStatus).conflicted());
  const RecordState unknown =
      apart(kStatus, {status(0, "paused"), status(0, "halted"), text("no status")});
  EXPECT_FALSE(reading(unknown, kStatus).conflicted());
}

TEST(ReadStatus, EqualRanksAreDecidedByTheLater) {
  EXPECT_EQ(valueOf(apart(kStatus, {status(0, "open"), status(0, "open")}, {20, 10}), kStatus),
            status(0, "open"));
}

TEST(ReadConsent, WithdrawnBeatsNoAndNoBeatsYes) {
  using enum ConsentAnswer;
  const auto answer = [](std::vector<Value> values) {
    return valueOf(apart(kConsent, values), kConsent);
  };
  EXPECT_EQ(answer({consent(0, kYes), consent(0, kNo)}), consent(0, kNo));
  EXPECT_EQ(answer({consent(0, kWithdrawn), consent(0, kNo)}), consent(0, kWithdrawn));
  EXPECT_EQ(answer({consent(0, kYes), consent(0, kYes)}), consent(0, kYes));
  EXPECT_EQ(answer({consent(0, kWithdrawn), consent(1, kYes)}), consent(1, kYes));
  EXPECT_EQ(answer({consent(0, kYes), text("no consent")}), consent(0, kYes));
}

TEST(ReadConsent, NobodyIsAsked) {
  const RecordState state =
      apart(kConsent, {consent(0, ConsentAnswer::kYes), consent(0, ConsentAnswer::kNo)});
  EXPECT_FALSE(needsPerson(testType(), state));
}

TEST(NeedsPerson, IsNotAskedOfFieldsThatTheFormDoesNotKnow) {
  EXPECT_FALSE(needsPerson(testType(), apart(99, {text("a"), text("b")})));
}

// What a join left of a row: what somebody had seen of it, and nothing that stands.
TEST(ReadRows, ARowOfWhichNothingStandsIsNone) {
  FieldState rows;
  rows.rowOrNew(test::row(1)).fieldOrNew(kWhat).coverage.widen(at(3));
  EXPECT_TRUE(readField(declared(kRows), rows).rows.empty());
}

}  // namespace
}  // namespace rapport
