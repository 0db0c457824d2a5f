#include <algorithm>

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
  const std::vector<std::pair<TypeNumber, std::string>> expected = {{1, "partner"},
                                                                    {2, "area"},
                                                                    {3, "event"},
                                                                    {4, "station"},
                                                                    {5, "tally_cell"},
                                                                    {6, "listening_session"},
                                                                    {7, "note"},
                                                                    {8, "quote"},
                                                                    {9, "code"},
                                                                    {10, "feedback"},
                                                                    {11, "response"},
                                                                    {12, "commitment"},
                                                                    {13, "contact"},
                                                                    {14, "steward_assignment"},
                                                                    {15, "consent"},
                                                                    {16, "need"},
                                                                    {17, "goal"},
                                                                    {18, "outcome"},
                                                                    {19, "assignment"},
                                                                    {20, "sign_in"},
                                                                    {21, "agreement"},
                                                                    {22, "dispute"},
                                                                    {23, "survey_response"},
                                                                    {24, "milestone"},
                                                                    {25, "prototype"},
                                                                    {26, "iteration"},
                                                                    {27, "contribution"},
                                                                    {28, "contingency"},
                                                                    {29, "governance_seat"},
                                                                    {30, "objective"},
                                                                    {31, "allocation"},
                                                                    {32, "report_duty"},
                                                                    {33, "self_audit"},
                                                                    {34, "indicator"},
                                                                    {35, "minutes"},
                                                                    {36, "document"},
                                                                    {37, "attachment"},
                                                                    {38, "referral"},
                                                                    {39, "statement"},
                                                                    {40, "recognition"},
                                                                    {41, "pillar_review"},
                                                                    {42, "partner_snapshot"},
                                                                    {43, "cultural_training"},
                                                                    {44, "discovery"},
                                                                    {45, "workshop"},
                                                                    {46, "meeting_plan"},
                                                                    {47, "obstacle"},
                                                                    {48, "survey_wave"},
                                                                    {49, "contact_log"},
                                                                    {50, "review"},
                                                                    {51, "hand_over"},
                                                                    {100, "user"},
                                                                    {101, "device"},
                                                                    {102, "programme"},
                                                                    {103, "form"},
                                                                    {104, "officer_key"},
                                                                    {105, "export_entry"}};
  std::vector<std::pair<TypeNumber, std::string>> actual;
  for (const RecordType& type : builtIn().types()) actual.emplace_back(type.number, type.name);
  EXPECT_EQ(actual, expected);
}

// A programme's own questionnaire needs English alone; what everybody gets is for everybody.
void isInThreeLanguages(const Label& label, const std::string& place) {
  for (const char* language : {"en", "es", "ar"}) {
    EXPECT_TRUE(label.contains(language)) << place << " lacks " << language;
  }
}

void isInThreeLanguages(const FieldDeclaration& field, const std::string& place) {
  const std::string here = place + "." + field.name;
  isInThreeLanguages(field.label, here);
  if (!field.hint.empty()) isInThreeLanguages(field.hint, here + " (hint)");
  for (const Enumerator& value : field.values) {
    isInThreeLanguages(value.label, here + "." + value.name);
  }
  for (const FieldDeclaration& cell : field.cells) isInThreeLanguages(cell, here);
}

TEST(BuiltInDeclarations, WordsAreThereInEnglishSpanishAndArabic) {
  for (const RecordType& type : builtIn().types()) {
    isInThreeLanguages(type.label, type.name);
    isInThreeLanguages(type.plural, type.name + " (plural)");
    for (const FieldGroup& group : type.groups) isInThreeLanguages(group.label, group.name);
    for (const FieldDeclaration& field : type.fields) isInThreeLanguages(field, type.name);
  }
}

// A label that was pasted into the wrong language is noticed by its letters.
TEST(BuiltInDeclarations, ArabicIsWrittenInArabic) {
  const auto isArabic = [](const std::string& text) {
    return std::ranges::any_of(text, [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte >= 0xD8 && byte <= 0xDB;  // U+0600 to U+06FF
    });
  };
  for (const RecordType& type : builtIn().types()) {
    EXPECT_TRUE(isArabic(type.label.at("ar"))) << type.name;
    for (const FieldDeclaration& field : type.fields) {
      EXPECT_TRUE(isArabic(field.label.at("ar"))) << type.name << "." << field.name;
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
  EXPECT_EQ(fieldOf("contact", "consent_to_contact").rule, MergeRule::kConsent);
  EXPECT_EQ(fieldOf("steward_assignment", "person").rule, MergeRule::kImmutable);
  EXPECT_EQ(fieldOf("steward_assignment", "from").rule, MergeRule::kLatest);
  EXPECT_EQ(fieldOf("need", "agreed_by").rule, MergeRule::kUnion);
  EXPECT_EQ(fieldOf("goal", "readings").rule, MergeRule::kAppend);
  EXPECT_EQ(fieldOf("assignment", "person").rule, MergeRule::kLatest);
  EXPECT_EQ(fieldOf("sign_in", "race_and_ethnicity").rule, MergeRule::kUnion);
  EXPECT_EQ(fieldOf("agreement", "retention_days").rule, MergeRule::kMin);
  EXPECT_EQ(fieldOf("agreement", "breach_hours").rule, MergeRule::kMin);
  EXPECT_EQ(fieldOf("agreement", "smallest_cell").rule, MergeRule::kMax);
  EXPECT_EQ(fieldOf("minutes", "acknowledged_at").rule, MergeRule::kMin);
  EXPECT_EQ(fieldOf("attachment", "sha256").rule, MergeRule::kImmutable);
  EXPECT_EQ(fieldOf("referral", "contact_agreed").rule, MergeRule::kConsent);
  EXPECT_EQ(fieldOf("referral", "attempts").rule, MergeRule::kAppend);
}

TEST(BuiltInDeclarations, RivalEndsOfAPromiseAreAllFinal) {
  const FieldDeclaration& status = fieldOf("commitment", "status");
  for (const char* end : {"kept", "broken", "released_by_partner"}) {
    ASSERT_NE(status.enumerator(end), nullptr);
    EXPECT_TRUE(status.enumerator(end)->final) << end;
    EXPECT_GT(status.enumerator(end)->rank, status.enumerator("doing")->rank);
  }
}

TEST(BuiltInDeclarations, AReferralOnHoldIsAsFarAsOneInProgress) {
  const FieldDeclaration& status = fieldOf("referral", "status");
  EXPECT_EQ(status.enumerator("on_hold")->rank, status.enumerator("in_progress")->rank);
  EXPECT_TRUE(status.enumerator("ended")->final);
}

TEST(BuiltInDeclarations, NoAgreementAllowsACountUnderEleven) {
  EXPECT_EQ(fieldOf("agreement", "smallest_cell").least, 11.0);
}

TEST(BuiltInDeclarations, ThePulseHasTwelveItemsInTheirPillars) {
  std::map<std::string, std::vector<FieldNumber>> pillars;
  for (const FieldDeclaration& field : builtIn().type("survey_response")->fields) {
    if (!field.name.starts_with("item_")) continue;
    EXPECT_EQ(field.name, "item_" + std::to_string(field.number - 10));
    EXPECT_EQ(field.values.size(), 6U) << field.name;
    pillars[field.group].push_back(field.number - 10);
  }
  EXPECT_EQ(pillars["reliability"], (std::vector<FieldNumber>{1, 2, 3, 12}));
  EXPECT_EQ(pillars["transparency"], (std::vector<FieldNumber>{4, 5, 6, 10, 11}));
  EXPECT_EQ(pillars["reciprocity"], (std::vector<FieldNumber>{7, 8, 9}));
}

TEST(BuiltInDeclarations, SensitiveAndRevokedNeverFall) {
  EXPECT_TRUE(fieldOf("feedback", "sensitive").neverFalls);
  EXPECT_TRUE(fieldOf("device", "revoked").neverFalls);
  EXPECT_EQ(builtIn().type("feedback")->sealedWhen, "sensitive");
}

}  // namespace
}  // namespace rapport
