#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "shared/merge/judge.h"
#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

std::optional<ErrorCode> refusal(const RecordState& now, const Change& change) {
  const auto number = now.number ? now.number->n + 1 : 1;
  const Status judged = judge(testType(), now, change, numbered(change, number));
  if (judged.ok()) return std::nullopt;
  EXPECT_EQ(judged.error().message.back(), '.') << judged.error().message;
  return judged.error().code;
}

std::optional<ErrorCode> refusalOf(Role role, const Change& change) {
  const Status permitted = judgePermission(testType(), role, change);
  return permitted.ok() ? std::nullopt : std::optional(permitted.error().code);
}

EditRows& rowsIn(Change& change) { return std::get<EditRows>(change.operations.front().deed); }

RowId numberedRow(std::size_t number) {
  RowId id = row(1);
  id.uuid.bytes[8] = static_cast<std::uint8_t>(number >> 8U);
  id.uuid.bytes[9] = static_cast<std::uint8_t>(number);
  return id;
}

TEST(JudgeRows, AcceptsCellsOfEveryRuleAndOfANewerForm) {
  const Change all = change(1, 1)
                         .write(1, kWhat, Value{})
                         .cell(1, kTags, EditElements{{text("x")}, {}})
                         .cell(1, kHeads, AddAmount{2})
                         .write(1, kStage, status(0, "open"))
                         .write(1, kFixed, text("x"))
                         .write(1, kFirm, true)
                         .write(1, 99, text("newer"))
                         .eraseRow(2);
  EXPECT_EQ(refusal({}, all), std::nullopt);
}

TEST(JudgeRows, HoldsCellsToTheirDeclaration) {
  EXPECT_EQ(refusal({}, change(1, 1).write(1, kWhat, whole(1))), ErrorCode::kInvalid);
  EXPECT_EQ(refusal({}, change(1, 1).write(1, kTags, text("x"))), ErrorCode::kInvalid);
  EXPECT_EQ(refusal({}, change(1, 1).write(1, kStage, status(99, "open"))), ErrorCode::kInvalid);
  EXPECT_EQ(refusal({}, change(1, 1).write(kRows, text("x"))), ErrorCode::kInvalid);
  Change elsewhere = change(1, 1).write(1, kWhat, text("x"));
  elsewhere.operations.front().field = kAsk;
  EXPECT_EQ(refusal({}, elsewhere), ErrorCode::kInvalid);
}

TEST(JudgeRows, HoldsWhatStandsInTheRowThatItsAuthorKnew) {
  const RecordState now =
      Shelf{}.take(change(1, 1).write(1, kFixed, text("first")).write(1, kFirm, true)).state();
  EXPECT_EQ(refusal(now, change(2, 1).saw(1).write(1, kFixed, text("second"))),
            ErrorCode::kRefused);
  EXPECT_EQ(refusal(now, change(2, 1).saw(1).write(1, kFirm, false)), ErrorCode::kRefused);
  EXPECT_EQ(refusal(now, change(2, 1).write(1, kFixed, text("second"))), std::nullopt);
  EXPECT_EQ(refusal(now, change(2, 1).saw(1).write(2, kFixed, text("second"))), std::nullopt);
}

TEST(JudgeRows, RefusesRowsInAnotherShape) {
  const auto spoilt = [](const auto& spoil) {
    Change change = test::change(1, 1).saw(1).write(1, kWhat, text("x")).write(2, kWhat, text("y"));
    spoil(change);
    const RecordState now = Shelf{}.take(test::change(3, 1).write(kAsk, text("z"))).state();
    return refusal(now, change);
  };
  EXPECT_EQ(spoilt([](Change&) {}), std::nullopt);
  EXPECT_EQ(spoilt([](Change& c) { std::swap(rowsIn(c).rows[0], rowsIn(c).rows[1]); }),
            ErrorCode::kInvalid);
  EXPECT_EQ(spoilt([](Change& c) { c.operations.front().notShown = {dot(3, 1)}; }),
            ErrorCode::kInvalid);
  EXPECT_EQ(spoilt([](Change& c) { rowsIn(c).rows[0].operations[0].seen = at(2); }),
            ErrorCode::kInvalid);
  EXPECT_EQ(spoilt([](Change& c) { rowsIn(c).rows[0].operations[0].seen.reset(); }), std::nullopt);
  EXPECT_EQ(spoilt([](Change& c) { rowsIn(c).rows[0].operations[0].deed = EditRows{}; }),
            ErrorCode::kInvalid);
  EXPECT_EQ(spoilt([](Change& c) { rowsIn(c).rows[0].operations[0].field = kDeletedField; }),
            ErrorCode::kInvalid);
  EXPECT_EQ(spoilt([](Change& c) {
              auto& cells = rowsIn(c).rows[0].operations;
              cells.push_back(cells.front());
            }),
            ErrorCode::kInvalid);
}

TEST(JudgeRows, AFieldHoldsSoManyRowsAndARowSoManyCells) {
  const auto adding = [](std::size_t from, std::size_t rows) {
    Change change = test::change(1, 1).write(1, kHeads, Value{});
    rowsIn(change).rows.clear();
    for (std::size_t i = 0; i < rows; ++i) {
      rowsIn(change).rows.push_back({numberedRow(from + i), {{kHeads, {}, {}, AddAmount{1}}}});
    }
    return change;
  };
  EXPECT_EQ(refusal({}, adding(0, limits::kRowsPerOperation + 1)), ErrorCode::kTooLarge);
  RecordState full;
  for (std::uint64_t n = 0; n < limits::kRowsPerField / limits::kRowsPerOperation; ++n) {
    Change part = adding(n * limits::kRowsPerOperation, limits::kRowsPerOperation);
    part.dot.counter = n + 1;
    EXPECT_EQ(refusal(full, part), std::nullopt);
    apply(full, part, numbered(part, n + 1));
  }
  EXPECT_EQ(refusal(full, adding(5000, 1)), ErrorCode::kTooLarge);
  EXPECT_EQ(refusal(full, adding(0, 1)), std::nullopt);

  Change wide = test::change(2, 1);
  for (FieldNumber cell = 1; cell <= limits::kRowCells + 1; ++cell) {
    wide = ChangeBuilder{wide}.write(1, cell + 100, text("x"));
  }
  EXPECT_EQ(refusal({}, wide), std::nullopt);
  wide = ChangeBuilder{wide}.write(1, 99, text("x"));
  EXPECT_EQ(refusal({}, wide), ErrorCode::kTooLarge);
}

TEST(JudgePermission, OfRowsGoesByTheirCells) {
  EXPECT_EQ(refusalOf(Role::kVolunteer, change(1, 1).write(1, kStaffCell, text("x"))),
            std::nullopt);
  EXPECT_EQ(refusalOf(Role::kVolunteer, change(1, 1).saw(1).write(1, kStaffCell, text("x"))),
            ErrorCode::kInvalid);
  EXPECT_EQ(refusalOf(Role::kVolunteer, change(1, 1).saw(1).eraseRow(1)), ErrorCode::kInvalid);
  EXPECT_EQ(refusalOf(Role::kVolunteer, change(1, 1).saw(1).eraseRow(1, {kStaffCell})),
            std::nullopt);
  EXPECT_EQ(refusalOf(Role::kWorker, change(1, 1).saw(1).eraseRow(1)), std::nullopt);
}

TEST(JudgePermission, ACellsWritersAreTheFieldsOwn) {
  RecordType type = testType();
  FieldDeclaration& rows = type.fields[kRows - 1];
  rows.cells[kWhat - 1].writers = {Role::kCoordinator};
  const Change edit = change(1, 1).write(1, kWhat, text("x"));
  EXPECT_FALSE(judgePermission(type, Role::kWorker, edit).ok());
  EXPECT_TRUE(judgePermission(type, Role::kCoordinator, edit).ok());
}

}  // namespace
}  // namespace rapport
