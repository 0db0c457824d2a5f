#include "server/review/answers_view.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/sync/answers.h"
#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

using Json = nlohmann::json;

class AnswersTest : public ::testing::Test {
 protected:
  void answer(RecordId partner, int howMany, const std::string& step,
              const std::string& words = "") {
    Drop drop;
    for (int i = 0; i < howMany; ++i) {
      std::vector<FieldEdit> fields{{"wave", Value{wave_.toString()}},
                                    {"partner", Value{partner.toString()}}};
      for (int item = 1; item <= 12; ++item) {
        fields.push_back({"item_" + std::to_string(item), Value{step}});
      }
      if (!words.empty()) fields.push_back({"comment", Value{words}});
      drop.answers.push_back(need(
          newAnswer(*desk_.catalogue.type("survey_response"), fields, desk_.clock, desk_.random)));
    }
    const auto keep = [&](ServerWriter& programme) -> Status {
      const auto kept = keepAnswers(programme, desk_.catalogue, drop);
      return kept ? Status{} : Status{kept.error()};
    };
    need(desk_.writer.run({kTestProgramme, Haste::kNow, keep, nullptr}));
  }
  RecordId partner(const std::string& name) {
    return desk_.addRecord("partner", R"({"name": ")" + name + "\"}");
  }
  Result<Json> view(RecordId id, Role role = Role::kCoordinator) {
    std::optional<Result<Json>> out;
    desk_.read([&](ServerReader& reader) {
      out = answersView({reader, desk_.catalogue, role}, id);
    });
    return *out;
  }

  TestDesk desk_;
  const RecordId wave_ = desk_.addRecord(
      "survey_wave", R"({"name": "Spring", "opens_on": "2026-03-01", "closes_on": "2026-03-31"})");
};

TEST_F(AnswersTest, AreCountedAndTheFewAreNot) {
  const RecordId many = partner("Barbers of Eastlock"), few = partner("Millrace Tenants Circle");
  answer(many, 30, "4");
  answer(few, 13, "2");
  answer(partner("Second Shelf"), 3, "1");
  const Json seen = need(view(wave_));
  EXPECT_EQ(seen["people"], 43);
  EXPECT_EQ(seen["waiting"], true);
  EXPECT_EQ(seen["items"].size(), 12U);
  EXPECT_EQ(seen["items"][0]["counts"], (Json{"<11", "hidden", "<11", 30, "<11", "<11", "<11"}));
}

TEST_F(AnswersTest, HiddenCellsAreNeverFoundBySubtraction) {
  answer(partner("Barbers of Eastlock"), 30, "4");
  answer(partner("Millrace Tenants Circle"), 14, "5");
  answer(partner("Second Shelf"), 11, "1");
  const Json counts = need(view(wave_))["items"][0]["counts"];
  EXPECT_EQ(counts, (Json{"hidden", "<11", "<11", 30, 14, "<11", "<11"}));
}

TEST_F(AnswersTest, PartnersStandByName) {
  answer(partner("Second Shelf"), 20, "5");
  answer(partner("Barbers of Eastlock"), 15, "1");
  const Json sides = need(view(wave_))["sides"];
  ASSERT_EQ(sides.size(), 2U);
  EXPECT_EQ(sides[0]["title"], "Barbers of Eastlock");
  EXPECT_EQ(sides[0]["people"], 15);
  EXPECT_EQ(sides[0]["score"], 0);
  EXPECT_EQ(sides[1]["score"], 100);
}

TEST_F(AnswersTest, NoWordsAndNoIdsAreTold) {
  answer(partner("Second Shelf"), 20, "5", "Zaunkoenig");
  const std::string told = need(view(wave_)).dump();
  EXPECT_EQ(told.find("Zaunkoenig"), std::string::npos);
  EXPECT_EQ(told.find("week"), std::string::npos);
}

TEST_F(AnswersTest, OfTooFewNothingIsSaid) {
  answer(partner("Second Shelf"), 10, "5");
  const Json seen = need(view(wave_));
  EXPECT_EQ(seen["people"], "<11");
  EXPECT_EQ(seen["waiting"], true);
  EXPECT_EQ(seen["sides"].size(), 0U);
  EXPECT_TRUE(seen["score"].is_null());
}

TEST_F(AnswersTest, OnlyRecordsThatAreAskedAboutHaveAny) {
  EXPECT_EQ(view(partner("Second Shelf")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(view(RecordId{makeUuidV4(desk_.random)}).error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace rapport::testing
