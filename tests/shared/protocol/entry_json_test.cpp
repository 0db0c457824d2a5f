#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/protocol/record_json.h"
#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests
using Json = nlohmann::json;

std::string nameOfField(FieldNumber field) { return declared(field).name; }

std::string refusal(const Json& entry) {
  const auto read = entryFromJson(testType(), entry);
  return read.ok() ? "" : read.error().message;
}

Json editing(FieldNumber field, const Json& value) {
  return {{"fields", {{nameOfField(field), value}}}};
}

JsonEntry entryOf(const Json& json) {
  const auto read = entryFromJson(testType(), json);
  if (read.ok()) return *read;
  ADD_FAILURE() << read.error().message;
  return {};
}

TEST(EntryJson, HasIdDeletionAndFieldsByName) {
  const JsonEntry entry = entryOf({{"id", "0190f3a1-7c2b-7def-8123-456789abcdef"},
                                   {"deleted", false},
                                   {"fields", {{nameOfField(kAsk), "Friday"}}}});
  ASSERT_TRUE(entry.id);
  EXPECT_EQ(entry.id->toString(), "0190f3a1-7c2b-7def-8123-456789abcdef");
  EXPECT_EQ(entry.deletion, Deletion::kKeep);
  ASSERT_EQ(entry.fields.size(), 1U);
  EXPECT_EQ(entry.fields[0].field, nameOfField(kAsk));
  EXPECT_EQ(std::get<Value>(entry.fields[0].what), text("Friday"));
  EXPECT_EQ(entryOf({{"deleted", true}}).id, std::nullopt);
}

TEST(EntryJson, NullClears) {
  EXPECT_EQ(std::get<Value>(fieldFromJson(declared(kAsk), nullptr).value().what), Value{});
}

TEST(EntryJson, StatusAndConsentAreEnteredAsText) {
  const auto value = [](FieldNumber field, const char* word) {
    return std::get<Value>(fieldFromJson(declared(field), word).value().what);
  };
  EXPECT_EQ(value(kStatus, "open"), text("open"));
  EXPECT_EQ(value(kConsent, "withdrawn"), text("withdrawn"));
}

TEST(EntryJson, RowsAreObjectsOfTheirCells) {
  const auto edit =
      fieldFromJson(declared(kAppend), Json::parse(R"({"add": [{"why": "rain"}], "remove": []})"));
  ASSERT_TRUE(edit.ok()) << edit.error().message;
  EXPECT_EQ(std::get<EditElements>(edit->what),
            (EditElements{{RowValue{{{1, std::string{"rain"}}}}}, {}}));
}

TEST(EntryJson, SetsAddAndRemove) {
  const auto edit =
      fieldFromJson(declared(kUnion), Json::parse(R"({"add": ["food"], "remove": ["work"]})"));
  ASSERT_TRUE(edit.ok());
  EXPECT_EQ(std::get<EditElements>(edit->what), (EditElements{{text("food")}, {text("work")}}));
}

TEST(EntryJson, NumbersAreWhatTheFieldSays) {
  const auto value = [](const Json& json) {
    return std::get<Value>(fieldFromJson(declared(kMin), json).value().what);
  };
  EXPECT_EQ(value(3), Value{std::int64_t{3}});
  EXPECT_EQ(value(3.0), Value{std::int64_t{3}});
  EXPECT_EQ(value(3.5), Value{3.5});
  EXPECT_EQ(value(1e300), Value{1e300});
}

TEST(EntryJson, AListOfASetAdds) {
  const auto edit = fieldFromJson(declared(kUnion), Json::parse(R"(["food"])"));
  ASSERT_TRUE(edit.ok());
  EXPECT_EQ(std::get<EditElements>(edit->what), (EditElements{{text("food")}, {}}));
}

TEST(EntryJson, AnythingElseIsRefusedWithASentence) {
  const std::vector<Json> broken = {
      Json::array(),
      Json::object(),
      {{"id", "no id"}, {"deleted", true}},
      {{"id", "00000000-0000-0000-0000-000000000000"}, {"deleted", true}},
      {{"id", 7}, {"deleted", true}},
      {{"deleted", "yes"}},
      {{"fields", Json::array({1})}},
      {{"fields", Json::object()}},
      {{"colour", "blue"}},
      {{"fields", {{"no such field", 1}}}},
      editing(kAsk, Json::array({1})),
      editing(kAsk, Json::object()),
      editing(kUnion, "food"),
      editing(kUnion, Json::object()),
      editing(kUnion, {{"plus", Json::array()}}),
      editing(kUnion, {{"add", "food"}}),
      editing(kUnion, {{"add", Json::array({Json::array()})}}),
      editing(kCount, 3),
      editing(kCount, {{"add", 1.5}}),
      editing(kCount, {{"add", 1}, {"more", 1}}),
      editing(kCount, {{"add", 18446744073709551615U}}),
      editing(kAppend, {{"add", Json::array({"rain"})}}),
      editing(kAppend, {{"add", Json::array({Json::object()})}}),
      editing(kAppend, {{"add", Json::array({{{"because", "rain"}}})}}),
      editing(kAppend, {{"add", Json::array({{{"why", nullptr}}})}}),
      editing(kAppend, {{"add", Json::array({{{"why", Json::array({1})}}})}}),
  };
  for (const Json& entry : broken) {
    const std::string sentence = refusal(entry);
    EXPECT_TRUE(sentence.ends_with('.') || sentence.ends_with('}')) << entry << ": " << sentence;
  }
}

TEST(EntryJson, ElementsAreCounted) {
  const Json fits = editing(kUnion, {{"add", Json(limits::kElementsPerOperation, "x")}});
  EXPECT_EQ(refusal(fits), "");
  const Json tooMany = editing(kUnion, {{"add", Json(limits::kElementsPerOperation + 1, "x")}});
  EXPECT_NE(refusal(tooMany), "");
}

TEST(EntryJson, RefusalsNameTheField) {
  EXPECT_NE(refusal(editing(kCount, 3)).find(nameOfField(kCount)), std::string::npos);
  EXPECT_NE(refusal({{"fields", {{"colour", "red"}}}}).find("colour"), std::string::npos);
}

}  // namespace
}  // namespace rapport
