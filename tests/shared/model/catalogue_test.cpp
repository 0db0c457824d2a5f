#include "shared/model/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/model/validate.h"
#include "tests/shared/model/sample_declaration.h"

namespace rapport {
namespace {

using testing::HasSubstr;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

TEST(Catalogue, ReadsEverythingThatADeclarationSays) {
  const RecordType& type = sampleType();
  EXPECT_EQ(type.number, 7U);
  EXPECT_EQ(type.label.at("es"), "Visita");
  EXPECT_EQ(type.icon, "map-pin");
  EXPECT_EQ(type.title, std::vector<std::string>{"name"});
  EXPECT_EQ(type.readers, (std::set{Role::kWorker, Role::kCoordinator, Role::kSafeguarding}));
  EXPECT_EQ(type.writers, (std::set{Role::kVolunteer, Role::kWorker}));
  EXPECT_EQ(type.sealedWhen, "sensitive");
  EXPECT_EQ(sampleField("rating").most, 3.0);
  EXPECT_EQ(sampleField("before").reference, "visit");
  EXPECT_TRUE(sampleField("sensitive").neverFalls);
  EXPECT_EQ(sampleField("stage").enumerator("done")->rank, 1U);
  EXPECT_TRUE(sampleField("stage").enumerator("done")->final);
  EXPECT_EQ(sampleField("secret").sensitivity, Sensitivity::kSealed);
  ASSERT_EQ(sampleField("changes").cells.size(), 2U);
  EXPECT_EQ(sampleField("changes").cells[1].name, "hours");
}

TEST(Catalogue, ReadsRowsWhoseCellsHaveRulesAndClasses) {
  const FieldDeclaration& rows = sampleField("clauses");
  EXPECT_EQ(rows.rule, MergeRule::kRows);
  ASSERT_EQ(rows.cells.size(), 4U);
  EXPECT_EQ(rows.cell("wording")->rule, MergeRule::kAsk);
  EXPECT_EQ(rows.cell("wording")->sensitivity, Sensitivity::kStaff);
  EXPECT_EQ(rows.cell("wording")->writers, std::set{Role::kWorker});
  EXPECT_EQ(rows.cell(2U)->enumerator("agreed")->rank, 1U);
  EXPECT_EQ(rows.cell("worry")->sensitivity, Sensitivity::kSpecial);
  EXPECT_TRUE(rows.cell("signed")->neverFalls);
  EXPECT_EQ(rows.cell("nothing"), nullptr);
  EXPECT_EQ(placeOf(sampleType(), *rows.cell("wording")),
            "The field wording in a row of clauses of visit");
}

TEST(Catalogue, FindsTypesAndFieldsByNumberAndByName) {
  const auto catalogue = Catalogue::load(builtInDeclarations());
  ASSERT_TRUE(catalogue.ok()) << catalogue.error().message;
  ASSERT_NE(catalogue->type("feedback"), nullptr);
  EXPECT_EQ(catalogue->type(10), catalogue->type("feedback"));
  EXPECT_EQ(catalogue->type("nothing"), nullptr);
  EXPECT_EQ(catalogue->type(999), nullptr);
  const RecordType& partner = *catalogue->type("partner");
  EXPECT_EQ(partner.field(1U), partner.field("name"));
  EXPECT_EQ(partner.field(kDeletedField), nullptr);
  EXPECT_EQ(partner.field("nothing"), nullptr);
}

TEST(Catalogue, OrdersTypesAndFieldsByNumber) {
  std::vector<DeclarationFile> reversed(builtInDeclarations().rbegin(),
                                        builtInDeclarations().rend());
  const auto catalogue = Catalogue::load(reversed);
  ASSERT_TRUE(catalogue.ok());
  EXPECT_TRUE(std::ranges::is_sorted(catalogue->types(), {}, &RecordType::number));
  for (const RecordType& type : catalogue->types()) {
    EXPECT_TRUE(std::ranges::is_sorted(type.fields, {}, &FieldDeclaration::number)) << type.name;
  }
}

TEST(Catalogue, TakesANewTypeFromItsJsonAlone) {
  std::vector<DeclarationFile> files = builtInDeclarations();
  files.push_back({"wish.json", R"({
    "number": 500, "name": "wish", "form_version": 1, "label": {"en": "Wish"}, "plural": {"en": "Wishes"},
    "icon": "star", "title": ["text"], "readers": ["coordinator"], "writers": ["worker"],
    "fields": [
      {"number": 1, "name": "text", "label": {"en": "Wish"}, "kind": "text", "rule": "ask", "class": 1},
      {"number": 2, "name": "partner", "label": {"en": "Of"}, "kind": "reference", "rule": "latest", "class": 1,
       "reference": "partner"}]})"});
  const auto catalogue = Catalogue::load(files);
  ASSERT_TRUE(catalogue.ok()) << catalogue.error().message;
  const RecordType* wish = catalogue->type("wish");
  ASSERT_NE(wish, nullptr);
  EXPECT_EQ(wish, catalogue->type(500));
  EXPECT_TRUE(validateValue(*wish, *wish->field("text"), std::string("A bench in the shade")).ok());
  EXPECT_FALSE(validateValue(*wish, *wish->field("partner"), std::string("Casa")).ok());
}

TEST(Catalogue, RefusesANameThatAnotherFileHas) {
  const auto loaded = Catalogue::load(
      {{"visit.json", sampleDeclaration()},
       {"again.json", replaced(sampleDeclaration(), "\"number\": 7, \"name\": \"visit\"",
                               "\"number\": 8, \"name\": \"visit\"")}});
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.error().message,
            "again.json: the type \"visit\" is already declared in visit.json.");
}

TEST(Catalogue, RefusesANumberThatAnotherFileHas) {
  const auto loaded =
      Catalogue::load({{"visit.json", sampleDeclaration()},
                       {"again.json", replaced(sampleDeclaration(), "\"visit\"", "\"again\"")}});
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.error().message,
            "again.json: the type number 7 is already declared in visit.json.");
}

TEST(Catalogue, ReferencesMayPointForwardToALaterFile) {
  const std::string first = replaced(
      replaced(sampleDeclaration(), "\"reference\": \"visit\"", "\"reference\": \"again\""),
      "\"class\": 4", "\"class\": 3");
  const std::string second =
      replaced(replaced(sampleDeclaration(), "\"visit\"", "\"again\""),
               "\"number\": 7, \"name\": \"again\"", "\"number\": 8, \"name\": \"again\"");
  const auto loaded = Catalogue::load({{"visit.json", first}, {"again.json", second}});
  EXPECT_TRUE(loaded.ok()) << loaded.error().message;
}

TEST(Catalogue, NamesOfRolesKindsAndRulesComeBack) {
  for (const Role role :
       {Role::kVolunteer, Role::kWorker, Role::kCoordinator, Role::kSafeguarding, Role::kAdmin}) {
    EXPECT_EQ(roleNamed(nameOf(role)), role);
  }
  for (int i = 0; i <= static_cast<int>(FieldKind::kRow); ++i) {
    EXPECT_EQ(kindNamed(nameOf(static_cast<FieldKind>(i))), static_cast<FieldKind>(i));
  }
  for (int i = 0; i <= static_cast<int>(MergeRule::kRows); ++i) {
    EXPECT_EQ(ruleNamed(nameOf(static_cast<MergeRule>(i))), static_cast<MergeRule>(i));
  }
  EXPECT_FALSE(roleNamed("nurse"));
  EXPECT_FALSE(kindNamed(""));
}

}  // namespace
}  // namespace rapport
