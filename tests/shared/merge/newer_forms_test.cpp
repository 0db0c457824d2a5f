#include <gtest/gtest.h>

#include "shared/merge/conflicts.h"
#include "shared/merge/field_edit.h"
#include "shared/merge/filter.h"
#include "shared/merge/join.h"
#include "shared/merge/judge.h"
#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

// Fields and cells that only a newer form declares: kept, forwarded, and asked about by nobody.
constexpr FieldNumber kNewer = 99;

RecordState withNewerCell() {
  return Shelf{}
      .take(change(1, 1).write(1, kWhat, text("a")).write(1, kNewer, text("x")))
      .take(change(2, 1).write(1, kNewer, text("y")))
      .state();
}

RecordState withNewerRows() {
  RecordState state = Shelf{}.take(change(1, 1).write(1, kWhat, text("a"))).state();
  FieldState rows = *state.field(kRows);
  rows.field = kNewer;
  state.fields.push_back(rows);
  return state;
}

TEST(NewerForms, NobodyIsAskedAboutACellThatTheFormDoesNotKnow) {
  EXPECT_TRUE(conflictsIn(testType(), withNewerCell()).empty());
}

TEST(NewerForms, ACellIsTakenFromWhoeverMayWriteTheType) {
  const Change written = change(1, 1).write(1, kNewer, text("x"));
  EXPECT_TRUE(judgePermission(testType(), Role::kVolunteer, written).ok());
}

TEST(NewerForms, WhatIsDoneAgainLeavesOutACellThatTheFormDoesNotKnow) {
  const Change done = change(1, 1).write(1, kWhat, text("a")).write(1, kNewer, text("x"));
  const FieldEdit again = editAgain(declared(kRows), done.operations.front().deed, RecordState{});
  EXPECT_EQ(std::get<RowEntries>(again.what).rows.front().cells.size(), 1U);
}

TEST(NewerForms, WhoReadsTheHighestClassReadsTheRowsOfAFieldThatTheFormDoesNotKnow) {
  const RecordState state = withNewerRows();
  EXPECT_EQ(filterFor(Role::kSafeguarding, &testType(), state), state);
  EXPECT_EQ(filterFor(Role::kWorker, &testType(), state)->field(kNewer), nullptr);
}

TEST(NewerForms, ACopyReachesOverAFieldThatTheFormDoesNotKnowWhereItsReaderReadsIt) {
  const Coverage seen{at(1)};
  const Role reader[] = {Role::kSafeguarding};
  const auto ready = readyToJoin(testType(), reader, withNewerRows(), {}, seen);
  ASSERT_TRUE(ready);
  EXPECT_EQ(ready->field(kNewer)->coverage, seen);
}

TEST(NewerForms, ACopyReachesOverItsCellsOneByOneWhereTheServersRowHoldsANewerOne) {
  const Coverage seen{at(1)};
  const Role reader[] = {Role::kWorker};
  const RecordState copy = Shelf{}.take(change(1, 1).write(1, kWhat, text("a"))).state();
  const auto ready = readyToJoin(testType(), reader, copy, withNewerCell(), seen);
  ASSERT_TRUE(ready);
  EXPECT_TRUE(ready->field(kRows)->coverage.empty());
  const RowState& joined = *ready->field(kRows)->row(row(1));
  EXPECT_EQ(joined.field(kWhat)->coverage, seen);
  EXPECT_EQ(joined.field(kNewer), nullptr);
}

}  // namespace
}  // namespace rapport
