#include "shared/model/access.h"

#include <gtest/gtest.h>

#include "shared/model/catalogue.h"
#include "tests/shared/model/sample_declaration.h"

namespace rapport {
namespace {

constexpr Role kRoles[] = {Role::kVolunteer, Role::kWorker, Role::kCoordinator, Role::kSafeguarding,
                           Role::kAdmin};

const Catalogue& catalogue() {
  static const auto kLoaded = Catalogue::load(builtInDeclarations());
  return *kLoaded;
}
const RecordType& builtIn(std::string_view name) { return *catalogue().type(name); }
auto builtInTypes() { return catalogue().types(); }

// "VWCGA" for the roles that may, a dot for each that may not.
template <typename May>
std::string letters(May may) {
  constexpr std::string_view kLetters = "VWCGA";
  std::string out;
  for (std::size_t i = 0; i < kLetters.size(); ++i) out += may(kRoles[i]) ? kLetters[i] : '.';
  return out;
}

std::string readersOf(const RecordType& type) {
  return letters([&](Role role) { return mayRead(type, role); });
}
std::string readersOf(const RecordType& type, const FieldDeclaration* field) {
  return letters([&](Role role) { return mayRead(type, field, role); });
}
std::string writersOf(const RecordType& type) {
  return letters([&](Role role) { return mayWrite(type, role); });
}

TEST(Access, OfEveryBuiltInTypeIsAsTheProductSays) {
  struct Row {
    const char* type;
    const char* readers;
    const char* writers;
  };
  constexpr Row kTable[] = {{"partner", "VWCGA", ".WC.."},
                            {"area", "VWCGA", ".WC.."},
                            {"event", "VWCGA", ".WC.."},
                            {"station", "VWCGA", "VWC.."},
                            {"tally_cell", "VWCGA", "VWC.."},
                            {"listening_session", ".WC..", ".WC.."},
                            {"note", ".WC..", ".WC.."},
                            {"quote", ".WC..", ".WC.."},
                            {"code", "VWCGA", ".WC.."},
                            {"feedback", ".WCG.", "VWCG."},
                            {"response", "VWCGA", ".WC.."},
                            {"commitment", "VWC..", "VWC.."},
                            {"contact", ".WC..", ".WC.."},
                            {"steward_assignment", "VWC..", ".WC.."},
                            {"consent", ".WC..", "VWC.."},
                            {"need", "VWCGA", ".WC.."},
                            {"goal", "..C..", "..C.."},
                            {"outcome", "..C..", "..C.."},
                            {"assignment", "VWCGA", "VWC.."},
                            {"sign_in", ".WC..", "VWC.."},
                            {"agreement", "..C.A", "..C.."},
                            {"dispute", "..C..", "..C.."},
                            {"survey_response", ".....", "....."},
                            {"milestone", "..C..", "..C.."},
                            {"prototype", "..C..", "..C.."},
                            {"iteration", "..C..", "..C.."},
                            {"contribution", ".WC..", ".WC.."},
                            {"contingency", "..C..", "..C.."},
                            {"governance_seat", "..C..", "..C.."},
                            {"objective", "..C..", "..C.."},
                            {"allocation", "..C..", "..C.."},
                            {"report_duty", "..C..", "..C.."},
                            {"self_audit", "..C..", "..C.."},
                            {"indicator", "..C..", "..C.."},
                            {"minutes", ".WC..", ".WC.."},
                            {"document", "..C..", "..C.."},
                            {"attachment", ".WC..", "VWC.."},
                            {"review", "VWCG.", "..CG."},
                            {"hand_over", ".WC..", "VWC.."},
                            {"export_entry", "..C.A", "....."},
                            {"referral", ".WC..", ".WC.."},
                            {"statement", "VWCGA", "..C.."},
                            {"recognition", "..C..", "..C.."},
                            {"pillar_review", "..C..", "..C.."},
                            {"partner_snapshot", "..C..", "..C.."},
                            {"cultural_training", ".WC..", ".WC.."},
                            {"discovery", ".WC..", ".WC.."},
                            {"workshop", ".WC..", ".WC.."},
                            {"meeting_plan", "VWCGA", ".WC.."},
                            {"obstacle", ".WC..", ".WC.."},
                            {"survey_wave", "VWCGA", "..C.."},
                            {"contact_log", ".WC..", ".WC.."},
                            {"user", "VWCGA", "....."},
                            {"device", "VWCGA", "....."},
                            {"programme", "VWCGA", "....."},
                            {"form", "VWCGA", "....."},
                            {"officer_key", "VWCGA", "....."}};
  std::set<std::string> told;
  for (const Row& row : kTable) {
    EXPECT_EQ(readersOf(builtIn(row.type)), row.readers) << row.type;
    EXPECT_EQ(writersOf(builtIn(row.type)), row.writers) << row.type;
    told.insert(row.type);
  }
  for (const RecordType& type : builtInTypes()) EXPECT_TRUE(told.contains(type.name)) << type.name;
}

// Volunteers need to know whom to turn to, and nothing else about it.
TEST(Access, VolunteersReadTheNameOfAStewardAlone) {
  const RecordType& steward = builtIn("steward_assignment");
  std::set<std::string> read;
  for (const FieldDeclaration& field : steward.fields) {
    if (mayRead(steward, &field, Role::kVolunteer)) read.insert(field.name);
  }
  EXPECT_EQ(read, (std::set<std::string>{"partner", "side", "person"}));
}

TEST(Access, EveryOtherFieldOfABuiltInTypeIsReadByWhoeverReadsTheType) {
  for (const RecordType& type : builtInTypes()) {
    if (type.name == "steward_assignment") continue;
    for (const FieldDeclaration& field : type.fields) {
      if (field.sensitivity == Sensitivity::kSealed) continue;
      EXPECT_EQ(readersOf(type, &field), readersOf(type)) << type.name << "." << field.name;
    }
  }
}

TEST(Access, WhatIsSealedGoesToSafeguardingOfficersAlone) {
  std::set<std::string> sealed;
  for (const RecordType& type : builtInTypes()) {
    for (const FieldDeclaration& field : type.fields) {
      if (field.sensitivity != Sensitivity::kSealed) continue;
      EXPECT_EQ(readersOf(type, &field), "...G.") << type.name << "." << field.name;
      sealed.insert(type.name + "." + field.name);
    }
  }
  EXPECT_EQ(sealed, (std::set<std::string>{"feedback.sealed", "feedback.sealed_keys",
                                           "officer_key.wrapped"}));
}

TEST(Access, AnswersOfThePulseAreReadByNobody) {
  const RecordType& answer = builtIn("survey_response");
  EXPECT_TRUE(answer.drop);
  for (const FieldDeclaration& field : answer.fields) {
    EXPECT_EQ(readersOf(answer, &field), ".....") << field.name;
  }
}

TEST(Access, SignInsAreHandedInByVolunteersAndNotReadBack) {
  const RecordType& signIn = builtIn("sign_in");
  EXPECT_TRUE(mayWrite(signIn, signIn.field("name"), Role::kVolunteer));
  EXPECT_FALSE(mayRead(signIn, signIn.field("name"), Role::kVolunteer));
}

TEST(Access, VolunteersHandInFeedbackThatTheyCannotReadBack) {
  const RecordType& feedback = builtIn("feedback");
  EXPECT_TRUE(mayWrite(feedback, feedback.field("text"), Role::kVolunteer));
  EXPECT_FALSE(mayRead(feedback, feedback.field("text"), Role::kVolunteer));
}

TEST(Access, SensitiveFeedbackIsForSafeguardingOfficersAlone) {
  EXPECT_EQ(letters([](Role role) { return mayReadSealed(builtIn("feedback"), role); }), "...G.");
  EXPECT_EQ(letters([](Role role) { return mayReadSealed(builtIn("partner"), role); }), "VWCGA");
}

TEST(Access, OnlyCoordinatorsPublishAnAnswer) {
  const RecordType& response = builtIn("response");
  EXPECT_EQ(
      letters([&](Role role) { return mayWrite(response, response.field("published"), role); }),
      "..C..");
}

TEST(Access, ClassBoundsWhoReadsAFieldThatNamesNobody) {
  RecordType type = sampleType();
  type.readers = std::set<Role>(std::begin(kRoles), std::end(kRoles));
  FieldDeclaration field = *type.field("name");
  const char* expected[] = {"VWCGA", "VWCGA", ".WCGA", ".WCG.", "...G."};
  for (int i = 0; i < 5; ++i) {
    field.sensitivity = static_cast<Sensitivity>(i);
    EXPECT_EQ(readersOf(type, &field), expected[i]) << "class " << i;
  }
}

TEST(Access, AFieldMayNameItsReadersAndWriters) {
  EXPECT_EQ(readersOf(sampleType(), &sampleField("approved")), "..C..");
  EXPECT_EQ(
      letters([](Role role) { return mayWrite(sampleType(), &sampleField("approved"), role); }),
      ".W...");
}

TEST(Access, NamingReadersDoesNotOpenASealedField) {
  RecordType type = sampleType();
  FieldDeclaration field = sampleField("secret");
  field.readers = {Role::kWorker, Role::kSafeguarding};
  EXPECT_EQ(readersOf(type, &field), "...G.");
}

TEST(Access, AnUnknownFieldHasTheHighestClassAndIsStillTaken) {
  EXPECT_EQ(readersOf(sampleType(), nullptr), "...G.");
  EXPECT_TRUE(mayWrite(sampleType(), nullptr, Role::kWorker));
  EXPECT_FALSE(mayWrite(sampleType(), nullptr, Role::kAdmin));
}

}  // namespace
}  // namespace rapport
