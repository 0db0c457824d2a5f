#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/model/catalogue.h"
#include "tests/shared/model/sample_declaration.h"

namespace rapport {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

TEST(Layout, IsReadWithHintGroupAndConditions) {
  const FieldDeclaration& nickname = sampleField("nickname");
  EXPECT_EQ(nickname.hint.at("en"), "What friends say.");
  EXPECT_EQ(nickname.widget, "line");
  EXPECT_EQ(nickname.group, "told");
  EXPECT_EQ(nickname.shownWhen.field, "mood");
  EXPECT_EQ(nickname.shownWhen.values, std::vector<std::string>{"good"});
  EXPECT_EQ(nickname.requiredWhen.values, (std::vector<std::string>{"good", "bad"}));
  ASSERT_EQ(sampleType().groups.size(), 1U);
  EXPECT_EQ(sampleType().groups.front().label.at("en"), "What was told");
  EXPECT_TRUE(sampleField("name").shownWhen.field.empty());
}

// What loading says of the sample with one thing put in another's place.
std::string complaintAbout(const std::string& path, const Json& value) {
  const Json patch = Json::array({{{"op", "add"}, {"path", path}, {"value", value}}});
  const Json broken = Json::parse(sampleDeclaration()).patch(patch);
  const auto loaded = Catalogue::load({{"visit.json", broken.dump()}});
  return loaded.ok() ? "it was accepted" : loaded.error().message;
}

constexpr const char* kNickname = "/fields/19";

TEST(Layout, GroupsAreDeclaredOnceAndUsed) {
  EXPECT_THAT(complaintAbout(std::string(kNickname) + "/group", "heard"),
              HasSubstr("field nickname: its group \"heard\" is not among"));
  const Json told{{"name", "told"}, {"label", {{"en", "Told"}}}};
  EXPECT_THAT(complaintAbout("/groups", Json::array({told, told})),
              HasSubstr("the group \"told\" stands twice"));
  const Json heard{{"name", "heard"}, {"label", {{"en", "Heard"}}}};
  EXPECT_THAT(complaintAbout("/groups", Json::array({told, heard})),
              HasSubstr("the group \"heard\" holds no field"));
  EXPECT_THAT(complaintAbout("/groups/0/label", {{"es", "Dicho"}}), HasSubstr("has no English"));
}

TEST(Layout, AConditionNamesValuesOfAnotherEnumeration) {
  const std::string path = std::string(kNickname) + "/shown_when";
  EXPECT_THAT(complaintAbout(path, {{"moods", {"good"}}}), HasSubstr("depends on \"moods\""));
  EXPECT_THAT(complaintAbout(path, {{"name", {"good"}}}), HasSubstr("depends on \"name\""));
  EXPECT_THAT(complaintAbout(path, {{"mood", {"fine"}}}),
              HasSubstr("depends on the value \"fine\" of mood, which does not exist"));
  for (const Json& shapeless : {Json{{"mood", Json::array()}}, Json{{"mood", "good"}},
                                Json{{"mood", {"good"}}, {"stage", {"open"}}}}) {
    EXPECT_THAT(complaintAbout(path, shapeless), HasSubstr("must name one field and its values"));
  }
}

TEST(Layout, AnAreaIsOneOfThoseThatMenusHave) {
  EXPECT_THAT(complaintAbout("/area", "kitchen"),
              HasSubstr("the area \"kitchen\" is unknown; areas are partners, events"));
}

TEST(Layout, OnlyTextHasALengthOrASpelling) {
  EXPECT_THAT(complaintAbout("/fields/2/max_length", 3), HasSubstr("field rating: only text can"));
  EXPECT_THAT(complaintAbout("/fields/2/spelling", "sha256"), HasSubstr("only text can"));
  EXPECT_THAT(complaintAbout("/fields/0/max_length", 0), HasSubstr("\"max_length\" must be"));
  EXPECT_THAT(complaintAbout("/fields/0/spelling", "roman"),
              HasSubstr("the spelling \"roman\" is unknown; spellings are sha256"));
  EXPECT_THAT(complaintAbout("/fields/20/max_length", 64), HasSubstr("has its length already"));
}

Json dropDeclaration() {
  return Json::parse(R"({
    "number": 1, "name": "card", "form_version": 1, "label": {"en": "Card"}, "plural": {"en": "Cards"},
    "icon": "mail", "area": "trust", "drop": true, "title": ["about"], "readers": [], "writers": [],
    "fields": [
      {"number": 1, "name": "about", "label": {"en": "About"}, "kind": "reference", "rule": "latest",
       "class": 1, "reference": "card", "required": true},
      {"number": 2, "name": "week", "label": {"en": "Week"}, "kind": "date", "rule": "latest", "class": 1},
      {"number": 3, "name": "words", "label": {"en": "Words"}, "kind": "long_text", "rule": "latest",
       "class": 2}]})");
}

std::string complaintAboutDrop(const Json& drop) {
  const auto loaded = Catalogue::load({{"card.json", drop.dump()}});
  return loaded ? "" : loaded.error().message;
}

TEST(Layout, ADropHasNeitherReadersNorWriters) {
  Json drop = dropDeclaration();
  EXPECT_EQ(complaintAboutDrop(drop), "");
  drop["readers"] = {"worker"};
  EXPECT_THAT(complaintAboutDrop(drop),
              HasSubstr("a \"drop\" is read and written as a record by nobody"));
}

TEST(Layout, ADropSaysWhatItIsAboutAndNoTimeFinerThanItsWeek) {
  Json drop = dropDeclaration();
  drop["fields"][0]["required"] = false;
  EXPECT_THAT(complaintAboutDrop(drop), HasSubstr("is a required reference"));
  drop = dropDeclaration();
  drop["fields"][1]["name"] = "day";
  EXPECT_THAT(complaintAboutDrop(drop), HasSubstr("field day: a \"drop\" has fields with"));
  for (const char* kind : {"time", "date_time", "place"}) {
    drop = dropDeclaration();
    drop["fields"][2]["kind"] = kind;
    EXPECT_THAT(complaintAboutDrop(drop), HasSubstr("field words: a \"drop\" has fields with"));
  }
  drop = dropDeclaration();
  drop["fields"][2]["rule"] = "immutable";
  EXPECT_THAT(complaintAboutDrop(drop), HasSubstr("field words: a \"drop\" has fields with"));
  drop = dropDeclaration();
  drop["fields"].erase(1);
  EXPECT_THAT(complaintAboutDrop(drop), HasSubstr("a \"drop\" has a date \"week\""));
}

}  // namespace
}  // namespace rapport
