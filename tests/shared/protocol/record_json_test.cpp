#include "shared/protocol/record_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

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

TEST(TimeJson, IsInUtcToTheSecond) {
  EXPECT_EQ(timeToJson(1'795'912'205'999), "2026-11-29T00:30:05Z");
  EXPECT_EQ(timeToJson(0), "1970-01-01T00:00:00Z");
}

}  // namespace
}  // namespace rapport
