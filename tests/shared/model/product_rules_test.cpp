#include <map>
#include <set>

#include <gtest/gtest.h>

#include "shared/model/access.h"
#include "shared/model/catalogue.h"
#include "tests/shared/model/assets.h"

namespace rapport {
namespace {

// What holds of every built-in type, and each exception with its reason. An exception that no
// longer stands in a declaration is a failure too.

using Reasons = std::map<std::string, std::string>;

auto types() {
  static const auto kLoaded = Catalogue::load(builtInDeclarations());
  if (!kLoaded) ADD_FAILURE() << kLoaded.error().message;
  return kLoaded->types();
}

// Only what two people may edit beside each other can be asked about.
bool isEditedByPeople(const RecordType& type) { return !type.writers.empty(); }

// A text that somebody words. What programs read, who somebody is, and sets are none.
bool isFreeText(const FieldDeclaration& field) {
  const bool text = field.kind == FieldKind::kText || field.kind == FieldKind::kLongText;
  const bool names = field.widget == "person" || field.widget == "party";
  return text && !field.spelling && !names && field.rule != MergeRule::kUnion;
}

bool isWhenOrWhere(const FieldDeclaration& field) {
  return field.kind == FieldKind::kDate || field.kind == FieldKind::kTime ||
         field.kind == FieldKind::kDateTime || field.kind == FieldKind::kPlace;
}

constexpr const char* kSaidOnce = "what was said or handed in stands; a correction is a new record";
constexpr const char* kByTable = "the product's table names this rule";
constexpr const char* kPicked = "picked from a list, not worded";

const Reasons& textThatIsNotAsked() {
  static const Reasons kReasons = {
      {"area.name", kByTable},
      {"assignment.task", kByTable},
      {"attachment.about_type", "written by the tablet with the file"},
      {"attachment.file_name", "written by the tablet with the file"},
      {"code.colour", kPicked},
      {"code.guid", "exchanged with other systems under it"},
      {"event.time_zone", kPicked},
      {"feedback.text", kSaidOnce},
      {"hand_over.about_type", "written by the tablet with the change"},
      {"hand_over.change", "written by the tablet with the change"},
      {"hand_over.entered", kSaidOnce},
      {"hand_over.reason", "the office's own sentence"},
      {"note.author", kSaidOnce},
      {"note.text", kSaidOnce},
      {"partner.directory_id", "exchanged with other systems under it"},
      {"quote.verbatim", kSaidOnce},
      {"review.about_type", "written by the office with the review"},
      {"review.through", "the office's own number"},
      {"sign_in.name", kSaidOnce},
      {"sign_in.phone", kSaidOnce},
      {"tally_cell.buckets", "part of the record's id"}};
  return kReasons;
}

// Beside these, `min` is the rule of "this happened at": the earliest is true.
const Reasons& datesThatAreNotAsked() {
  static const Reasons kReasons = {
      {"attachment.taken_at", "written by the camera"},
      {"commitment.original_due", "what was promised first stands; later dates are due changes"},
      {"consent.given_at", kSaidOnce},
      {"feedback.due", kByTable},
      {"feedback.received_at", kSaidOnce},
      {"note.time", kSaidOnce},
      {"partner.areas", "a set: both places stand"},
      {"steward_assignment.from", kByTable},
      {"steward_assignment.to", kByTable}};
  return kReasons;
}

template <typename Concerns, typename Keeps>
void expectRule(const Reasons& exceptions, Concerns concerns, Keeps keeps) {
  std::set<std::string> found;
  for (const RecordType& type : types()) {
    if (!isEditedByPeople(type)) continue;
    for (const FieldDeclaration& field : type.fields) {
      if (concerns(field) && !keeps(field)) found.insert(type.name + "." + field.name);
      if (field.rule != MergeRule::kRows) continue;  // rows that are added whole never change
      for (const FieldDeclaration& cell : field.cells) {
        if (!concerns(cell) || keeps(cell)) continue;
        found.insert(type.name + "." + field.name + "." + cell.name);
      }
    }
  }
  for (const std::string& name : found) {
    EXPECT_TRUE(exceptions.contains(name)) << name << " is not asked, and nobody says why";
  }
  for (const auto& [name, reason] : exceptions) {
    EXPECT_TRUE(found.contains(name)) << name << " is an exception no more: " << reason;
  }
}

TEST(ProductRules, FreeTextIsAskedAbout) {
  expectRule(textThatIsNotAsked(), isFreeText,
             [](const FieldDeclaration& field) { return field.rule == MergeRule::kAsk; });
}

TEST(ProductRules, DatesAndPlacesThatSomebodyActsOnAreAskedAbout) {
  expectRule(datesThatAreNotAsked(), isWhenOrWhere, [](const FieldDeclaration& field) {
    return field.rule == MergeRule::kAsk || field.rule == MergeRule::kMin;
  });
}

TEST(ProductRules, WhatPeopleEditLineByLineMergesLineByLine) {
  const std::set<std::string> expected = {
      "agreement.clauses", "agreement.deliverables",       "agreement.dispute_steps",
      "discovery.entries", "meeting_plan.agenda",          "minutes.agenda",
      "minutes.decisions", "steward_assignment.checklist", "workshop.ideas"};
  std::set<std::string> found;
  for (const RecordType& type : types()) {
    for (const FieldDeclaration& field : type.fields) {
      if (field.rule == MergeRule::kRows) found.insert(type.name + "." + field.name);
    }
  }
  EXPECT_EQ(found, expected);
}

TEST(ProductRules, ClassesAreAsTheProductSays) {
  struct Row {
    const char* type;
    int least, most;
  };
  constexpr Row kRows[] = {{"partner", 0, 1},
                           {"contact", 2, 2},
                           {"steward_assignment", 1, 2},
                           {"note", 1, 2},
                           {"quote", 2, 3},
                           {"consent", 3, 3},
                           {"code", 0, 0},
                           {"need", 0, 1},
                           {"goal", 0, 1},
                           {"outcome", 0, 1},
                           {"event", 0, 0},
                           {"assignment", 1, 1},
                           {"area", 0, 0},
                           {"tally_cell", 1, 1},
                           {"station", 0, 1},
                           {"sign_in", 2, 3},
                           {"feedback", 1, 2},
                           {"commitment", 1, 1},
                           {"agreement", 1, 1},
                           {"dispute", 2, 2},
                           {"survey_response", 2, 2},
                           {"referral", 3, 3},
                           {"milestone", 0, 1},
                           {"prototype", 0, 1},
                           {"iteration", 0, 1},
                           {"contribution", 0, 1},
                           {"contingency", 0, 1},
                           {"governance_seat", 0, 1},
                           {"objective", 0, 1},
                           {"allocation", 0, 1},
                           {"report_duty", 0, 1},
                           {"self_audit", 0, 1},
                           {"indicator", 0, 1},
                           {"minutes", 1, 1},
                           {"document", 1, 1},
                           {"attachment", 3, 3},
                           {"review", 1, 1},
                           {"hand_over", 1, 3},
                           {"export_entry", 1, 1},
                           {"response", 0, 1},
                           {"listening_session", 1, 1}};
  std::map<std::string, const RecordType*> byName;
  for (const RecordType& type : types()) byName[type.name] = &type;
  for (const Row& row : kRows) {
    ASSERT_NE(byName[row.type], nullptr) << row.type;
    for (const FieldDeclaration& field : byName[row.type]->fields) {
      if (field.widget == "sealed") continue;  // of class 4, and readable to officers alone
      const int sensitivity = static_cast<int>(field.sensitivity);
      EXPECT_GE(sensitivity, row.least) << row.type << "." << field.name;
      EXPECT_LE(sensitivity, row.most) << row.type << "." << field.name;
    }
  }
}

TEST(ProductRules, NothingThatAVolunteerReadsIsAboutAPersonsHealthOrHome) {
  for (const RecordType& type : types()) {
    if (!type.readers.contains(Role::kVolunteer) || type.name == "steward_assignment") continue;
    for (const FieldDeclaration& field : type.fields) {
      if (!mayRead(type, &field, Role::kVolunteer)) {
        // A locked key lies beside its public half, and goes to officers alone.
        EXPECT_EQ(type.name + "." + field.name, "officer_key.wrapped");
        continue;
      }
      EXPECT_LE(field.sensitivity, Sensitivity::kStaff) << type.name << "." << field.name;
    }
  }
}

TEST(ProductRules, EditorsKnowEveryWidget) {
  const std::set<std::string> known = {"",      "buckets", "consent", "culture_note", "email",
                                       "party", "person",  "phone",   "rating",       "record",
                                       "scale", "seal",    "sealed",  "tally",        "voice"};
  for (const RecordType& type : types()) {
    for (const FieldDeclaration& field : type.fields) {
      EXPECT_TRUE(known.contains(field.widget)) << field.widget;
      for (const FieldDeclaration& cell : field.cells) {
        EXPECT_TRUE(known.contains(cell.widget)) << cell.widget;
      }
    }
  }
}

TEST(ProductRules, EveryIconIsDrawn) {
  std::set<std::string> drawn;
  for (const Asset& icon : drawnIcons()) drawn.insert(icon.name);
  for (const RecordType& type : types()) {
    EXPECT_TRUE(drawn.contains(type.icon + ".svg")) << type.name << " wants " << type.icon;
  }
}

TEST(ProductRules, WhatATitleShowsIsNotAnId) {
  for (const RecordType& type : types()) {
    for (const std::string& name : type.title) {
      const FieldDeclaration& field = *type.field(name);
      const bool reads = field.kind != FieldKind::kReference || type.drop;
      EXPECT_TRUE(reads) << type.name << "." << name;
    }
  }
}

}  // namespace
}  // namespace rapport
