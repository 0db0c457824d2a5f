#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/crypto/base64url.h"
#include "shared/merge/apply.h"
#include "shared/model/catalogue.h"
#include "shared/protocol/enrol_link.h"
#include "shared/protocol/record_json.h"
#include "tests/shared/protocol/examples.h"
#include "tests/shared/protocol/golden.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the examples are the language of these tests
using Json = nlohmann::json;

const RecordType& typeNamed(std::string_view name) {
  static const Catalogue kCatalogue = Catalogue::load(builtInDeclarations()).value();
  const RecordType* type = kCatalogue.type(name);
  EXPECT_NE(type, nullptr) << name;
  return *type;
}

// The promise of change.hex, with an edit that did not see it and a new date.
RecordState contestedPromise() {
  RecordState state;
  state.id = kPromise;
  state.type = 12;
  Change first = exampleChange();
  first.operations.insert(
      first.operations.begin() + 1,
      {7,
       {},
       {},
       EditElements{{RowValue{{{1, std::string{"2026-12-05"}}, {2, std::string{"rain"}}}}}, {}}});
  first.operations.push_back({13, {}, {}, EditElements{{std::string{"photo"}}, {}}});
  std::uint64_t number = 42;
  for (const Change& change : {first, exampleOneFieldChange()}) {
    const Applied applied{Numbers(Number{kEpochNow, number++}), change.time, Author::kTablet,
                          nullptr, nullptr};
    apply(state, change, applied);
  }
  return state;
}

TEST(GoldenJson, RecordIsWhatIsWritten) {
  const DirectoryNames names{
      [](PersonId person) { return std::string(person == kAna ? "Ana Brandt" : "Ben Okafor"); },
      [](ReplicaId device) {
        return std::string(device == kTabletA ? "Ana's tablet" : "Ben's tablet");
      }};
  EXPECT_EQ(recordToJson(typeNamed("commitment"), contestedPromise(), names),
            Json::parse(goldenText("record.json")));
}

std::string editsOf(const JsonEntry& entry) {
  std::string said;
  for (const FieldEdit& edit : entry.fields)
    said += edit.field + std::to_string(edit.what.index()) + " ";
  return said;
}

TEST(GoldenJson, EntriesAreRead) {
  const Json all = Json::parse(goldenText("entries.json"));
  std::vector<JsonEntry> entries;
  for (const auto& [type, list] : all.items()) {
    for (const Json& each : list) {
      auto entry = entryFromJson(typeNamed(type), each);
      ASSERT_TRUE(entry.ok()) << entry.error().message;
      entries.push_back(*std::move(entry));
    }
  }
  ASSERT_EQ(entries.size(), 4U);
  EXPECT_EQ(entries[0].id, std::nullopt);
  EXPECT_EQ(editsOf(entries[0]), "status0 text0 ");
  EXPECT_EQ(entries[1].id, kPromise);
  EXPECT_EQ(editsOf(entries[1]), "due_changes1 evidence1 status0 told_via0 ");
  EXPECT_EQ(std::get<Value>(entries[1].fields[3].what), Value{});
  EXPECT_EQ(std::get<EditElements>(entries[1].fields[1].what),
            (EditElements{{std::string{"photo"}}, {std::string{"letter"}}}));
  EXPECT_EQ(entries[2].deletion, Deletion::kDelete);
  EXPECT_EQ(std::get<AddAmount>(entries[3].fields[0].what).amount, 2);
}

TEST(GoldenJson, EnrolmentIsSignedWithTheDevicesKey) {
  const Json request = Json::parse(goldenText("enrol_request.json"));
  const Bytes key = fromBase64Url(request["public_key"].get<std::string>()).value();
  EXPECT_EQ(key, exampleKey().publicKey().view());
  const Bytes proof = enrolmentProof(request["code"].get<std::string>(), key,
                                     request["device_name"].get<std::string>());
  EXPECT_EQ(toHex(proof), toHex(golden("enrolment_proof")));
  const auto signature =
      Signature::fromBytes(fromBase64Url(request["signature"].get<std::string>()).value());
  EXPECT_TRUE(verify(exampleKey().publicKey(), proof, signature.value()));

  const Json answer = Json::parse(goldenText("enrol_answer.json"));
  EXPECT_EQ(answer["words"].get<std::string>(), enrolmentWords(proof));
  EXPECT_EQ(fromBase64Url(answer["seal_to"].get<std::string>()), counting(0x60, 32));
}

}  // namespace
}  // namespace rapport
