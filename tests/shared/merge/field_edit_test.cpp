#include "shared/merge/field_edit.h"

#include <gtest/gtest.h>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/merge/author.h"
#include "shared/merge/cell_address.h"
#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

Deed again(const Operation& operation, const RecordState& shown) {
  const FieldEdit edit = editAgain(declared(operation.field), operation.deed, shown);
  const auto authored = authorEdit(testType(), Role::kWorker, shown, edit);
  EXPECT_TRUE(authored.ok()) << (authored.ok() ? "" : authored.error().message);
  return authored.ok() ? authored->deed : Deed{};
}

TEST(EditAgain, IsTheSameDeedWhateverIsThereByNow) {
  const Change all = change(1, 1)
                         .write(kAsk, text("Friday"))
                         .edit(kUnion, {text("food")}, {text("work")})
                         .add(kCount, -2)
                         .write(1, kWhat, text("clause"))
                         .cell(1, kTags, EditElements{{text("x")}, {}})
                         .cell(1, kHeads, AddAmount{3})
                         .write(2, kStage, status(0, "open"));
  const RecordState now = Shelf{}.take(change(2, 1).write(2, kWhat, text("there"))).state();
  for (const Operation& operation : all.operations) {
    if (operation.field == kRows) continue;
    EXPECT_EQ(again(operation, {}), operation.deed);
  }
  const auto& wanted = std::get<EditRows>(all.operations.back().deed).rows;
  for (const RecordState& shown : {RecordState{}, now}) {
    const Deed done = again(all.operations.back(), shown);
    const auto& rows = std::get<EditRows>(done).rows;
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].operations.size(), 3U);
    EXPECT_EQ(rows[1].operations[0].deed, wanted[1].operations[0].deed);
  }
}

TEST(EditAgain, KeepsTheRemovalOfARow) {
  const Change removal = change(1, 1).eraseRow(1);
  const RecordState now = Shelf{}.take(change(2, 1).write(1, kWhat, text("there"))).state();
  const Deed done = again(removal.operations.front(), now);
  EXPECT_EQ(std::get<EditRows>(done).rows.front().operations.front().deed,
            (Deed{SetDeleted{Deletion::kDelete}}));
}

TEST(CellAddress, GoesThereAndBack) {
  const std::string text = "rows/" + row(1).toString() + "/what";
  const auto address = parseCellAddress(text);
  ASSERT_TRUE(address);
  EXPECT_EQ(toString(*address), text);
  EXPECT_EQ(declarationAt(testType(), text), &declaredCell(kWhat));
  EXPECT_EQ(declarationAt(testType(), "ask"), &declared(kAsk));
  EXPECT_EQ(declarationAt(testType(), "rows/" + row(1).toString() + "/deleted"), nullptr);
  EXPECT_EQ(declarationAt(testType(), "ask/" + row(1).toString() + "/what"), nullptr);
  for (const char* none : {"", "ask", "rows/what", "rows/1/what", "//"}) {
    EXPECT_FALSE(parseCellAddress(none)) << none;
  }
}

TEST(CellAddress, EditsOfOneRowBecomeOne) {
  std::vector<FieldEdit> edits;
  const std::string at = "rows/" + row(1).toString() + "/";
  EXPECT_TRUE(addEditAt(at + "what", text("x"), edits).ok());
  EXPECT_TRUE(addEditAt("ask", text("y"), edits).ok());
  EXPECT_TRUE(addEditAt(at + "deleted", false, edits).ok());
  EXPECT_FALSE(addEditAt(at + "deleted", text("no"), edits).ok());
  ASSERT_EQ(edits.size(), 2U);
  const auto& rows = std::get<RowEntries>(edits[0].what).rows;
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].cells.front().field, "what");
  EXPECT_EQ(rows[0].deletion, Deletion::kKeep);
}

TEST(EditAgain, OfADeletionNothingIsLeft) {
  const FieldEdit nothing = editAgain(declared(kAsk), SetDeleted{}, RecordState{});
  EXPECT_TRUE(isCleared(std::get<Value>(nothing.what)));
}

TEST(NameNewRows, EachNewOneWithoutANameGetsOneInTheirOrder) {
  const ManualClock clock;
  SeededRandom random{5};
  RowEntries entries;
  entries.rows.push_back({RowIs::kNew, std::nullopt, {}, {}});
  entries.rows.push_back({RowIs::kThere, std::nullopt, {}, {}});
  entries.rows.push_back({RowIs::kNew, row(1), {}, {}});
  entries.rows.push_back({RowIs::kNew, std::nullopt, {}, {}});
  std::vector<FieldEdit> edits{{"ask", text("a")}, {"rows", entries}};
  nameNewRows(edits, clock, random);
  const auto& named = std::get<RowEntries>(edits.back().what).rows;
  ASSERT_TRUE(named[0].id && named[3].id);
  EXPECT_LT(*named[0].id, *named[3].id);
  EXPECT_FALSE(named[1].id);
  EXPECT_EQ(named[2].id, row(1));
}

}  // namespace
}  // namespace rapport
