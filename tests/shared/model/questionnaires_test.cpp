#include <algorithm>

#include <gtest/gtest.h>

#include "shared/model/access.h"
#include "shared/model/catalogue.h"

// What a programme adds to the built-in types while it runs.

namespace rapport {
namespace {

std::string well(int version, const std::string& rule = "latest", const std::string& more = "") {
  return R"({"number": 1200, "name": "well", "form_version": )" + std::to_string(version) +
         R"(, "label": {"en": "Well"}, "plural": {"en": "Wells"}, "icon": "map-pin", "title": ["place"],
  "readers": ["worker", "coordinator"], "writers": ["worker"], "fields": [
    {"number": 1, "name": "place", "label": {"en": "Place"}, "kind": "text", "rule": ")" +
         rule + R"(", "class": 2})" + more + "]}";
}

constexpr const char* kDepth =
    R"(, {"number": 2, "name": "depth", "label": {"en": "Depth"}, "kind": "decimal", "rule": "latest", "class": 1})";

Catalogue builtIn() { return Catalogue::load(builtInDeclarations()).value(); }

std::string refusalOf(Catalogue& catalogue, const std::string& json) {
  const std::size_t before = catalogue.types().size();
  const Status status = catalogue.adopt({"well.json", json});
  EXPECT_EQ(catalogue.types().size(), before);
  return status ? std::string() : status.error().message;
}

TEST(Questionnaires, AreTypesLikeAnyOther) {
  Catalogue catalogue = builtIn();
  ASSERT_TRUE(catalogue.adopt({"well.json", well(1)}).ok());
  const RecordType* type = catalogue.type("well");
  ASSERT_NE(type, nullptr);
  EXPECT_EQ(type, catalogue.type(1200));
  EXPECT_TRUE(std::ranges::is_sorted(catalogue.types(), {}, &RecordType::number));
  EXPECT_EQ(builtIn().type("well"), nullptr);
}

TEST(Questionnaires, TheHighestVersionIsTheTypeWhateverOrderTheyComeIn) {
  for (const bool newestFirst : {false, true}) {
    Catalogue catalogue = builtIn();
    ASSERT_TRUE(catalogue.adopt({"a", newestFirst ? well(2, "latest", kDepth) : well(1)}).ok());
    const RecordType* before = catalogue.type(1200);
    ASSERT_TRUE(catalogue.adopt({"b", newestFirst ? well(1) : well(2, "latest", kDepth)}).ok());
    EXPECT_EQ(catalogue.type(1200)->formVersion, 2U);
    EXPECT_NE(catalogue.type(1200)->field("depth"), nullptr);
    // What was written under the first version is judged by the first version.
    EXPECT_EQ(catalogue.type(1200, 1)->field("depth"), nullptr);
    EXPECT_EQ(catalogue.type(1200, 9), catalogue.type(1200));
    // What was given out stays what it was.
    EXPECT_EQ(before->formVersion, newestFirst ? 2U : 1U);
  }
}

TEST(Questionnaires, TheSameAgainIsFine) {
  Catalogue catalogue = builtIn();
  ASSERT_TRUE(catalogue.adopt({"well.json", well(1)}).ok());
  const RecordType* type = catalogue.type(1200);
  EXPECT_TRUE(catalogue.adopt({"again.json", well(1)}).ok());
  EXPECT_EQ(catalogue.type(1200), type);
}

TEST(Questionnaires, ACopyDoesNotLearnWhatItsOriginalAdopts) {
  Catalogue catalogue = builtIn();
  const Catalogue copy = catalogue;
  ASSERT_TRUE(catalogue.adopt({"well.json", well(1)}).ok());
  EXPECT_EQ(copy.type("well"), nullptr);
  EXPECT_EQ(copy.type("partner"), catalogue.type("partner"));
}

TEST(Questionnaires, CellsOfRowsAreForLifeToo) {
  const auto visits = [](const std::string& kind) {
    return R"(, {"number": 3, "name": "visits", "label": {"en": "Visits"}, "kind": "row", "rule": "append", "class": 1,
       "cells": [{"number": 1, "name": "seen", "label": {"en": "Seen"}, "kind": ")" +
           kind + R"("}]})";
  };
  Catalogue catalogue = builtIn();
  ASSERT_TRUE(catalogue.adopt({"well.json", well(1, "latest", visits("date"))}).ok());
  EXPECT_NE(refusalOf(catalogue, well(2, "latest", visits("number"))).find("in visits cell 1"),
            std::string::npos);
  EXPECT_EQ(refusalOf(catalogue, well(2, "latest", visits("date"))), "");
}

TEST(Questionnaires, AreRefusedWithFileAndReason) {
  Catalogue catalogue = builtIn();
  ASSERT_TRUE(catalogue.adopt({"well.json", well(1)}).ok());
  EXPECT_NE(refusalOf(catalogue, well(2, "ask")).find("for life"), std::string::npos);
  EXPECT_NE(refusalOf(catalogue, well(1, "latest", kDepth)).find("form_version"),
            std::string::npos);
  const auto changed = [](std::string json, const std::string& from, const std::string& to) {
    json.replace(json.find(from), from.size(), to);
    return json;
  };
  EXPECT_NE(refusalOf(catalogue, changed(well(1), "\"well\"", "\"partner\"")).find("partner"),
            std::string::npos);
  const std::string low = changed(changed(well(1), "1200", "999"), "\"well\"", "\"low\"");
  EXPECT_NE(refusalOf(catalogue, low).find("1000"), std::string::npos);
  const std::string taken = changed(changed(well(1), "1200", "1201"), "\"well\"", "\"partner\"");
  EXPECT_NE(refusalOf(catalogue, taken).find("taken"), std::string::npos);
  EXPECT_NE(refusalOf(catalogue, "{").find("well.json"), std::string::npos);
}

TEST(Access, WholeIsReadByWhoReadsEveryField) {
  Catalogue catalogue = builtIn();
  ASSERT_TRUE(catalogue.adopt({"well.json", well(1)}).ok());
  const RecordType& type = *catalogue.type("well");
  EXPECT_TRUE(mayReadWhole(type, Role::kWorker));
  EXPECT_FALSE(mayReadWhole(type, Role::kVolunteer));                      // not the type
  EXPECT_FALSE(mayReadWhole(*catalogue.type("feedback"), Role::kWorker));  // not what is sealed
}

}  // namespace
}  // namespace rapport
