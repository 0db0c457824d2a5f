#include "shared/model/demonstration.h"

#include <map>

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "shared/crypto/uuid_v5.h"
#include "shared/model/bounded_json.h"
#include "shared/model/demo_dates.h"
#include "shared/model/iso_time.h"
#include "shared/model/put_json.h"
#include "shared/model/tally_cell_key.h"

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

Result<EnteredRecord> entered(const Json& line) {
  Json put = line;
  put.erase("type");
  const RecordType* type = catalogue().type(line.at("type").get<std::string>());
  if (type == nullptr) return Error{ErrorCode::kNotFound, "unknown type"};
  return enteredRecord(*type, put);
}

TEST(Demonstration, EveryLineKeepsItsDeclaration) {
  for (const Json& line : lines()) {
    const auto record = entered(line);
    EXPECT_TRUE(record.ok()) << record.error().message << "\n" << line;
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
    const auto record = entered(line);
    ASSERT_TRUE(record.ok());
    for (const EnteredField& edit : record->fields) {
      if (!edit.field->reference) continue;
      std::vector<Value> named = edit.added;
      if (!isCleared(edit.value)) named.push_back(edit.value);
      for (const Value& id : named)
        EXPECT_EQ(seen[std::get<std::string>(id)], edit.field->reference) << line;
    }
    seen[line.at("id")] = line.at("type");
  }
}

TEST(Demonstration, RequiredFieldsAreThere) {
  for (const Json& line : lines()) {
    for (const FieldDeclaration& field :
         catalogue().type(line.at("type").get<std::string>())->fields) {
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
    EXPECT_EQ(makeUuidV5(kTallyNamespace, name).toString(), line.at("id"));
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
