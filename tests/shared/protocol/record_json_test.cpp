#include "shared/protocol/record_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests
using Json = nlohmann::json;

const DirectoryNames kNames{[](PersonId) { return std::string("somebody"); },
                            [](ReplicaId) { return std::string("some tablet"); }};

Json fieldsOf(const Change& change) {
  Shelf shelf;
  shelf.take(change);
  return fieldsToJson(testType(), shelf.state());
}

std::string nameOfField(FieldNumber field) { return declared(field).name; }

std::string refusal(const Json& entry) {
  const auto read = entryFromJson(testType(), entry);
  return read.ok() ? "" : read.error().message;
}

Json editing(FieldNumber field, const Json& value) {
  return {{"fields", {{nameOfField(field), value}}}};
}

TEST(RecordJson, FieldsReadAsTheirRulesSay) {
  const Json fields = fieldsOf(change(1, 1)
                                   .write(kAsk, text("Friday"))
                                   .write(kOr, true)
                                   .write(kStatus, status(1, "open"))
                                   .write(kConsent, consent(0, ConsentAnswer::kWithdrawn))
                                   .edit(kUnion, {text("food"), text("work")})
                                   .add(kCount, -3));
  EXPECT_EQ(fields[nameOfField(kAsk)], "Friday");
  EXPECT_EQ(fields[nameOfField(kOr)], true);
  EXPECT_EQ(fields[nameOfField(kStatus)], "open");
  EXPECT_EQ(fields[nameOfField(kConsent)], "withdrawn");
  EXPECT_EQ(fields[nameOfField(kUnion)], Json::parse(R"(["food", "work"])"));
  EXPECT_EQ(fields[nameOfField(kCount)], -3);
  EXPECT_EQ(fields.size(), 6U);
}

TEST(RecordJson, WhatIsClearedIsNull) {
  EXPECT_EQ(fieldsOf(change(1, 1).write(kAsk, {}))[nameOfField(kAsk)], nullptr);
}

TEST(RecordJson, FieldsOfANewerFormAreLeftOut) {
  EXPECT_EQ(fieldsOf(change(1, 1).write(kAsk, text("x")).write(99, text("y"))).size(), 1U);
}

TEST(RecordJson, AContestedDeleteIsFlagged) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")));
  shelf.take(change(2, 1).saw(1).erase());
  EXPECT_EQ(recordToJson(testType(), shelf.state(), kNames)["deleted"], true);
  shelf.take(change(3, 1).saw(1).write(kAsk, text("Saturday")));
  const Json record = recordToJson(testType(), shelf.state(), kNames);
  EXPECT_EQ(record["deleted"], false);
  EXPECT_EQ(record["flags"], Json::parse(R"(["delete_contested"])"));
}

TEST(RecordJson, VersionsSayWhoWhereAndWhen) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Friday")).time(1'000));
  shelf.take(change(2, 1).write(kAsk, text("Saturday")).time(61'000));
  const Json versions = conflictsToJson(testType(), shelf.state(), kNames)[nameOfField(kAsk)];
  ASSERT_EQ(versions.size(), 2U);
  EXPECT_EQ(versions[0], Json::parse(R"({"value": "Saturday", "user": "somebody",
                                         "device": "some tablet", "at": "1970-01-01T00:01:01Z"})"));
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
      editing(kUnion, {{"plus", Json::array()}}),
      editing(kUnion, {{"add", "food"}}),
      editing(kUnion, {{"add", Json::array({Json::array()})}}),
      editing(kCount, 3),
      editing(kCount, {{"add", 1.5}}),
      editing(kCount, {{"add", 1}, {"more", 1}}),
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

TEST(TimeJson, IsInUtcToTheSecond) {
  EXPECT_EQ(timeToJson(1'795'912'205'999), "2026-11-29T00:30:05Z");
  EXPECT_EQ(timeToJson(0), "1970-01-01T00:00:00Z");
}

}  // namespace
}  // namespace rapport
