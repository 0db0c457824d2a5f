#include <gtest/gtest.h>

#include "shared/model/catalogue.h"

namespace rapport {
namespace {

const Catalogue& builtIn() {
  static const auto kLoaded = Catalogue::load(builtInDeclarations());
  if (!kLoaded) ADD_FAILURE() << kLoaded.error().message;
  return *kLoaded;
}

const FieldDeclaration& fieldOf(std::string_view type, std::string_view field) {
  const RecordType* declared = builtIn().type(type);
  const FieldDeclaration* found = declared == nullptr ? nullptr : declared->field(field);
  static const FieldDeclaration kNone;
  EXPECT_NE(found, nullptr) << type << "." << field;
  return found == nullptr ? kNone : *found;
}

TEST(BuiltInDeclarations, AllLoadTogether) {
  const auto loaded = Catalogue::load(builtInDeclarations());
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ(loaded->types().size(), builtInDeclarations().size());
}

TEST(BuiltInDeclarations, NumbersOfTypesAreForLife) {
  const std::vector<std::pair<TypeNumber, std::string>> expected = {
      {1, "partner"},   {2, "area"},       {3, "event"},
      {4, "station"},   {5, "tally_cell"}, {6, "listening_session"},
      {7, "note"},      {8, "quote"},      {9, "code"},
      {10, "feedback"}, {11, "response"},  {12, "commitment"},
      {100, "user"},    {101, "device"}};
  std::vector<std::pair<TypeNumber, std::string>> actual;
  for (const RecordType& type : builtIn().types()) actual.emplace_back(type.number, type.name);
  EXPECT_EQ(actual, expected);
}

TEST(BuiltInDeclarations, LabelsAreThereInEnglishAndSpanish) {
  const auto complete = [](const Label& label) {
    return label.contains("en") && label.contains("es");
  };
  for (const RecordType& type : builtIn().types()) {
    EXPECT_TRUE(complete(type.label) && complete(type.plural)) << type.name;
    for (const FieldDeclaration& field : type.fields) {
      EXPECT_TRUE(complete(field.label)) << type.name << "." << field.name;
      for (const Enumerator& value : field.values) EXPECT_TRUE(complete(value.label)) << value.name;
      for (const FieldDeclaration& cell : field.cells)
        EXPECT_TRUE(complete(cell.label)) << cell.name;
    }
  }
}

TEST(BuiltInDeclarations, FieldsMergeAsTheProductSays) {
  EXPECT_EQ(fieldOf("partner", "description").rule, MergeRule::kAsk);
  EXPECT_EQ(fieldOf("partner", "languages").rule, MergeRule::kUnion);
  EXPECT_EQ(fieldOf("partner", "cadence_days").rule, MergeRule::kLatest);
  EXPECT_EQ(fieldOf("partner", "directory_id").rule, MergeRule::kImmutable);
  EXPECT_EQ(fieldOf("event", "start").rule, MergeRule::kAsk);
  EXPECT_EQ(fieldOf("tally_cell", "people").rule, MergeRule::kCount);
  EXPECT_EQ(fieldOf("listening_session", "ground_rules_read").rule, MergeRule::kOr);
  EXPECT_EQ(fieldOf("listening_session", "shared_back_at").rule, MergeRule::kMin);
  EXPECT_EQ(fieldOf("quote", "consent").rule, MergeRule::kConsent);
  EXPECT_EQ(fieldOf("commitment", "due_changes").rule, MergeRule::kAppend);
  EXPECT_EQ(fieldOf("commitment", "status").rule, MergeRule::kStatus);
}

TEST(BuiltInDeclarations, RivalEndsOfAPromiseAreAllFinal) {
  const FieldDeclaration& status = fieldOf("commitment", "status");
  for (const char* end : {"kept", "broken", "released_by_partner"}) {
    ASSERT_NE(status.enumerator(end), nullptr);
    EXPECT_TRUE(status.enumerator(end)->final) << end;
    EXPECT_GT(status.enumerator(end)->rank, status.enumerator("doing")->rank);
  }
}

TEST(BuiltInDeclarations, SensitiveAndRevokedNeverFall) {
  EXPECT_TRUE(fieldOf("feedback", "sensitive").neverFalls);
  EXPECT_TRUE(fieldOf("device", "revoked").neverFalls);
  EXPECT_EQ(builtIn().type("feedback")->sealedWhen, "sensitive");
}

}  // namespace
}  // namespace rapport
