#include "server/app/settings_record.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/model/access.h"
#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

using Json = nlohmann::json;

class SettingsRecordTest : public ::testing::Test {
 protected:
  Status change(const Json& fields) {
    return desk_.writer.run({kTestProgramme, Haste::kNow,
                             [&](ServerWriter& programme) {
                               return changeSettings(programme, desk_.arbiter, desk_.catalogue,
                                                     kTestProgramme, PersonId{}, fields);
                             },
                             nullptr});
  }

  Json shown() {
    Json out;
    desk_.read([&](ServerReader& reader) {
      out = need(showSettings(reader, desk_.catalogue, kTestProgramme));
    });
    return out;
  }

  ProgrammeSettings settings() {
    ProgrammeSettings out;
    desk_.read([&](ServerReader& reader) {
      out = need(settingsOf(reader, desk_.catalogue, kTestProgramme));
    });
    return out;
  }

  TestDesk desk_;
};

TEST_F(SettingsRecordTest, ProgrammeWithoutARecordHasWhatHoldsForAll) {
  EXPECT_EQ(shown(), Json::object());
  EXPECT_EQ(settings().ageBands, ProgrammeSettings{}.ageBands);
}

TEST_F(SettingsRecordTest, BeginningAndDemonstrationAreTakenWhole) {
  Json fields = need(beginningSettings("Quillan County"));
  fields.update(need(demonstrationSettings()));
  need(change(fields));
  const Json after = shown();
  for (const auto& [name, value] : fields.items()) {
    EXPECT_TRUE(after.contains(name)) << name;
    EXPECT_EQ(after[name].size(), value.size()) << name;
  }
  EXPECT_EQ(settings().name, "Quillan County");
  EXPECT_EQ(settings().hotlineCards.size(), 3U);
  EXPECT_FALSE(settings().holidays.empty());
}

// An invented number must never be shown to somebody in danger.
TEST_F(SettingsRecordTest, BeginningHoldsNoTelephoneNumber) {
  need(change(need(beginningSettings("Quillan County"))));
  EXPECT_TRUE(settings().hotlineCards.empty());
  EXPECT_TRUE(settings().officerPhone.empty());
  for (const char* scope : {"quote", "photo", "sign_in", "contact", "referral", "survey"}) {
    for (const char* language : {"en", "es", "ar"}) {
      const ProgrammeSettings now = settings();
      const ConsentScript* script = now.consentScript(scope, language);
      ASSERT_NE(script, nullptr) << scope;
      EXPECT_EQ(script->language, language) << scope;
    }
  }
}

TEST_F(SettingsRecordTest, ASetHoldsExactlyTheListAndRowsAreAdded) {
  need(change({{"working_days", {"monday", "tuesday"}}}));
  need(change({{"working_days", {"tuesday", "saturday"}}}));
  EXPECT_EQ(shown()["working_days"], (Json{"saturday", "tuesday"}));
  need(change({{"working_days", {{"add", {"sunday"}}}}}));
  EXPECT_EQ(shown()["working_days"], (Json{"saturday", "sunday", "tuesday"}));
  need(change({{"holidays", {{{"date", "2026-12-24"}}}}}));
  desk_.clock.advance(std::chrono::seconds{1});
  need(change({{"holidays", {{{"date", "2026-12-24"}, {"free", false}}}}}));
  EXPECT_EQ(shown()["holidays"].size(), 2U);
  EXPECT_TRUE(settings().holidays.empty());
}

TEST_F(SettingsRecordTest, WhatDoesNotFitIsRefusedWholeWithASentence) {
  need(change({{"respond_days", 21}}));
  for (const Json& bad :
       {Json{{"age_bands", "young old"}}, Json{{"time_zone", "Central time"}},
        Json{{"respond_days", 0}}, Json{{"colour", "red"}}, Json{{"languages", {"en"}}}}) {
    Json fields = bad;
    fields["sensitive_hours"] = 24;
    const Status refused = change(fields);
    ASSERT_FALSE(refused.ok()) << bad;
    EXPECT_EQ(refused.error().code, ErrorCode::kInvalid) << bad;
    EXPECT_FALSE(refused.error().message.empty());
  }
  EXPECT_EQ(shown(), (Json{{"respond_days", 21}}));
}

TEST_F(SettingsRecordTest, NobodyElseWritesThem) {
  for (const Role role : {Role::kWorker, Role::kCoordinator, Role::kAdmin}) {
    EXPECT_FALSE(mayWrite(*desk_.catalogue.type("programme"), role));
  }
}

}  // namespace
}  // namespace rapport::testing
