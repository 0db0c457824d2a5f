#include "shared/model/validate.h"

#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "tests/shared/model/sample_declaration.h"

namespace rapport {
namespace {

using testing::HasSubstr;

constexpr const char* kId = "0190f3a1-7c2b-7def-8123-456789abcdef";

Status judge(std::string_view field, const Value& value) {
  return validateValue(sampleType(), sampleField(field), value);
}

bool takes(std::string_view field, const Value& value) { return judge(field, value).ok(); }

Value text(const char* value) { return std::string(value); }
Value number(std::int64_t value) { return value; }

// A value of every alternative that a Value can hold.
const std::vector<Value>& oneOfEach() {
  static const std::vector<Value> kAll = {
      true, number(2), 0.5, text("words"), StatusValue{0, "open"}, ConsentValue{}, RowValue{}};
  return kAll;
}

TEST(ValidateValue, EachFieldTakesItsOwnAlternativeOnly) {
  const std::map<std::string, std::size_t> own = {
      {"name", 3},  {"story", 3},  {"rating", 1}, {"share", 2},  {"sensitive", 0}, {"languages", 3},
      {"place", 3}, {"people", 1}, {"stage", 4},  {"agreed", 5}, {"changes", 6},   {"approved", 0}};
  for (const auto& [field, alternative] : own) {
    for (std::size_t i = 0; i < oneOfEach().size(); ++i) {
      EXPECT_EQ(takes(field, oneOfEach()[i]), i == alternative)
          << field << " and alternative " << i;
    }
  }
}

TEST(ValidateValue, ClearingFitsRegistersThatCanBeEmpty) {
  for (const char* field : {"name", "rating", "share", "told_at", "mood", "before", "place"}) {
    EXPECT_TRUE(takes(field, {})) << field;
  }
  for (const char* field :
       {"story", "sensitive", "languages", "people", "stage", "agreed", "changes"}) {
    EXPECT_FALSE(takes(field, {})) << field;
  }
  EXPECT_THAT(judge("stage", {}).error().message,
              HasSubstr("stage of visit cannot be cleared; it takes one of open, done"));
}

TEST(ValidateValue, TextIsUtf8WithinTheLimit) {
  EXPECT_TRUE(takes("name", text("")));
  EXPECT_TRUE(takes("name", text("Iglesia Camino Claro, كنيسة")));
  EXPECT_TRUE(takes("name", std::string(limits::kTextBytes, 'a')));
  EXPECT_FALSE(takes("name", std::string(limits::kTextBytes + 1, 'a')));
  EXPECT_FALSE(takes("name", text("\xC3(")));
  EXPECT_FALSE(takes("place", std::string("a\0b", 3)));
}

TEST(ValidateValue, LengthIsInCharactersAndNotInBytes) {
  EXPECT_TRUE(takes("nickname", text("Inés")));
  EXPECT_TRUE(takes("nickname", text("كنيس")));
  EXPECT_TRUE(takes("nickname", text("")));
  EXPECT_FALSE(takes("nickname", text("Agnes")));
  EXPECT_THAT(judge("nickname", text("Agnes")).error().message,
              HasSubstr("The field nickname of visit takes text of at most 4 characters."));
}

TEST(ValidateValue, WhatProgramsReadIsSpelledOneWay) {
  EXPECT_TRUE(takes("digest", std::string(64, 'a')));
  EXPECT_FALSE(takes("digest", text("a")));
  EXPECT_THAT(judge("digest", text("a")).error().message, HasSubstr("takes a SHA-256 digest"));
}

TEST(ValidateValue, NumbersStayInTheirRange) {
  for (const std::int64_t good : {0, 1, 3}) EXPECT_TRUE(takes("rating", number(good)));
  for (const std::int64_t bad : {-1, 4}) EXPECT_FALSE(takes("rating", number(bad)));
  EXPECT_THAT(judge("rating", number(4)).error().message,
              HasSubstr("The field rating of visit takes a whole number from 0 to 3."));
  EXPECT_TRUE(takes("share", 0.0));
  EXPECT_FALSE(takes("share", -0.25));
  EXPECT_THAT(judge("share", -0.25).error().message, HasSubstr("a decimal number, at least 0"));
  EXPECT_FALSE(takes("share", std::numeric_limits<double>::infinity()));
  EXPECT_FALSE(takes("share", std::numeric_limits<double>::quiet_NaN()));
}

TEST(ValidateValue, CountsMoveBothWaysByBoundedSteps) {
  EXPECT_TRUE(takes("people", number(1)));
  EXPECT_TRUE(takes("people", number(-1)));
  EXPECT_TRUE(takes("people", number(limits::kCountStep)));
  EXPECT_FALSE(takes("people", number(limits::kCountStep + 1)));
  EXPECT_FALSE(takes("people", number(-limits::kCountStep - 1)));
}

TEST(ValidateValue, DatesAreOfTheCalendar) {
  EXPECT_TRUE(takes("due", text("2028-02-29")));
  for (const char* bad : {"2026-02-29", "2026-13-01", "28.11.2026", "2026-11-28T10:00:00Z", ""}) {
    EXPECT_FALSE(takes("due", text(bad))) << bad;
  }
  EXPECT_TRUE(takes("opens", text("18:30")));
  EXPECT_FALSE(takes("opens", text("24:00")));
  EXPECT_TRUE(takes("told_at", text("2026-11-28T18:30:00-06:00")));
  EXPECT_FALSE(takes("told_at", text("2026-11-28T18:30:00")));
  EXPECT_THAT(judge("told_at", text("yesterday")).error().message,
              HasSubstr("with offset such as"));
}

TEST(ValidateValue, EnumerationsTakeTheirNamesOnly) {
  EXPECT_TRUE(takes("mood", text("good")));
  EXPECT_FALSE(takes("mood", text("Good")));
  EXPECT_EQ(judge("mood", text("fine")).error().message,
            "The field mood of visit takes one of good, bad.");
  EXPECT_TRUE(takes("stage", StatusValue{3, "done"}));
  EXPECT_FALSE(takes("stage", StatusValue{0, "lost"}));
  EXPECT_FALSE(takes("mood", StatusValue{0, "good"}));
}

TEST(ValidateValue, ReferencesAreIdsInLowerCase) {
  EXPECT_TRUE(takes("before", text(kId)));
  EXPECT_FALSE(takes("before", text("0190F3A1-7C2B-7DEF-8123-456789ABCDEF")));
  EXPECT_THAT(judge("before", text("Casa")).error().message,
              HasSubstr("the id of a record of type visit"));
}

TEST(ValidateValue, ASetOfLanguagesTakesPlainTextAndASingleOneDoesNot) {
  EXPECT_TRUE(takes("spoken", text("es-MX")));
  EXPECT_FALSE(takes("spoken", text("Mixteco bajo")));
  EXPECT_TRUE(takes("languages", text("Mixteco bajo")));
  EXPECT_FALSE(takes("languages", text("\xFF")));
}

RowValue rowOf(std::vector<std::pair<FieldNumber, RowValue::Cell>> cells) {
  return RowValue{std::move(cells)};
}

TEST(ValidateValue, RowsAreJudgedCellByCell) {
  EXPECT_TRUE(takes("changes", rowOf({{1, std::string("2026-11-28")}, {2, 1.5}})));
  EXPECT_TRUE(takes("changes", rowOf({{2, 1.5}})));
  EXPECT_FALSE(takes("changes", rowOf({{1, std::string("soon")}})));
  EXPECT_FALSE(takes("changes", rowOf({{2, -1.0}})));
  EXPECT_THAT(judge("changes", rowOf({{1, true}})).error().message,
              HasSubstr("changes of visit, cell new_date takes a date"));
}

TEST(ValidateValue, CellsAscendAndAreFew) {
  EXPECT_FALSE(takes("changes", rowOf({{2, 1.5}, {1, std::string("2026-11-28")}})));
  EXPECT_FALSE(takes("changes", rowOf({{2, 1.5}, {2, 1.5}})));
  EXPECT_FALSE(takes("changes", rowOf({{0, 1.5}})));
  RowValue many;
  for (FieldNumber i = 1; i <= limits::kRowCells + 1; ++i) many.cells.emplace_back(i + 100, true);
  EXPECT_FALSE(takes("changes", many));
}

TEST(ValidateValue, ACellOfANewerVersionIsKeptIfItIsSound) {
  EXPECT_TRUE(takes("changes", rowOf({{9, std::string("who")}})));
  EXPECT_FALSE(takes("changes", rowOf({{9, std::string("\xFF")}})));
  EXPECT_FALSE(takes("changes", rowOf({{9, std::numeric_limits<double>::infinity()}})));
}

}  // namespace
}  // namespace rapport
