#include "server/review/measures_view.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/model/iso_time.h"
#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

using Json = nlohmann::json;

const std::chrono::sys_days kToday{*parseDate("2026-11-27")};

class MeasuresTest : public ::testing::Test {
 protected:
  std::string add(const char* type, const Json& fields) {
    return desk_.addRecord(type, fields.dump()).toString();
  }
  void promise(const std::string& due, const std::string& done, const char* by = "us") {
    Json fields{{"text", "Bring chairs"}, {"owed_by", by}, {"owed_to", "x"}, {"original_due", due}};
    fields["status"] = done.empty() ? "open" : "kept";
    if (!done.empty()) fields["done_at"] = done + "T20:30:00-06:00";
    add("commitment", fields);
  }
  std::string event(const std::string& day, const std::string& partner = "") {
    Json fields{{"type", "check_in"},
                {"title", "Visit"},
                {"start", day + "T10:00:00-06:00"},
                {"planned", true},
                {"status", "held"}};
    if (!partner.empty()) fields["partner"] = partner;
    return add("event", fields);
  }
  void people(const std::string& event, int howMany) {
    const std::string station = add("station", {{"event", event}, {"name", "Gate"}});
    add("tally_cell", {{"event", event},
                       {"station", station},
                       {"buckets", "age_band=18-39;language=es"},
                       {"people", {{"add", howMany}}}});
  }
  Json measures(Role role = Role::kCoordinator, const ProgrammeSettings& settings = {}) {
    Json out;
    desk_.read([&](ServerReader& reader) {
      out = need(measuresView({reader, desk_.catalogue, role}, settings, kToday));
    });
    return out;
  }

  TestDesk desk_;
};

TEST_F(MeasuresTest, AnEmptyProgrammeHasNoFigures) {
  const Json seen = measures();
  EXPECT_EQ(seen["from"], "2025-11-27");
  EXPECT_EQ(seen["to"], "2026-11-26");
  EXPECT_EQ(seen["promises"]["due"], 0);
  EXPECT_TRUE(seen["promises"]["percent"].is_null());
  EXPECT_TRUE(seen["told_back"]["median_days"].is_null());
  EXPECT_TRUE(seen["presence"]["percent"].is_null());
  EXPECT_EQ(seen["reach"]["people"], "<11");
  EXPECT_TRUE(seen["exchange"]["reciprocity"].is_null());
}

TEST_F(MeasuresTest, PromisesAreOursAndApartTheirs) {
  for (int i = 0; i < 9; ++i) promise("2026-06-10", "2026-06-10");
  promise("2026-06-10", "2026-06-11");
  EXPECT_TRUE(measures()["promises"]["percent"].is_null()) << "ten say too little";
  promise("2026-06-10", "");
  promise("2026-06-10", "", "Barbers of Eastlock");
  const Json kept = measures()["promises"];
  EXPECT_EQ(kept["due"], 11);
  EXPECT_EQ(kept["kept"], 9) << "20:30 on the day is the day, whatever UTC says";
  EXPECT_NEAR(kept["percent"].get<double>(), 900.0 / 11, 1e-9);
  EXPECT_EQ(kept["overdue"], 1);
  EXPECT_EQ(kept["theirs"]["due"], 1);
  EXPECT_EQ(kept["months"].size(), 12U);
  EXPECT_NEAR(kept["months"][6].get<double>(), 900.0 / 11, 1e-9) << "27 May to 26 June";
  EXPECT_TRUE(kept["months"][5].is_null());
}

TEST_F(MeasuresTest, ToldBackFollowsTheProgrammesServiceLevel) {
  for (int i = 0; i < 12; ++i) {
    const std::string item = add("feedback", {{"received_at", "2026-11-10T09:00:00-06:00"},
                                              {"channel", "in_person"},
                                              {"giver", "participant"},
                                              {"type", "question"},
                                              {"text", "When?"}});
    Json answer{{"feedback", item}, {"first_response_at", "2026-11-14T09:00:00-06:00"}};
    if (i < 3) answer["told_giver_at"] = "2026-11-15T09:00:00-06:00";
    add("response", answer);
  }
  EXPECT_EQ(measures()["told_back"]["items"], 0) << "not older than thirty days";
  ProgrammeSettings settings;
  settings.respondWithin = std::chrono::days{14};
  const Json told = measures(Role::kCoordinator, settings)["told_back"];
  EXPECT_EQ(told["items"], 12);
  EXPECT_EQ(told["told"], 3);
  EXPECT_EQ(told["percent"], 25.0);
  EXPECT_EQ(told["within_days"], 14);
  EXPECT_EQ(told["median_days"], 4.0);
  EXPECT_EQ(told["months"][11], 25.0);
}

TEST_F(MeasuresTest, PresenceIsOfActivePartnersAndNamesTheLongestGap) {
  const auto partner = [&](const char* name, const char* status) {
    return add("partner", {{"name", name},
                           {"status", status},
                           {"cadence_days", 30},
                           {"partner_since", "2026-08-29"}});
  };
  const std::string regular = partner("Barbers of Eastlock", "active");
  const std::string rare = partner("Millrace Tenants Circle", "active");
  partner("Second Shelf", "prospect");
  for (const char* day : {"2026-09-10", "2026-10-10", "2026-11-10"}) event(day, regular);
  event("2026-09-01", rare);
  const Json presence = measures()["presence"];
  EXPECT_EQ(presence["partners"], 2);
  EXPECT_EQ(presence["periods"], 6) << "three times thirty days with each";
  EXPECT_EQ(presence["met"], 4);
  EXPECT_EQ(presence["longest_gap"]["partner"]["title"], "Millrace Tenants Circle");
  EXPECT_EQ(presence["longest_gap"]["days"], 87) << "since the first of September";
}

TEST_F(MeasuresTest, ReachHidesTheFew) {
  people(event("2026-06-10"), 40);
  people(event("2026-07-10"), 30);
  people(event("2026-08-10"), 6);
  people(event("2024-08-10"), 500);
  const Json reach = measures()["reach"];
  EXPECT_EQ(reach["people"], 76);
  EXPECT_EQ(reach["events"], 3);
  const Json& months = reach["months"];
  EXPECT_EQ(months[6], 40);
  EXPECT_TRUE(months[8].is_null());
  EXPECT_TRUE(months[7].is_null()) << "or the six would follow from the sum";
}

TEST_F(MeasuresTest, AreasHaveTheirPartAndHideTheFew) {
  const std::string mill = add("area", {{"name", "Millrace"}}),
                    tanner = add("area", {{"name", "Tanner Rise"}});
  add("area", {{"name", "Eastlock"}});
  const std::string one = add("partner", {{"name", "Circle"}, {"areas", {{"add", {"Millrace"}}}}});
  const std::string both =
      add("partner", {{"name", "Centre"}, {"areas", {{"add", {"Millrace", "Tanner Rise"}}}}});
  for (const std::string& partner : {one, both}) {
    add("commitment", {{"text", "Chairs"},
                       {"owed_by", "us"},
                       {"owed_to", "x"},
                       {"partner", partner},
                       {"original_due", "2026-06-10"},
                       {"status", "open"}});
  }
  people(event("2026-06-10", one), 40);
  people(event("2026-06-11", both), 30);  // in two areas: in none
  const std::string own = add("event", {{"title", "Table"},
                                        {"start", "2026-07-01T10:00:00-06:00"},
                                        {"partner", both},
                                        {"area", tanner}});
  people(own, 25);
  const Json areas = measures()["areas"];
  ASSERT_EQ(areas.size(), 3U);
  EXPECT_EQ(areas[0]["title"], "Eastlock");
  EXPECT_EQ(areas[0]["people"], "<11");
  EXPECT_EQ(areas[1]["id"], mill);
  EXPECT_EQ(areas[1]["people"], 40);
  EXPECT_EQ(areas[1]["promises"]["all"], 2);
  EXPECT_EQ(areas[2]["people"], "hidden") << "or Eastlock would follow from the sum";
  EXPECT_EQ(areas[2]["promises"]["all"], 1);
  EXPECT_TRUE(areas[2]["promises"]["percent"].is_null());
  EXPECT_TRUE(measures(Role::kAdmin)["areas"][0]["promises"].is_null());
}

TEST_F(MeasuresTest, ARoleSeesFiguresOfWhatItMayRead) {
  const Json admin = measures(Role::kAdmin);
  for (const char* hidden : {"promises", "told_back", "exchange"}) {
    EXPECT_TRUE(admin[hidden].is_null()) << hidden;
  }
  EXPECT_FALSE(admin["presence"].is_null());
  const Json officer = measures(Role::kSafeguarding);
  EXPECT_FALSE(officer["told_back"].is_null());
  EXPECT_TRUE(officer["promises"].is_null());
}

TEST(UnfinishedDay, IsOverWhenItIsOverEverywhere) {
  const auto at = [](const char* text) {
    return WallTime(parseDateTime(text)->instant.time_since_epoch());
  };
  EXPECT_EQ(unfinishedDay(at("2026-11-27T11:59:00Z")), kToday - std::chrono::days{1});
  EXPECT_EQ(unfinishedDay(at("2026-11-27T12:00:00Z")), kToday);
}

}  // namespace
}  // namespace rapport::testing
