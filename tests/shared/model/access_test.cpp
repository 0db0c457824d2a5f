#include "shared/model/access.h"

#include <gtest/gtest.h>

#include "shared/model/catalogue.h"
#include "tests/shared/model/sample_declaration.h"

namespace rapport {
namespace {

constexpr Role kRoles[] = {Role::kVolunteer, Role::kWorker, Role::kCoordinator, Role::kSafeguarding,
                           Role::kAdmin};

const RecordType& builtIn(std::string_view name) {
  static const auto kCatalogue = Catalogue::load(builtInDeclarations());
  return *kCatalogue->type(name);
}

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
  constexpr Row kTable[] = {
      {"partner", "VWCGA", ".WC.."},    {"area", "VWCGA", ".WC.."},
      {"event", "VWCGA", ".WC.."},      {"station", "VWCGA", "VWC.."},
      {"tally_cell", "VWCGA", "VWC.."}, {"listening_session", ".WC..", ".WC.."},
      {"note", ".WC..", ".WC.."},       {"quote", ".WC..", ".WC.."},
      {"code", "VWCGA", ".WC.."},       {"feedback", ".WCG.", "VWCG."},
      {"response", "VWCGA", ".WC.."},   {"commitment", "VWC..", "VWC.."},
      {"user", "VWCGA", "....."},       {"device", "VWCGA", "....."}};
  for (const Row& row : kTable) {
    EXPECT_EQ(readersOf(builtIn(row.type)), row.readers) << row.type;
    EXPECT_EQ(writersOf(builtIn(row.type)), row.writers) << row.type;
  }
}

TEST(Access, EveryFieldOfABuiltInTypeIsReadByWhoeverReadsTheType) {
  const auto catalogue = Catalogue::load(builtInDeclarations());
  for (const RecordType& type : catalogue->types()) {
    for (const FieldDeclaration& field : type.fields) {
      EXPECT_EQ(readersOf(type, &field), readersOf(type)) << type.name << "." << field.name;
    }
  }
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
