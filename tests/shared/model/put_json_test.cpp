#include "shared/model/put_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "tests/shared/model/sample_declaration.h"

namespace rapport {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

Result<EnteredRecord> enter(const char* json) {
  return enteredRecord(sampleType(), Json::parse(json));
}

std::string refusal(const char* json) {
  const auto entered = enter(json);
  return entered ? "accepted" : entered.error().message;
}

EnteredField only(const char* json) {
  const auto entered = enter(json);
  if (!entered) {
    ADD_FAILURE() << entered.error().message;
    return {};
  }
  EXPECT_EQ(entered->fields.size(), 1U);
  return entered->fields.front();
}

TEST(PutJson, ReadsIdDeletionAndFieldsInTheirOrder) {
  const auto entered = enter(R"({"id": "0190f3a1-7c2b-7def-8123-456789abcdef", "deleted": false,
                                 "fields": {"rating": 2, "name": "Casa"}})");
  ASSERT_TRUE(entered.ok()) << entered.error().message;
  EXPECT_EQ(entered->id->toString(), "0190f3a1-7c2b-7def-8123-456789abcdef");
  EXPECT_EQ(entered->deleted, false);
  ASSERT_EQ(entered->fields.size(), 2U);
  EXPECT_EQ(entered->fields[0].field->name, "name");
  EXPECT_EQ(entered->fields[0].value, Value{std::string("Casa")});
  EXPECT_EQ(entered->fields[1].value, Value{std::int64_t{2}});
}

TEST(PutJson, AnEmptyRecordIsARecord) {
  const auto entered = enter("{}");
  ASSERT_TRUE(entered.ok());
  EXPECT_FALSE(entered->id);
  EXPECT_FALSE(entered->deleted);
  EXPECT_TRUE(entered->fields.empty());
}

TEST(PutJson, NullClears) { EXPECT_TRUE(isCleared(only(R"({"fields": {"name": null}})").value)); }

TEST(PutJson, ADecimalNeedsNoPoint) {
  EXPECT_EQ(only(R"({"fields": {"share": 2}})").value, Value{2.0});
  EXPECT_EQ(only(R"({"fields": {"share": 2.5}})").value, Value{2.5});
  EXPECT_NE(refusal(R"({"fields": {"rating": 2.0}})"), "accepted");
}

TEST(PutJson, StatusAndConsentAreEnteredAsText) {
  EXPECT_EQ(only(R"({"fields": {"stage": "done"}})").value, Value{std::string("done")});
  EXPECT_EQ(only(R"({"fields": {"agreed": "withdrawn"}})").value, Value{std::string("withdrawn")});
  EXPECT_EQ(refusal(R"({"fields": {"stage": "lost"}})"),
            "The field stage of visit takes one of open, done.");
  EXPECT_EQ(refusal(R"({"fields": {"agreed": "maybe"}})"),
            "The field agreed of visit takes one of yes, no, withdrawn.");
}

TEST(PutJson, SetsAddAndRemove) {
  const EnteredField edit =
      only(R"({"fields": {"languages": {"add": ["es", "en"], "remove": ["fr"]}}})");
  EXPECT_EQ(edit.added, (std::vector<Value>{std::string("es"), std::string("en")}));
  EXPECT_EQ(edit.removed, std::vector<Value>{std::string("fr")});
  for (const char* bad :
       {R"({"fields": {"languages": ["es"]}})", R"({"fields": {"languages": "es"}})",
        R"({"fields": {"languages": {}}})", R"({"fields": {"languages": {"set": ["es"]}}})"}) {
    EXPECT_THAT(refusal(bad), HasSubstr("is a set: it takes {\"add\": […], \"remove\": […]}"))
        << bad;
  }
  EXPECT_NE(refusal(R"({"fields": {"languages": {"add": [null]}}})"), "accepted");
  EXPECT_NE(refusal(R"({"fields": {"languages": {"add": "es"}}})"), "accepted");
}

TEST(PutJson, OneEditTakesABoundedNumberOfElements) {
  Json edit = {{"fields", {{"languages", {{"add", Json::array()}}}}}};
  for (std::size_t i = 0; i <= limits::kElementsPerOperation; ++i) {
    edit["fields"]["languages"]["add"].push_back("l" + std::to_string(i));
  }
  EXPECT_FALSE(enteredRecord(sampleType(), edit).ok());
}

TEST(PutJson, CountsAdd) {
  EXPECT_EQ(only(R"({"fields": {"people": {"add": 3}}})").amount, 3);
  EXPECT_EQ(only(R"({"fields": {"people": {"add": -1}}})").amount, -1);
  for (const char* bad : {R"({"fields": {"people": 3}})", R"({"fields": {"people": {"add": "3"}}})",
                          R"({"fields": {"people": {"add": 1.5}}})",
                          R"({"fields": {"people": {"add": 1, "remove": 1}}})"}) {
    EXPECT_THAT(refusal(bad), HasSubstr("is counted: it takes {\"add\": a whole number}")) << bad;
  }
  EXPECT_THAT(refusal(R"({"fields": {"people": {"add": 18446744073709551615}}})"),
              HasSubstr("a whole number to add"));
}

TEST(PutJson, RowsAreObjectsOfTheirCells) {
  const EnteredField edit =
      only(R"({"fields": {"changes": {"add": [{"hours": 2, "new_date": "2026-11-28"}]}}})");
  ASSERT_EQ(edit.added.size(), 1U);
  const auto& row = std::get<RowValue>(edit.added[0]);
  ASSERT_EQ(row.cells.size(), 2U);
  EXPECT_EQ(row.cells[0].first, 1U);
  EXPECT_EQ(row.cells[1].second, RowValue::Cell{2.0});
  EXPECT_THAT(refusal(R"({"fields": {"changes": {"add": [{"date": "2026-11-28"}]}}})"),
              HasSubstr("has no cell date"));
  EXPECT_THAT(refusal(R"({"fields": {"changes": {"add": [{"new_date": "soon"}]}}})"),
              HasSubstr("cell new_date takes a date"));
  EXPECT_NE(refusal(R"({"fields": {"changes": {"add": [{}]}}})"), "accepted");
  EXPECT_NE(refusal(R"({"fields": {"changes": {"add": [{"hours": [2]}]}}})"), "accepted");
  EXPECT_NE(refusal(R"({"fields": {"changes": {"add": ["2026-11-28"]}}})"), "accepted");
}

TEST(PutJson, WhatIsNotKnownIsRefusedByName) {
  EXPECT_EQ(refusal(R"({"fields": {"colour": "red"}})"), "The type visit has no field colour.");
  EXPECT_THAT(refusal(R"({"field": {}})"), HasSubstr("The key field is not known"));
  EXPECT_THAT(refusal(R"({"id": "casa"})"), HasSubstr("id takes a UUID"));
  EXPECT_THAT(refusal(R"({"deleted": "yes"})"), HasSubstr("deleted takes true or false"));
  EXPECT_NE(refusal(R"([])"), "accepted");
  EXPECT_NE(refusal(R"({"fields": []})"), "accepted");
}

TEST(PutJson, AListOrObjectForARegisterSaysWhatWouldFit) {
  EXPECT_EQ(refusal(R"({"fields": {"mood": ["good"]}})"),
            "The field mood of visit takes one of good, bad.");
  EXPECT_THAT(refusal(R"({"fields": {"name": {"add": ["x"]}}})"),
              HasSubstr("The field name of visit takes text"));
}

TEST(PutJson, ValuesAreShownAsTheyAreEntered) {
  const auto shown = [](const char* field, const Value& value) {
    return jsonOf(sampleField(field), value);
  };
  EXPECT_EQ(shown("name", std::string("Casa")), Json("Casa"));
  EXPECT_EQ(shown("name", {}), Json());
  EXPECT_EQ(shown("rating", std::int64_t{2}), Json(2));
  EXPECT_EQ(shown("share", 0.5), Json(0.5));
  EXPECT_EQ(shown("approved", true), Json(true));
  EXPECT_EQ(shown("stage", StatusValue{2, "done"}), Json("done"));
  EXPECT_EQ(shown("agreed", ConsentValue{1, ConsentAnswer::kYes, {}}), Json("yes"));
  const RowValue row{{{1, std::string("2026-11-28")}, {9, true}}};
  EXPECT_EQ(shown("changes", row), Json::parse(R"({"new_date": "2026-11-28", "#9": true})"));
}

}  // namespace
}  // namespace rapport
