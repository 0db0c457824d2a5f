#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/model/catalogue.h"
#include "tests/shared/model/sample_declaration.h"

namespace rapport {
namespace {

using Json = nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

// One way to break the sample, as a JSON patch, and the words that must tell about it.
struct Breakage {
  std::string name;
  std::string patch;
  std::string place;   // how the sentence begins
  std::string reason;  // what it says
};

void PrintTo(const Breakage& breakage, std::ostream* out) { *out << breakage.name; }

std::string add(const std::string& path, const std::string& value) {
  return R"([{"op": "add", "path": ")" + path + R"(", "value": )" + value + "}]";
}

std::string remove(const std::string& path) {
  return R"([{"op": "remove", "path": ")" + path + R"("}])";
}

const std::vector<Breakage>& shapes() {
  static const std::vector<Breakage> kAll = {
      {"UnknownKey", add("/colour", R"("red")"),
       "visit.json: ", "the key \"colour\" means nothing"},
      {"MisspeltFieldKey", add("/fields/0/requierd", "true"),
       "visit.json, field name: ", "\"requierd\" means nothing"},
      {"MissingName", remove("/name"), "visit.json: ", "the key \"name\" is missing"},
      {"MissingRule", remove("/fields/0/rule"),
       "visit.json, field name: ", "the key \"rule\" is missing"},
      {"MissingClass", remove("/fields/0/class"),
       "visit.json, field name: ", "the key \"class\" is missing"},
      {"MissingReaders", remove("/readers"), "visit.json: ", "the key \"readers\" is missing"},
      {"MissingFieldName", remove("/fields/2/name"),
       "visit.json, field number 3 of the list: ", "the key \"name\" is missing"},
      {"NumberZero", add("/number", "0"),
       "visit.json: ", "\"number\" must be a whole number from 1 to 9999"},
      {"FieldNumberAsText", add("/fields/0/number", R"("1")"),
       "visit.json, field name: ", "\"number\" must be a whole number"},
      {"ClassFive", add("/fields/0/class", "5"),
       "visit.json, field name: ", "\"class\" must be a whole number from 0 to 4"},
      {"FlagAsText", add("/fields/0/required", R"("yes")"),
       "visit.json, field name: ", "\"required\" must be true or false"},
      {"FieldsAsObject", add("/fields", "{}"), "visit.json: ", "\"fields\" must be a list"},
      {"NoFields", add("/fields", "[]"), "visit.json: ", "needs at least one field"},
      {"FieldAsText", add("/fields/0", R"("name")"),
       "visit.json, field number 1 of the list: ", "must be a JSON object"},
      {"NameInCamelCase", add("/name", R"("siteVisit")"), "visit.json: ", "is not snake case"},
      {"NameWithDigitFirst", add("/fields/0/name", R"("2nd")"),
       "visit.json, field 2nd: ", "is not snake case"},
      {"NameBuiltIn", add("/fields/0/name", R"("deleted")"),
       "visit.json, field deleted: ", "is built in"},
      {"LabelWithoutEnglish", add("/fields/0/label", R"({"es": "Nombre"})"),
       "visit.json, field name: ", "has no English"},
      {"LabelEmpty", add("/label/es", R"("")"), "visit.json: ", "must hold text for each language"},
      {"LabelInNoLanguage", add("/label/e", R"("Visit")"),
       "visit.json: ", "must hold text for each language"},
      {"IconWithSpace", add("/icon", R"("map pin")"), "visit.json: ", "is no icon's name"},
      {"UnknownKind", add("/fields/0/kind", R"("string")"),
       "visit.json, field name: ", "the kind \"string\" is unknown; kinds are text"},
      {"UnknownRule", add("/fields/0/rule", R"("last")"),
       "visit.json, field name: ", "the rule \"last\" is unknown; rules are latest"},
      {"UnknownRole", add("/readers", R"(["nurse"])"),
       "visit.json: ", "names the role \"nurse\"; roles are volunteer"},
      {"RoleTwice", add("/writers", R"(["worker", "worker"])"),
       "visit.json: ", "names the role \"worker\" twice"},
      {"NobodyReads", add("/readers", "[]"), "visit.json: ", "must name at least one role"},
      {"FieldReadByNobody", add("/fields/0/readers", "[]"),
       "visit.json, field name: ", "names nobody; leave it out"},
  };
  return kAll;
}

const std::vector<Breakage>& meanings() {
  static const std::vector<Breakage> kAll = {
      {"CountOnText", add("/fields/0/rule", R"("count")"), "visit.json, field name: ",
       "the rule \"count\" does not fit the kind \"text\"; it works on number"},
      {"OrOnNumber", add("/fields/2/rule", R"("or")"),
       "visit.json, field rating: ", "does not fit the kind \"number\"; it works on boolean"},
      {"MinOnText", add("/fields/0/rule", R"("min")"),
       "visit.json, field name: ", "it works on number, decimal, date, time, date_time"},
      {"UnionOfBooleans", add("/fields/4/rule", R"("union")"),
       "visit.json, field sensitive: ", "the rule \"union\" does not fit"},
      {"AppendOfText", add("/fields/0/rule", R"("append")"),
       "visit.json, field name: ", "it works on row"},
      {"RowAsLatest", add("/fields/16/rule", R"("latest")"),
       "visit.json, field changes: ", "a row can only have the rule \"append\" or \"rows\""},
      {"RowsOfText", add("/fields/0/rule", R"("rows")"),
       "visit.json, field name: ", "it works on row"},
      {"CellWithoutRule", remove("/fields/21/cells/0/rule"),
       "visit.json, field clauses, cell wording: ", "the key \"rule\" is missing"},
      {"CellAppends", add("/fields/21/cells/0/rule", R"("append")"),
       "visit.json, field clauses, cell wording: ", "it works on row"},
      {"CellOfMergingRowsIsRow", add("/fields/21/cells/0/kind", R"("row")"),
       "visit.json, field clauses, cell wording: ", "a row cannot hold rows"},
      {"CellOfLowerClass", add("/fields/21/cells/0/class", "0"), "visit.json, field clauses: ",
       "cell wording: its class is below the one of the field it stands in"},
      {"CellsRuleDoesNotFit", add("/fields/21/cells/0/rule", R"("count")"),
       "visit.json, field clauses, cell wording: ", "does not fit the kind \"text\""},
      {"StatusWithoutRanks", remove("/fields/14/values/0/rank"),
       "visit.json, field stage, values: ", "a status needs a \"rank\" for each value"},
      {"RankWithoutStatus", add("/fields/8/values/0/rank", "1"),
       "visit.json, field mood, values: ", "\"rank\" means nothing here"},
      {"EnumerationWithoutValues", remove("/fields/8/values"),
       "visit.json, field mood: ", "an enumeration needs its \"values\""},
      {"EnumerationEmpty", add("/fields/8/values", "[]"),
       "visit.json, field mood: ", "an enumeration needs its \"values\""},
      {"ValuesOfText", add("/fields/0/values", R"([{"name": "a", "label": {"en": "A"}}])"),
       "visit.json, field name: ", "only an enumeration has \"values\""},
      {"ValueTwice", add("/fields/8/values/1/name", R"("good")"),
       "visit.json, field mood: ", "the value \"good\" stands twice"},
      {"ValueWithSpace", add("/fields/8/values/1/name", R"("very bad")"),
       "visit.json, field mood, values: ", "is not snake case"},
      {"ConsentOfOtherAnswers", add("/fields/15/values/2/name", R"("maybe")"),
       "visit.json, field agreed: ", "exactly the values \"yes\", \"no\" and \"withdrawn\""},
      {"ReferenceToNothing", remove("/fields/9/reference"),
       "visit.json, field before: ", "a reference needs the key \"reference\""},
      {"ReferenceToUnknownType", add("/fields/9/reference", R"("person")"),
       "visit.json, field before: ", "refers to the type \"person\", which is not declared"},
      {"ReferenceOnText", add("/fields/0/reference", R"("visit")"),
       "visit.json, field name: ", "only a reference names a type"},
      {"BoundsOnText", add("/fields/0/least", "1"),
       "visit.json, field name: ", "only a number or decimal"},
      {"BoundsOnCount", add("/fields/13/most", "1"),
       "visit.json, field people: ", "that is not counted"},
      {"BoundsUpsideDown", add("/fields/2/least", "4"),
       "visit.json, field rating: ", "\"least\" is greater than \"most\""},
      {"NeverFallsOnLatest", add("/fields/18/never_falls", "true"),
       "visit.json, field approved: ", "\"never_falls\" is for the rule \"or\""},
      {"RowWithoutCells", remove("/fields/16/cells"),
       "visit.json, field changes: ", "a row needs its \"cells\""},
      {"CellsOfText",
       add("/fields/0/cells",
           R"([{"number": 1, "name": "a", "label": {"en": "A"}, "kind": "text"}])"),
       "visit.json, field name: ", "only a row has \"cells\""},
      {"CellWithRule", add("/fields/16/cells/0/rule", R"("ask")"),
       "visit.json, field changes, cell new_date: ", "\"rule\" means nothing here"},
      {"CellIsRow", add("/fields/16/cells/0/kind", R"("row")"),
       "visit.json, field changes, cell new_date: ", "a row cannot hold rows"},
      {"CellNumberTwice", add("/fields/16/cells/1/number", "1"),
       "visit.json, field changes: ", "cell hours: the number 1 is already another field's"},
      {"FieldNumberTwice", add("/fields/1/number", "1"), "visit.json, field story: ",
       "the number 1 is already another field's, and numbers are for life"},
      {"FieldNameTwice", add("/fields/1/name", R"("name")"),
       "visit.json, field name: ", "two fields have this name"},
      {"TitleOfNoField", add("/title", R"(["nombre"])"),
       "visit.json: ", "the title names the field \"nombre\", which does not exist"},
      {"TitleEmpty", add("/title", "[]"), "visit.json: ", "\"title\" must name at least one field"},
      {"TitleIsCount", add("/title", R"(["people"])"),
       "visit.json, field people: ", "a title cannot be a row or a count"},
      {"FieldReadersWider", add("/fields/0/readers", R"(["admin"])"),
       "visit.json, field name: ", "a role that cannot read the type"},
      {"FieldWritersWider", add("/fields/0/writers", R"(["coordinator"])"),
       "visit.json, field name: ", "a role that cannot write the type"},
      {"SealedWhenNoField", add("/sealed_when", R"("secretive")"),
       "visit.json: ", "names the field \"secretive\", which does not exist"},
      {"SealedWhenItCanFall", remove("/fields/4/never_falls"),
       "visit.json, field sensitive: ", "with the rule \"or\" that never falls"},
      {"SealedFromEverybody", add("/readers", R"(["worker", "coordinator"])"),
       "visit.json: ", "or nobody could read the record"},
  };
  return kAll;
}

class BrokenDeclaration : public testing::TestWithParam<Breakage> {};

TEST_P(BrokenDeclaration, IsRefusedWithFileFieldAndReason) {
  const Breakage& breakage = GetParam();
  const Json broken = Json::parse(sampleDeclaration()).patch(Json::parse(breakage.patch));
  const auto loaded = Catalogue::load({{"visit.json", broken.dump()}});
  ASSERT_FALSE(loaded.ok()) << "it was accepted";
  EXPECT_EQ(loaded.error().code, ErrorCode::kInvalid);
  EXPECT_THAT(loaded.error().message, AllOf(StartsWith(breakage.place), HasSubstr(breakage.reason),
                                            testing::EndsWith(".")));
}

std::string nameOfCase(const testing::TestParamInfo<Breakage>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Shapes, BrokenDeclaration, testing::ValuesIn(shapes()), nameOfCase);
INSTANTIATE_TEST_SUITE_P(Meanings, BrokenDeclaration, testing::ValuesIn(meanings()), nameOfCase);

TEST(BrokenDeclarations, ThatAreNoJsonAreRefusedWithTheirLine) {
  const auto loaded = Catalogue::load({{"visit.json", "{\n  \"number\": 7,\n  oops\n}"}});
  ASSERT_FALSE(loaded.ok());
  EXPECT_THAT(loaded.error().message,
              AllOf(StartsWith("visit.json: line 3, column"), HasSubstr("not JSON")));
}

TEST(BrokenDeclarations, WithAKeyTwiceAreRefused) {
  std::string twice = sampleDeclaration();
  twice.insert(1, "\"number\": 8,");
  const auto loaded = Catalogue::load({{"visit.json", twice}});
  ASSERT_FALSE(loaded.ok());
  EXPECT_THAT(loaded.error().message, HasSubstr("the key \"number\" stands twice"));
}

TEST(BrokenDeclarations, ThatAreTooLargeAreRefusedUnread) {
  const auto loaded =
      Catalogue::load({{"visit.json", std::string(limits::kDeclarationBytes + 1, ' ')}});
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace rapport
