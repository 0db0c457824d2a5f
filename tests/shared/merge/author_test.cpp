#include "shared/merge/author.h"

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

constexpr Role kRole = Role::kWorker;

Result<Operation> enter(FieldNumber field, const RecordState& shown, const Value& entered) {
  return authorWrite(testType(), kRole, declared(field), shown, entered);
}

Value written(FieldNumber field, const RecordState& shown, const Value& entered) {
  const auto operation = enter(field, shown, entered);
  EXPECT_TRUE(operation.ok()) << (operation.ok() ? "" : operation.error().message);
  return operation.ok() ? std::get<WriteValue>(operation->deed).value : Value{};
}

ErrorCode refusal(const Result<Operation>& operation) {
  EXPECT_FALSE(operation.ok());
  if (operation.ok()) return ErrorCode::kInternal;
  EXPECT_EQ(operation.error().message.back(), '.') << "no sentence: " << operation.error().message;
  return operation.error().code;
}

RecordState standing(FieldNumber field, const Value& value) {
  return Shelf{}.take(change(1, 1).write(field, value)).state();
}

TEST(Author, SaysWhichNumberTheScreenShowed) {
  const RecordState shown = standing(kAsk, text("Friday"));
  const auto operation = enter(kAsk, shown, text("Saturday"));
  ASSERT_TRUE(operation.ok());
  EXPECT_EQ(*operation, (Operation{kAsk, at(1), {}, WriteValue{text("Saturday")}}));
}

TEST(Author, HasSeenNothingOfARecordThatTheServerDoesNotHold) {
  RecordState shown;
  const Change mine = change(1, 1).write(kAsk, text("Friday"));
  apply(shown, mine, pending(mine));
  EXPECT_EQ(enter(kAsk, shown, text("Saturday"))->seen, std::nullopt);
}

TEST(Author, HasSeenNothingOfAFieldThatTheirRoleMayNotRead) {
  const RecordState shown = standing(kHandIn, text("Friday"));
  const auto seenBy = [&shown](Role role) {
    return authorWrite(testType(), role, declared(kHandIn), shown, text("x"))->seen;
  };
  EXPECT_EQ(seenBy(Role::kVolunteer), std::nullopt);
  EXPECT_EQ(seenBy(Role::kWorker), at(1));
}

TEST(Author, IsRefusedAValueThatBreaksTheDeclaration) {
  EXPECT_EQ(refusal(enter(kMin, {}, text("many"))), ErrorCode::kInvalid);
  EXPECT_EQ(refusal(enter(kStatus, {}, text("lost"))), ErrorCode::kInvalid);
  const RecordState open = standing(kStatus, status(0, "open"));
  EXPECT_EQ(refusal(enter(kStatus, open, text("lost"))), ErrorCode::kInvalid);
  EXPECT_EQ(refusal(enter(kStatus, {}, whole(1))), ErrorCode::kInvalid);
  EXPECT_EQ(refusal(enter(kConsent, {}, text("perhaps"))), ErrorCode::kInvalid);
  EXPECT_EQ(refusal(enter(kConsent, {}, whole(1))), ErrorCode::kInvalid);
}

TEST(Author, IsRefusedADeedThatDoesNotFitTheRule) {
  EXPECT_EQ(refusal(enter(kCount, {}, whole(3))), ErrorCode::kInvalid);
  EXPECT_EQ(refusal(enter(kUnion, {}, text("food"))), ErrorCode::kInvalid);
  EXPECT_EQ(refusal(authorCount(testType(), kRole, declared(kAsk), {}, 1)), ErrorCode::kInvalid);
  EXPECT_EQ(refusal(authorElements(testType(), kRole, declared(kAsk), {}, {})),
            ErrorCode::kInvalid);
}

TEST(AuthorImmutable, MayBeWrittenOnce) {
  EXPECT_EQ(written(kImmutable, {}, text("us")), text("us"));
  const RecordState shown = standing(kImmutable, text("us"));
  EXPECT_EQ(refusal(enter(kImmutable, shown, text("them"))), ErrorCode::kRefused);
  EXPECT_EQ(written(kImmutable, shown, text("us")), text("us"));
}

TEST(AuthorImmutable, OfTwoFirstWritesOneMayBeChosen) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kImmutable, text("us")));
  shelf.take(change(2, 1).write(kImmutable, text("them")));
  EXPECT_EQ(written(kImmutable, shelf.state(), text("them")), text("them"));
  EXPECT_EQ(refusal(enter(kImmutable, shelf.state(), text("both"))), ErrorCode::kRefused);
}

TEST(AuthorOr, WhatNeverFallsIsNotSetBack) {
  const RecordState shown = standing(kRevoked, true);
  EXPECT_EQ(refusal(enter(kRevoked, shown, false)), ErrorCode::kRefused);
  EXPECT_EQ(written(kRevoked, shown, true), Value{true});
  EXPECT_EQ(written(kOr, standing(kOr, true), false), Value{false});
}

TEST(AuthorStatus, StartsInTheFirstGeneration) {
  EXPECT_EQ(written(kStatus, {}, text("doing")), status(0, "doing"));
}

TEST(AuthorStatus, AdvancesWithinItsGeneration) {
  const RecordState shown = standing(kStatus, status(2, "open"));
  EXPECT_EQ(written(kStatus, shown, text("kept")), status(2, "kept"));
}

TEST(AuthorStatus, ReopeningRaisesTheGeneration) {
  const RecordState shown = standing(kStatus, status(2, "kept"));
  EXPECT_EQ(written(kStatus, shown, text("open")), status(3, "open"));
  EXPECT_EQ(written(kStatus, shown, text("broken")), status(3, "broken"));
}

TEST(AuthorStatus, TheSameAgainRaisesNothing) {
  const RecordState shown = standing(kStatus, status(2, "kept"));
  EXPECT_EQ(written(kStatus, shown, text("kept")), status(2, "kept"));
}

TEST(AuthorStatus, ChoosingBetweenRivalsRaisesTheGeneration) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kStatus, status(0, "kept")));
  shelf.take(change(2, 1).write(kStatus, status(0, "broken")));
  EXPECT_EQ(written(kStatus, shelf.state(), status(0, "kept")), status(1, "kept"));
}

TEST(AuthorStatus, AnyStateAdvancesOneThatTheFormDoesNotKnow) {
  const RecordState shown = standing(kStatus, status(2, "paused"));
  EXPECT_EQ(written(kStatus, shown, text("open")), status(2, "open"));
}

TEST(AuthorConsent, AFreshYesRaisesTheGenerationAndNamesItsEvidence) {
  using enum ConsentAnswer;
  const RecordState shown = standing(kConsent, consent(1, kNo));
  const Value yes = ConsentValue{0, kYes, record(4)};
  EXPECT_EQ(written(kConsent, shown, yes), (Value{ConsentValue{2, kYes, record(4)}}));
  EXPECT_EQ(written(kConsent, shown, text("yes")), consent(2, kYes));
}

TEST(AuthorConsent, OtherAnswersStayInTheirGeneration) {
  using enum ConsentAnswer;
  EXPECT_EQ(written(kConsent, {}, text("yes")), consent(0, kYes));
  EXPECT_EQ(written(kConsent, standing(kConsent, consent(1, kYes)), text("yes")), consent(1, kYes));
  EXPECT_EQ(written(kConsent, standing(kConsent, consent(1, kYes)), text("no")), consent(1, kNo));
  EXPECT_EQ(written(kConsent, standing(kConsent, consent(1, kNo)), text("withdrawn")),
            consent(1, kWithdrawn));
}

TEST(AuthorElements, AscendEachOnceAndAnAddedOneIsNotRemoved) {
  const EditElements entered{{text("work"), text("food"), text("work")},
                             {text("food"), text("cost"), text("cost")}};
  const auto operation = authorElements(testType(), kRole, declared(kUnion), {}, entered);
  ASSERT_TRUE(operation.ok());
  EXPECT_EQ(std::get<EditElements>(operation->deed),
            (EditElements{{text("food"), text("work")}, {text("cost")}}));
}

TEST(AuthorElements, AreBoundedAndNeverEmpty) {
  const auto add = [](std::vector<Value> added) {
    return authorElements(testType(), kRole, declared(kUnion), {}, {std::move(added), {}});
  };
  std::vector<Value> many;
  for (std::size_t i = 0; i <= limits::kElementsPerOperation; ++i) {
    many.push_back(text(std::to_string(i)));
  }
  EXPECT_EQ(refusal(add(many)), ErrorCode::kTooLarge);
  EXPECT_EQ(refusal(add({Value{}})), ErrorCode::kInvalid);
  EXPECT_EQ(refusal(add({whole(3)})), ErrorCode::kInvalid);
}

TEST(AuthorCount, IsTheAmountAdded) {
  const RecordState shown = standing(kAsk, text("Friday"));
  const auto operation = authorCount(testType(), kRole, declared(kCount), shown, -1);
  ASSERT_TRUE(operation.ok());
  EXPECT_EQ(*operation, (Operation{kCount, at(1), {}, AddAmount{-1}}));
}

TEST(AuthorEdit, IsWhatTheEditAsksFor) {
  const auto deed = [](FieldNumber field, auto what) {
    const FieldEdit edit{declared(field).name, std::move(what)};
    return authorEdit(testType(), kRole, {}, edit).value().deed;
  };
  EXPECT_EQ(deed(kAsk, text("Friday")), Deed{WriteValue{text("Friday")}});
  EXPECT_EQ(deed(kCount, AddAmount{2}), Deed{AddAmount{2}});
  EXPECT_EQ(deed(kUnion, EditElements{{text("food")}, {}}), Deed(EditElements{{text("food")}, {}}));
  EXPECT_EQ(refusal(authorEdit(testType(), kRole, {}, {"no such field", Value{}})),
            ErrorCode::kInvalid);
}

TEST(AuthorDelete, NamesWhatTheRoleMayNotRead) {
  const RecordState shown = standing(kAsk, text("Friday"));
  EXPECT_EQ(
      authorDelete(testType(), Role::kVolunteer, shown, Deletion::kDelete),
      (Operation{kDeletedField,
                 at(1),
                 {},
                 SetDeleted{Deletion::kDelete, {kStaffOnly, kHandIn}, {{kRows, kStaffCell}}}}));
  EXPECT_EQ(authorDelete(testType(), Role::kWorker, shown, Deletion::kKeep),
            (Operation{kDeletedField, at(1), {}, SetDeleted{Deletion::kKeep, {}}}));
}

FieldEdit rowsEdit(RowEntry entry) { return {"rows", RowEntries{{std::move(entry)}}}; }

RowEntry entry(RowIs is, unsigned name, std::vector<FieldEdit> cells) {
  return {is, row(name), std::move(cells), {}};
}

TEST(AuthorRows, WritesCellsAsFieldsAreWritten) {
  const RecordState shown = Shelf{}.take(change(1, 1).write(1, kStage, status(0, "kept"))).state();
  const auto operation = authorEdit(
      testType(), kRole, shown,
      rowsEdit(entry(RowIs::kThere, 1, {{"stage", text("open")}, {"what", text("clause")}})));
  ASSERT_TRUE(operation.ok()) << operation.error().message;
  EXPECT_EQ(*operation,
            (Operation{kRows,
                       at(1),
                       {},
                       EditRows{{{row(1),
                                  {{kWhat, at(1), {}, WriteValue{text("clause")}},
                                   {kStage, at(1), {}, WriteValue{status(1, "open")}}}}}}}));
}

TEST(AuthorRows, OfACellThatTheRoleMayNotReadHaveSeenNothing) {
  const RecordState shown = Shelf{}.take(change(1, 1).write(1, kWhat, text("clause"))).state();
  RowEntry both = entry(RowIs::kThere, 1, {{"staff_cell", text("careful")}});
  both.deletion = Deletion::kDelete;
  const auto operation = authorEdit(testType(), Role::kVolunteer, shown, rowsEdit(both));
  ASSERT_TRUE(operation.ok());
  const auto& cells = std::get<EditRows>(operation->deed).rows.front().operations;
  EXPECT_EQ(cells[0],
            (Operation{kDeletedField, at(1), {}, SetDeleted{Deletion::kDelete, {kStaffCell}}}));
  EXPECT_EQ(cells[1].seen, std::nullopt);
}

TEST(AuthorRows, KnowWhichRowsAreThere) {
  const RecordState shown = Shelf{}.take(change(1, 1).write(1, kWhat, text("clause"))).state();
  const auto refused = [&shown](RowEntry of) {
    return refusal(authorEdit(testType(), kRole, shown, rowsEdit(std::move(of))));
  };
  const FieldEdit what{"what", text("x")};
  EXPECT_EQ(refused(entry(RowIs::kNew, 1, {what})), ErrorCode::kInvalid);
  EXPECT_EQ(refused(entry(RowIs::kThere, 2, {what})), ErrorCode::kInvalid);
  EXPECT_EQ(refused({RowIs::kNew, {}, {what}, {}}), ErrorCode::kInvalid);
}

TEST(AuthorRows, RefusesAtOnceWhatTheServerWouldRefuse) {
  const RecordState shown =
      Shelf{}.take(change(1, 1).write(1, kFixed, text("first")).write(1, kFirm, true)).state();
  const auto refused = [&shown](std::vector<FieldEdit> cells) {
    return refusal(
        authorEdit(testType(), kRole, shown, rowsEdit(entry(RowIs::kThere, 1, std::move(cells)))));
  };
  EXPECT_EQ(refused({{"fixed", text("second")}}), ErrorCode::kRefused);
  EXPECT_EQ(refused({{"firm", false}}), ErrorCode::kRefused);
  EXPECT_EQ(refused({{"stage", text("lost")}}), ErrorCode::kInvalid);
  EXPECT_EQ(refused({{"nothing", text("x")}}), ErrorCode::kInvalid);
  EXPECT_EQ(refused({{"what", text("x")}, {"what", text("y")}}), ErrorCode::kInvalid);
  EXPECT_EQ(refused({}), ErrorCode::kInvalid);
  const RowEntry same = entry(RowIs::kThere, 1, {{"what", text("x")}});
  EXPECT_EQ(refusal(authorEdit(testType(), kRole, shown, {"rows", RowEntries{{same, same}}})),
            ErrorCode::kInvalid);
  EXPECT_EQ(refusal(authorEdit(testType(), kRole, shown, {"rows", text("x")})),
            ErrorCode::kInvalid);
}

// Rows that somebody may hand in and not read back: they saw none, and nobody tells them which are
// there.
TEST(AuthorRows, OfAFieldThatTheRoleMayNotReadHaveSeenNothing) {
  RecordType type = testType();
  type.fields[kRows - 1].readers = {Role::kWorker};
  const RecordState shown = Shelf{}.take(change(1, 1).write(kAsk, text("there"))).state();
  const RowEntries entries{{{RowIs::kThere, row(1), {}, Deletion::kDelete}}};
  const auto removed = authorRows(type, Role::kVolunteer, *type.field(kRows), shown, entries);
  ASSERT_TRUE(removed.ok());
  EXPECT_FALSE(std::get<EditRows>(removed->deed).rows.front().operations.front().seen);
}

TEST(AuthorRows, AnEditOfNoRowIsNone) {
  const auto none = authorRows(testType(), Role::kWorker, declared(kRows), RecordState{}, {});
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.error().code, ErrorCode::kInvalid);
}

}  // namespace
}  // namespace rapport
