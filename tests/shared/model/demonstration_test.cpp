#include "shared/model/demonstration.h"

#include <map>

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "shared/crypto/uuid_v5.h"
#include "shared/merge/author.h"
#include "shared/model/bounded_json.h"
#include "shared/model/catalogue.h"
#include "shared/model/demo_dates.h"
#include "shared/model/iso_time.h"
#include "shared/model/tally_cell_key.h"
#include "shared/protocol/record_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

const Catalogue& catalogue() {
  static const auto kLoaded = Catalogue::load(builtInDeclarations());
  return *kLoaded;
}

// Every line, its dates resolved for one afternoon.
std::vector<Json> lines() {
  const ZonedTime now = *parseDateTime("2026-11-28T14:00:00-06:00");
  std::vector<Json> out;
  for (const std::string& line : builtInDemonstration()) {
    const auto dated = resolveDemoDates(line, now.instant, now.offset);
    if (!dated) {
      ADD_FAILURE() << dated.error().message << " in " << line;
      continue;
    }
    auto json = parseBoundedJson(*dated, limits::kDeclarationBytes);
    if (!json) ADD_FAILURE() << json.error().message << " in " << line;
    if (json) out.push_back(*std::move(json));
  }
  return out;
}

const RecordType* typeOf(const Json& line) {
  return catalogue().type(line.at("type").get<std::string>());
}

std::vector<FieldEdit> editsOf(const Json& line) {
  Json entry = line;
  entry.erase("type");
  const auto read = entryFromJson(*typeOf(line), entry);
  if (!read) {
    ADD_FAILURE() << read.error().message << "\n" << line;
    return {};
  }
  return read->fields;
}

TEST(Demonstration, EveryLineKeepsItsDeclaration) {
  for (const Json& line : lines()) {
    ASSERT_NE(typeOf(line), nullptr) << line;
    for (const FieldEdit& edit : editsOf(line)) {
      const auto operation = authorEdit(*typeOf(line), Role::kCoordinator, {}, edit);
      EXPECT_TRUE(operation.ok()) << operation.error().message << "\n" << line;
    }
  }
}

TEST(Demonstration, HoldsTheProgrammeThatScreensNeed) {
  std::map<std::string, int> counts;
  for (const Json& line : lines()) ++counts[line.at("type")];
  EXPECT_EQ(counts["partner"], 12);
  EXPECT_EQ(counts["area"], 6);
  EXPECT_EQ(counts["code"], 20);
  EXPECT_GE(counts["event"], 8);
  EXPECT_GE(counts["listening_session"], 6);
  EXPECT_GE(counts["feedback"], 25);
  EXPECT_GE(counts["response"], 10);
  EXPECT_GE(counts["commitment"], 15);
}

TEST(Demonstration, IdsAreUsedOnce) {
  std::map<std::string, int> ids;
  for (const Json& line : lines()) EXPECT_EQ(++ids[line.at("id")], 1) << line;
}

TEST(Demonstration, ALineRefersToEarlierOnesOfTheRightType) {
  std::map<std::string, std::string> seen;
  for (const Json& line : lines()) {
    for (const FieldEdit& edit : editsOf(line)) {
      const FieldDeclaration& field = *typeOf(line)->field(edit.field);
      if (!field.reference) continue;
      std::vector<Value> named;
      if (const auto* value = std::get_if<Value>(&edit.what)) named.push_back(*value);
      if (const auto* elements = std::get_if<EditElements>(&edit.what)) named = elements->added;
      for (const Value& id : named)
        EXPECT_EQ(seen[std::get<std::string>(id)], field.reference) << line;
    }
    seen[line.at("id")] = line.at("type");
  }
}

TEST(Demonstration, RequiredFieldsAreThere) {
  for (const Json& line : lines()) {
    for (const FieldDeclaration& field : typeOf(line)->fields) {
      if (!field.required) continue;
      EXPECT_TRUE(line.at("fields").contains(field.name)) << field.name << " in " << line;
    }
  }
}

TEST(Demonstration, TallyCellsHaveTheIdsThatTabletsWouldGiveThem) {
  int cells = 0;
  for (const Json& line : lines()) {
    if (line.at("type") != "tally_cell") continue;
    ++cells;
    const Json& fields = line.at("fields");
    const auto id = [&](const char* key) {
      return RecordId{*Uuid::parse(fields.at(key).get<std::string>())};
    };
    const auto buckets = fields.at("buckets").get<std::string>();
    EXPECT_TRUE(readBuckets(buckets)) << buckets;
    const std::string name = tallyCellName(id("event"), id("station"), buckets);
    EXPECT_EQ(makeUuidV5(kTallyNamespace, name).toString(), line.at("id").get<std::string>());
  }
  EXPECT_GT(cells, 0);
}

TEST(Demonstration, OneEventIsOpenNow) {
  const auto now = parseDateTime("2026-11-28T14:00:00-06:00")->instant;
  int open = 0;
  for (const Json& line : lines()) {
    if (line.at("type") != "event") continue;
    const auto start = parseDateTime(line.at("fields").at("start").get<std::string>());
    const auto end = parseDateTime(line.at("fields").at("end").get<std::string>());
    EXPECT_LT(start->instant, end->instant) << line;
    if (start->instant <= now && now < end->instant) ++open;
  }
  EXPECT_EQ(open, 1);
}

}  // namespace
}  // namespace rapport
