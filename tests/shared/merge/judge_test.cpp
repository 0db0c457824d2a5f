#include "shared/merge/judge.h"

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

Status judged(const RecordState& now, const Change& change) {
  return judge(testType(), now, change, numbered(change, now.number ? now.number->n + 1 : 1));
}

::testing::AssertionResult isRefused(const Status& status, ErrorCode code) {
  if (status.ok()) return ::testing::AssertionFailure() << "it was accepted";
  if (status.error().code != code || status.error().message.back() != '.') {
    return ::testing::AssertionFailure() << status.error().message;
  }
  return ::testing::AssertionSuccess();
}

#define EXPECT_ACCEPTED(status) EXPECT_TRUE((status).ok())
#define EXPECT_REFUSED(status, code) EXPECT_TRUE(isRefused(status, ErrorCode::code))

RecordState standing(FieldNumber field, const Value& value) {
  return Shelf{}.take(change(1, 1).write(field, value)).state();
}

TEST(Judge, AcceptsAnEditOfEveryRule) {
  const Change all = change(1, 1)
                         .write(kLatest, text("3"))
                         .write(kAsk, Value{})
                         .write(kImmutable, text("us"))
                         .edit(kUnion, {text("food")}, {text("never declared")})
                         .edit(kAppend, {RowValue{{{1, RowValue::Cell{std::string{"rain"}}}}}})
                         .add(kCount, -2)
                         .write(kMin, whole(1))
                         .write(kStatus, status(0, "doing"))
                         .write(kConsent, consent(0, ConsentAnswer::kYes))
                         .erase({kStaffOnly});
  EXPECT_ACCEPTED(judged({}, all));
}

TEST(Judge, RefusesAnotherType) {
  Change other = change(1, 1).write(kAsk, text("Friday"));
  other.type = 2;
  EXPECT_REFUSED(judged({}, other), kInvalid);
}

TEST(Judge, RefusesAValueThatBreaksTheDeclaration) {
  EXPECT_REFUSED(judged({}, change(1, 1).write(kMin, text("many"))), kInvalid);
  EXPECT_REFUSED(judged({}, change(1, 1).write(kStatus, status(0, "lost"))), kInvalid);
  EXPECT_REFUSED(judged({}, change(1, 1).add(kCount, limits::kCountStep + 1)), kInvalid);
  EXPECT_REFUSED(judged({}, change(1, 1).edit(kUnion, {whole(1)})), kInvalid);
  const RowValue wrongCell{{{1, RowValue::Cell{true}}}};
  EXPECT_REFUSED(judged({}, change(1, 1).edit(kAppend, {wrongCell})), kInvalid);
}

TEST(Judge, RefusesADeedThatDoesNotFitTheRule) {
  EXPECT_REFUSED(judged({}, change(1, 1).add(kAsk, 1)), kInvalid);
  EXPECT_REFUSED(judged({}, change(1, 1).write(kCount, whole(1))), kInvalid);
  EXPECT_REFUSED(judged({}, change(1, 1).edit(kAsk, {text("a")})), kInvalid);
  EXPECT_REFUSED(judged({}, change(1, 1).write(kUnion, text("a"))), kInvalid);
}

TEST(Judge, RefusesMalformedChanges) {
  Change twice = change(1, 1).write(kAsk, text("a")).write(kAsk, text("b"));
  EXPECT_REFUSED(judged({}, twice), kInvalid);
  EXPECT_REFUSED(judged({}, change(1, 1).write(kDeletedField, text("a"))), kInvalid);
  Change misplaced = change(1, 1).erase();
  misplaced.operations.front().field = 99;
  EXPECT_REFUSED(judged({}, misplaced), kInvalid);
  EXPECT_REFUSED(judged({}, change(1, 1).erase({kHandIn, kStaffOnly})), kInvalid);
  const Change unsorted = change(1, 1).write(kAsk, text("a")).hiding({dot(2, 1), dot(1, 1)});
  EXPECT_REFUSED(judged({}, unsorted), kInvalid);
}

TEST(Judge, RefusesCellsOfADeletionThatDoNotAscend) {
  Change odd = change(1, 1).erase();
  std::get<SetDeleted>(odd.operations.front().deed).unreadableCells = {{2, 1}, {1, 1}};
  EXPECT_FALSE(judge(testType(), {}, odd, pending(odd)).ok());
}

TEST(Judge, KeepsFieldsThatTheFormDoesNotKnow) {
  EXPECT_ACCEPTED(judged({}, change(1, 1).write(99, text("from a newer form"))));
}

TEST(JudgeImmutable, RefusesAKnowingWriteOverAValue) {
  const RecordState now = standing(kImmutable, text("us"));
  EXPECT_REFUSED(judged(now, change(2, 1).saw(1).write(kImmutable, text("them"))), kRefused);
  EXPECT_REFUSED(judged(now, change(1, 2).write(kImmutable, text("them"))), kRefused);
  EXPECT_ACCEPTED(judged(now, change(2, 1).saw(1).write(kImmutable, text("us"))));
  EXPECT_ACCEPTED(judged(now, change(2, 1).write(kImmutable, text("them"))));
}

TEST(JudgeImmutable, OfKnownRivalsOneMayBeChosen) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kImmutable, text("us")));
  shelf.take(change(2, 1).write(kImmutable, text("them")));
  EXPECT_ACCEPTED(judged(shelf.state(), change(3, 1).saw(2).write(kImmutable, text("us"))));
  EXPECT_REFUSED(judged(shelf.state(), change(3, 1).saw(2).write(kImmutable, text("both"))),
                 kRefused);
}

TEST(JudgeImmutable, DoesNotDependOnWhatOthersWroteSince) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kImmutable, text("us")));
  const Change knowing = change(3, 1).saw(1).write(kImmutable, text("both"));
  EXPECT_REFUSED(judged(shelf.state(), knowing), kRefused);
  shelf.take(change(2, 1).write(kImmutable, text("them")));
  EXPECT_REFUSED(judged(shelf.state(), knowing), kRefused);
}

TEST(JudgeOr, WhatNeverFallsIsNotSetBack) {
  const RecordState now = standing(kRevoked, true);
  EXPECT_REFUSED(judged(now, change(2, 1).saw(1).write(kRevoked, false)), kRefused);
  EXPECT_ACCEPTED(judged(now, change(2, 1).saw(1).write(kRevoked, true)));
  EXPECT_ACCEPTED(judged(now, change(2, 1).write(kRevoked, false)));
}

TEST(JudgeStatus, RefusesAGenerationFarAboveTheHighestThatStands) {
  const RecordState now = standing(kStatus, status(3, "kept"));
  const auto raised = [](std::uint32_t generation) {
    return change(2, 1).saw(1).write(kStatus, status(generation, "open"));
  };
  EXPECT_ACCEPTED(judged(now, raised(4)));
  EXPECT_ACCEPTED(judged(now, raised(3 + limits::kGenerationsAhead)));
  EXPECT_REFUSED(judged(now, raised(4 + limits::kGenerationsAhead)), kInvalid);
  const Value far = consent(1 + limits::kGenerationsAhead, ConsentAnswer::kYes);
  EXPECT_REFUSED(judged({}, change(2, 1).write(kConsent, far)), kInvalid);
}

TEST(JudgeRoom, RefusesMoreFieldsThanAChangeHolds) {
  ChangeBuilder wide = change(1, 1);
  for (FieldNumber field = 100; field <= 100 + limits::kOperationsPerChange; ++field) {
    wide.write(field, text("x"));
  }
  EXPECT_REFUSED(judged({}, wide), kTooLarge);
}

TEST(JudgeRoom, RefusesMoreFieldsThanARecordHolds) {
  RecordState now;
  for (FieldNumber field = 100; field < 100 + limits::kFieldsPerType; ++field) {
    now.fieldOrNew(field).heads.push_back({dot(1, 1), {}, person(1), {}, text("x")});
  }
  EXPECT_REFUSED(judged(now, change(1, 2).write(kAsk, text("x"))), kTooLarge);
  EXPECT_ACCEPTED(judged(now, change(1, 2).write(100, text("x"))));
}

TEST(JudgeRoom, RefusesMoreHeadsThanAFieldHolds) {
  RecordState now;
  for (std::size_t i = 0; i < limits::kHeadsPerField; ++i) {
    now.fieldOrNew(kUnion).heads.push_back({dot(1, i), {}, person(1), {}, text("x")});
    now.deletes.push_back({dot(1, i), {}, person(1), {}, Deletion::kKeep, {}, {}, {}, {}});
  }
  EXPECT_REFUSED(judged(now, change(2, 1).edit(kUnion, {text("y")})), kTooLarge);
  EXPECT_ACCEPTED(judged(now, change(2, 1).edit(kUnion, {}, {text("x")})));
  EXPECT_REFUSED(judged(now, change(2, 1).erase()), kTooLarge);
  EXPECT_ACCEPTED(judged(now, change(2, 1).add(kCount, 1)));
}

TEST(JudgeRoom, RefusesMoreTextThanARecordHolds) {
  RecordState now;
  const std::string longText(limits::kTextBytes, 'x');
  const RowValue longRow{{{1, RowValue::Cell{longText}}, {2, RowValue::Cell{true}}}};
  FieldState& rows = now.fieldOrNew(kAppend);
  for (std::size_t i = 0; i + 1 < limits::kStateBytes / limits::kTextBytes; ++i) {
    rows.heads.push_back({dot(1, i), Numbers{at(i)}, person(1), {}, longRow});
  }
  now.fieldOrNew(kCount).counts.push_back({replica(1), 1, 1, {}});
  now.fieldOrNew(kStatus).heads.push_back({dot(1, 1), {}, person(1), {}, status(0, "open")});
  EXPECT_ACCEPTED(judged(now, change(2, 1).write(kAsk, text("short"))));
  EXPECT_REFUSED(judged(now, change(2, 1).write(kAsk, text(longText))), kTooLarge);
}

TEST(JudgePermission, FollowsTypeAndField) {
  RecordType officeOnly = testType();
  officeOnly.writers = {Role::kCoordinator};
  const Change edit = change(1, 1).write(kAsk, text("Friday"));
  EXPECT_REFUSED(judgePermission(officeOnly, Role::kWorker, edit), kRefused);
  EXPECT_ACCEPTED(judgePermission(officeOnly, Role::kCoordinator, edit));
  const Change staffOnly = change(1, 1).write(kStaffOnly, text("a worry"));
  EXPECT_REFUSED(judgePermission(testType(), Role::kVolunteer, staffOnly), kRefused);
  EXPECT_ACCEPTED(judgePermission(testType(), Role::kWorker, staffOnly));
  EXPECT_ACCEPTED(judgePermission(testType(), Role::kVolunteer,
                                  change(1, 1).saw(1).write(99, text("from a newer form"))));
}

TEST(JudgePermission, NobodySupersedesWhatTheyCouldNotRead) {
  const Change blind = change(1, 1).write(kHandIn, text("x"));
  const Change claiming = change(1, 1).saw(4).write(kHandIn, text("x"));
  EXPECT_ACCEPTED(judgePermission(testType(), Role::kVolunteer, blind));
  EXPECT_REFUSED(judgePermission(testType(), Role::kVolunteer, claiming), kInvalid);
  EXPECT_ACCEPTED(judgePermission(testType(), Role::kWorker, claiming));
}

TEST(JudgePermission, NobodyDeletesWhatTheyCouldNotRead) {
  Change honest = change(1, 1).erase({kStaffOnly, kHandIn});
  EXPECT_REFUSED(judgePermission(testType(), Role::kVolunteer, honest), kInvalid);
  std::get<SetDeleted>(honest.operations[0].deed).unreadableCells = {{kRows, kStaffCell}};
  EXPECT_ACCEPTED(judgePermission(testType(), Role::kVolunteer, honest));
  EXPECT_REFUSED(judgePermission(testType(), Role::kVolunteer, change(1, 1).erase({kHandIn})),
                 kInvalid);
  EXPECT_ACCEPTED(judgePermission(testType(), Role::kWorker, change(1, 1).erase()));
}

TEST(JudgeRoom, RefusesMoreHeadsThanARecordHolds) {
  RecordState full;
  for (std::size_t i = 0; i <= limits::kHeadsPerRecord; ++i) {
    Head head;
    head.dot = dot(1, i + 1);
    full.fieldOrNew(static_cast<FieldNumber>(200 + i / limits::kHeadsPerField))
        .heads.push_back(head);
  }
  const Change more = change(2, 1).write(kAsk, text("a"));
  const Status room = judge(testType(), full, more, pending(more));
  ASSERT_FALSE(room.ok());
  EXPECT_EQ(room.error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace rapport
