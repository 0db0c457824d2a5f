#include "shared/merge/cell_address.h"

#include <gtest/gtest.h>

#include "shared/base/byte_reader.h"
#include "shared/merge/cell_places.h"
#include "shared/merge/field_edit.h"
#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

std::string cellAt(const std::string& cell) { return toString(CellAddress{"rows", row(1), cell}); }

TEST(CellAddress, WhatGoesIntoRowsOfOneFieldIsOneEdit) {
  std::vector<FieldEdit> edits{{"ask", text("Friday")}, {"rows", text("no rows")}};
  ASSERT_TRUE(addEditAt(cellAt("what"), text("a"), edits).ok());
  ASSERT_TRUE(addEditAt(cellAt("fixed"), text("b"), edits).ok());
  ASSERT_EQ(edits.size(), 3U);
  const auto& rows = std::get<RowEntries>(edits.back().what).rows;
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows.front().cells.size(), 2U);
}

TEST(CellAddress, ARowIsRemovedOrKeptWithTrueOrFalse) {
  std::vector<FieldEdit> edits;
  const auto deletion = [&] {
    return std::get<RowEntries>(edits.front().what).rows.front().deletion;
  };
  ASSERT_TRUE(addEditAt(cellAt("deleted"), Value{true}, edits).ok());
  EXPECT_EQ(deletion(), Deletion::kDelete);
  ASSERT_TRUE(addEditAt(cellAt("deleted"), Value{false}, edits).ok());
  EXPECT_EQ(deletion(), Deletion::kKeep);
  for (const auto& what :
       {std::variant<Value, EditElements, AddAmount, RowEntries>(text("yes")),
        std::variant<Value, EditElements, AddAmount, RowEntries>(AddAmount{1})}) {
    const Status added = addEditAt(cellAt("deleted"), what, edits);
    ASSERT_FALSE(added.ok());
    EXPECT_EQ(added.error().code, ErrorCode::kInvalid);
  }
}

TEST(CellAddress, OfAFieldThatIsNotThereNothingIsDeclared) {
  const std::string nowhere = toString(CellAddress{"nowhere", row(1), "what"});
  EXPECT_EQ(declarationAt(testType(), nowhere), nullptr);
  EXPECT_EQ(declarationAt(testType(), toString(CellAddress{"ask", row(1), "what"})), nullptr);
  EXPECT_EQ(declarationAt(testType(), cellAt("what")), &declaredCell(kWhat));
}

TEST(CellPlaces, AnEmptyListAndOneThatDoesNotAscendAreRefused) {
  for (const auto& places : {std::vector<CellPlace>{}, std::vector<CellPlace>{{2, 1}, {1, 2}}}) {
    ByteWriter out;
    encodeCellPlaces(out, places);
    ByteReader in(out.bytes());
    decodeCellPlaces(in);
    EXPECT_FALSE(in.ok());
  }
}

}  // namespace
}  // namespace rapport
