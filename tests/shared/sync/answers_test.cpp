#include "shared/sync/answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/base/limits.h"

namespace rapport {
namespace {

using ::testing::HasSubstr;

const Catalogue& types() {
  static const auto kTypes = Catalogue::load(builtInDeclarations());
  return *kTypes;
}
const RecordType& pulse() { return *types().type("survey_response"); }

// Friday, 15 January 2027.
ManualClock fridayClock() { return ManualClock{WallTime{std::chrono::seconds{1'800'000'000}}}; }

std::vector<FieldEdit> filled() {
  return {{"partner", Value{std::string{"01930000-0000-7000-8000-00000000b001"}}},
          {"wave", Value{std::string{"01930000-0000-7000-8000-00000000a001"}}},
          {"item_3", Value{std::string{"4"}}}};
}

std::string saidOf(std::vector<FieldEdit> fields) {
  const ManualClock clock = fridayClock();
  SeededRandom random(3);
  const auto made = newAnswer(pulse(), fields, clock, random);
  return made ? "" : made.error().message;
}

DroppedAnswer made(std::vector<FieldEdit> fields, const Clock& clock = fridayClock()) {
  SeededRandom random(3);
  const auto answer = newAnswer(pulse(), fields, clock, random);
  EXPECT_TRUE(answer) << answer.error().message;
  return answer ? *answer : DroppedAnswer{};
}

std::string weekOf(const DroppedAnswer& answer) {
  for (const auto& [field, value] : answer.values) {
    if (field == pulse().field("week")->number) return std::get<std::string>(value);
  }
  return "";
}

TEST(NewAnswer, HoldsItsFieldsItsWeekAndNoOtherTime) {
  const DroppedAnswer answer = made(filled());
  EXPECT_EQ(answer.id.toString()[14], '4');  // random, and made of no clock
  EXPECT_EQ(answer.values.size(), 4U);
  EXPECT_EQ(weekOf(answer), "2027-01-11");
  EXPECT_TRUE(judgeAnswer(types(), answer));
}

TEST(NewAnswer, AWeekThatIsGivenIsKeptAsItsMonday) {
  for (const char* day : {"2027-01-04", "2027-01-06", "2027-01-10"}) {
    std::vector<FieldEdit> fields = filled();
    fields.push_back({"week", Value{std::string{day}}});
    EXPECT_EQ(weekOf(made(fields)), "2027-01-04") << day;
  }
}

TEST(NewAnswer, AWeekToComeIsRefused) {
  std::vector<FieldEdit> fields = filled();
  fields.push_back({"week", Value{std::string{"2027-01-18"}}});
  EXPECT_THAT(saidOf(fields), HasSubstr("still to come"));
}

TEST(NewAnswer, WhatItIsAboutCannotBeAddedLater) {
  std::vector<FieldEdit> fields = filled();
  fields.erase(fields.begin() + 1);
  EXPECT_THAT(saidOf(fields), HasSubstr("The field wave of survey_response is missing"));
}

TEST(NewAnswer, IsJudgedByItsDeclaration) {
  std::vector<FieldEdit> fields = filled();
  fields.push_back({"item_1", Value{std::string{"6"}}});
  EXPECT_THAT(saidOf(fields), HasSubstr("item_1"));
  fields.back() = {"name", Value{std::string{"Ana"}}};
  EXPECT_THAT(saidOf(fields), HasSubstr("\"name\" is no field"));
  fields.back() = {"item_3", Value{std::string{"5"}}};
  EXPECT_THAT(saidOf(fields), HasSubstr("twice"));
}

TEST(NewAnswer, IsBounded) {
  std::vector<FieldEdit> fields = filled();
  fields.push_back({"comment", Value{std::string(limits::kAnswerBytes, 'x')}});
  EXPECT_THAT(saidOf(fields), HasSubstr("more than one answer may hold"));
}

TEST(JudgeAnswer, RefusesWhatNoTabletWouldMake) {
  const DroppedAnswer good = made(filled());
  DroppedAnswer bad = good;
  bad.type = types().type("feedback")->number;
  EXPECT_FALSE(judgeAnswer(types(), bad)) << "a record as an answer";
  bad = good;
  bad.formVersion = 99;
  EXPECT_FALSE(judgeAnswer(types(), bad)) << "a newer form";
  bad = good;
  bad.values.emplace_back(200, Value{std::string{"Ana's tablet"}});
  EXPECT_FALSE(judgeAnswer(types(), bad)) << "a field that nobody declared";
  bad = good;
  for (auto& [field, value] : bad.values) {
    if (value == Value{std::string{"2027-01-11"}}) value = std::string{"2027-01-12"};
  }
  EXPECT_FALSE(judgeAnswer(types(), bad)) << "a day";
}

TEST(WeekNow, BeginsOnMonday) {
  ManualClock clock{
      WallTime{std::chrono::sys_days{std::chrono::January / 10 / 2027} + std::chrono::hours{23}}};
  EXPECT_EQ(weekNow(clock), "2027-01-04");
  clock.advance(std::chrono::hours{1});
  EXPECT_EQ(weekNow(clock), "2027-01-11");
}

}  // namespace
}  // namespace rapport
