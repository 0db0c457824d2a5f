#include "shared/protocol/rows_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/merge/author.h"
#include "shared/protocol/record_json.h"
#include "tests/shared/merge/builders.h"
#include "tests/shared/protocol/golden.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests
using Json = nlohmann::json;

FieldDeclaration cellOf(FieldNumber number, std::string name, MergeRule rule) {
  FieldDeclaration cell;
  cell.number = number;
  cell.name = std::move(name);
  cell.rule = rule;
  cell.inRow = "clauses";
  return cell;
}

// The agreement of rows.json.
RecordType agreement() {
  FieldDeclaration clauses;
  clauses.number = 1;
  clauses.name = "clauses";
  clauses.kind = FieldKind::kRow;
  clauses.rule = MergeRule::kRows;
  clauses.cells = {cellOf(1, "wording", MergeRule::kAsk), cellOf(2, "stage", MergeRule::kStatus),
                   cellOf(3, "tags", MergeRule::kUnion)};
  clauses.cells[1].values = {{"proposed", {}, 0, false}, {"agreed", {}, 1, true}};
  RecordType type;
  type.number = 1;
  type.name = "agreement";
  type.readers = type.writers = {Role::kWorker};
  type.fields = {clauses};
  return type;
}

RowId rowAt(const std::string& id) { return RowId{Uuid::parse(id).value()}; }

const RowEntries& rowsOfEdit(const FieldEdit& edit) { return std::get<RowEntries>(edit.what); }

std::string refusal(const Json& json) {
  const auto read = rowsFromJson(declared(kRows), json);
  return read.ok() ? "" : read.error().message;
}

TEST(RowsJson, GoldenRowsAreReadAndShown) {
  const Json golden = Json::parse(goldenText("rows.json"));
  const RecordType type = agreement();
  const FieldDeclaration& clauses = type.fields.front();
  const auto list = rowsFromJson(clauses, golden["lists"]);
  ASSERT_TRUE(list.ok());
  ASSERT_EQ(rowsOfEdit(*list).rows.size(), 1U);
  EXPECT_EQ(rowsOfEdit(*list).rows[0].is, RowIs::kNew);
  EXPECT_EQ(rowsOfEdit(*list).rows[0].id, std::nullopt);

  const auto edits = rowsFromJson(clauses, golden["edits"]);
  ASSERT_TRUE(edits.ok()) << edits.error().message;
  ASSERT_EQ(rowsOfEdit(*edits).rows.size(), 4U);  // by name: add, edit, keep, remove
  const RowEntry& edited = rowsOfEdit(*edits).rows[1];
  EXPECT_EQ(edited.is, RowIs::kThere);
  EXPECT_EQ(edited.id, rowAt("01930000-0000-7000-8000-00000000d001"));
  EXPECT_EQ(edited.cells.size(), 2U);
  EXPECT_EQ(rowsOfEdit(*edits).rows[2].deletion, Deletion::kKeep);
  EXPECT_EQ(rowsOfEdit(*edits).rows[3].deletion, Deletion::kDelete);

  RecordState state;
  RowState& row = state.fieldOrNew(1).rowOrNew(*edited.id);
  row.fieldOrNew(1).heads = {{{}, {}, {}, {}, std::string{"Two volunteers on Mondays"}}};
  row.fieldOrNew(2).heads = {{{}, {}, {}, {}, StatusValue{0, "agreed"}}};
  row.fieldOrNew(3).heads = {{{}, {}, {}, {}, std::string{"rota"}}};
  EXPECT_EQ(fieldsToJson(type, state)["clauses"], golden["shown"]);

  const auto addressed = fieldsFromJson(type, golden["addresses"]);
  ASSERT_TRUE(addressed.ok()) << addressed.error().message;
  ASSERT_EQ(addressed->size(), 1U);  // of one field and one row
  const RowEntry& both = rowsOfEdit(addressed->front()).rows.front();
  EXPECT_EQ(both.deletion, Deletion::kKeep);
  EXPECT_EQ(both.cells.front().field, "wording");
}

TEST(RowsJson, AnythingElseIsRefusedWithASentence) {
  const std::string id = row(1).toString();
  EXPECT_NE(refusal("Friday"), "");
  EXPECT_NE(refusal(Json::object()), "");
  EXPECT_NE(refusal({{"put", Json::array()}}), "");
  EXPECT_NE(refusal({{"add", "x"}}), "");
  EXPECT_NE(refusal({{"add", {"x"}}}), "");
  EXPECT_NE(refusal({{"add", {Json::object()}}}), "");
  EXPECT_NE(refusal({{"add", {{{"nothing", 1}}}}}), "");
  EXPECT_NE(refusal({{"add", {{{"id", "no id"}, {"what", "x"}}}}}), "");
  EXPECT_NE(refusal({{"edit", {{{"what", "x"}}}}}), "");
  EXPECT_NE(refusal({{"edit", {{{"id", id}}}}}), "");
  EXPECT_NE(refusal({{"remove", {"no id"}}}), "");
  EXPECT_NE(refusal({{"remove", {Uuid{}.toString()}}}), "");
  EXPECT_EQ(refusal({{"remove", {id}}, {"edit", {{{"id", id}, {"what", nullptr}}}}}), "");
  const Json many(limits::kRowsPerOperation + 1, Json{{"what", "x"}});
  EXPECT_NE(refusal(many), "");
}

TEST(RowsJson, AnAddressThatLeadsNowhereIsRefused) {
  const auto read = [](const std::string& address, const Json& value) {
    return fieldsFromJson(testType(), {{address, value}}).ok();
  };
  const std::string id = row(1).toString();
  EXPECT_TRUE(read("rows/" + id + "/what", "x"));
  EXPECT_TRUE(read("rows/" + id + "/deleted", true));
  EXPECT_FALSE(read("rows/" + id + "/deleted", "x"));
  EXPECT_FALSE(read("rows/" + id + "/nothing", "x"));
  EXPECT_FALSE(read("append/" + id + "/why", "x"));
  EXPECT_FALSE(read("rows/1/what", "x"));
  EXPECT_FALSE(read("rows/" + id, "x"));
}

TEST(RowsJson, NewRowsAreNamedInTheOrderInWhichTheyStand) {
  auto edits = fieldsFromJson(
      testType(), {{"rows", {{{"what", "a"}}, {{"what", "b"}}, {{"what", "c"}}, {{"what", "d"}}}}});
  ASSERT_TRUE(edits.ok());
  ManualClock clock;
  SeededRandom random(7);
  nameNewRows(*edits, clock, random);
  const auto& rows = rowsOfEdit(edits->front()).rows;
  for (std::size_t i = 1; i < rows.size(); ++i) EXPECT_LT(*rows[i - 1].id, *rows[i].id);
  const std::optional<RowId> first = rows.front().id;
  nameNewRows(*edits, clock, random);
  EXPECT_EQ(rows.front().id, first);
}

TEST(RowsJson, AConflictInACellGoesByItsAddress) {
  const DirectoryNames names{[](PersonId) { return std::string("somebody"); },
                             [](ReplicaId) { return std::string("some tablet"); }};
  Shelf shelf;
  shelf.take(change(1, 1).write(1, kWhat, text("clause")));
  shelf.take(change(2, 1).saw(1).eraseRow(1).time(1'000));
  shelf.take(change(3, 1).saw(1).write(1, kWhat, text("Clause")).time(61'000));
  shelf.take(change(4, 1).saw(1).write(1, kWhat, text("Section")).time(121'000));
  const Json conflicts = conflictsToJson(testType(), shelf.state(), names);
  const std::string address = "rows/" + row(1).toString() + "/";
  ASSERT_EQ(conflicts.size(), 2U);
  EXPECT_EQ(conflicts[address + "what"][0]["value"], "Section");
  EXPECT_EQ(conflicts[address + "what"][1]["value"], "Clause");
  EXPECT_EQ(conflicts[address + "deleted"],
            Json::parse(R"([{"value": false, "user": "somebody", "device": "some tablet",
                             "at": "1970-01-01T00:02:01Z"},
                            {"value": true, "user": "somebody", "device": "some tablet",
                             "at": "1970-01-01T00:00:01Z"}])"));
}

}  // namespace
}  // namespace rapport
