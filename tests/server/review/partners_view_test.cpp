#include "server/review/partners/partners_view.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/model/iso_time.h"
#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

using Json = nlohmann::json;

const std::chrono::sys_days kToday{*parseDate("2026-11-27")};

class PartnersViewTest : public ::testing::Test {
 protected:
  std::string add(const char* type, const Json& fields) {
    return desk_.addRecord(type, fields.dump()).toString();
  }
  std::string partner(const std::string& name, Json more = Json::object()) {
    Json fields{{"name", name}, {"status", "active"}, {"partner_since", "2025-01-01"}};
    fields.update(more);
    return add("partner", fields);
  }
  void visit(const std::string& partner, const std::string& day, const char* status = "held") {
    add("event", {{"type", "check_in"},
                  {"title", "Visit"},
                  {"start", day + "T10:00:00-06:00"},
                  {"planned", true},
                  {"partner", partner},
                  {"status", status}});
  }
  Result<Json> ask(const PartnersQuestion& question, Role role = Role::kCoordinator) {
    Result<Json> out = Json();
    desk_.read([&](ServerReader& reader) {
      out = partnersView({reader, desk_.catalogue, role}, {}, kToday, question);
    });
    return out;
  }
  Json list(const PartnersQuestion& question = {}, Role role = Role::kCoordinator) {
    return need(ask(question, role));
  }
  static std::vector<std::string> titles(const Json& answer) {
    std::vector<std::string> out;
    for (const Json& item : answer["items"]) out.push_back(item["title"]);
    return out;
  }
  using Titles = std::vector<std::string>;

  TestDesk desk_;
};

TEST_F(PartnersViewTest, AnEmptyProgrammeHasAnEmptyDirectory) {
  const Json seen = list();
  EXPECT_EQ(seen["total"], 0);
  EXPECT_TRUE(seen["next"].is_null());
  EXPECT_EQ(seen["needs"]["visit_due"], 0);
}

TEST_F(PartnersViewTest, SaysWhatIsDueAndWhoIsQuiet) {
  const Json monthly{{"cadence_days", 28}};
  const std::string fine = partner("A fine", monthly), due = partner("B due", monthly),
                    quiet = partner("C quiet", monthly), free = partner("D free");
  visit(fine, "2026-11-20");
  visit(fine, "2026-12-05", "planned");
  visit(due, "2026-10-30");
  visit(quiet, "2026-10-15");
  visit(quiet, "2026-11-25", "cancelled");
  visit(free, "2026-01-10");
  const Json items = list()["items"];
  EXPECT_EQ(items[0]["visit"], "fine");
  EXPECT_EQ(items[0]["last_visit"], "2026-11-20");
  EXPECT_EQ(items[0]["next_visit"], "2026-12-05");
  EXPECT_EQ(items[1]["visit"], "due");
  EXPECT_EQ(items[1]["visit_due"], "2026-11-27");
  EXPECT_EQ(items[2]["visit"], "quiet") << "43 days of 28; a visit that fell away is none";
  EXPECT_EQ(items[3]["visit"], "none");
  const Json needs = list()["needs"];
  EXPECT_EQ(needs["visit_due"], 2);
  EXPECT_EQ(needs["quiet"], 1);
  EXPECT_EQ(titles(list({.need = PartnerNeed::kVisitDue})), (Titles{"B due", "C quiet"}));
  EXPECT_EQ(titles(list({.need = PartnerNeed::kQuiet})), Titles{"C quiet"});
  EXPECT_EQ(titles(list({.order = PartnerOrder::kVisit})),
            (Titles{"C quiet", "B due", "A fine", "D free"}));
}

TEST_F(PartnersViewTest, CountsPromisesAndAnswersThatAreLate) {
  const std::string circle = partner("Circle"), elders = partner("Elders");
  const auto promise = [&](const char* due, const char* by) {
    add("commitment", {{"partner", circle},
                       {"text", "x"},
                       {"owed_by", by},
                       {"owed_to", "y"},
                       {"original_due", due},
                       {"status", "open"}});
  };
  promise("2026-11-26", "us");
  promise("2026-11-27", "us");
  promise("2026-11-01", "Circle");
  const auto said = [&](const char* day, bool sensitive) {
    add("feedback", {{"text", "x"},
                     {"received_at", std::string(day) + "T09:00:00-06:00"},
                     {"status", "assigned"},
                     {"partner", elders},
                     {"sensitive", sensitive}});
  };
  said("2026-10-01", false);
  said("2026-11-20", false);
  said("2026-01-01", true);
  const Json items = list()["items"];
  EXPECT_EQ(items[0]["promises"], (Json{{"open", 2}, {"overdue", 1}})) << "ours";
  EXPECT_EQ(items[1]["waiting"], (Json{{"open", 2}, {"late", 1}})) << "and nothing sensitive";
  EXPECT_EQ(titles(list({.need = PartnerNeed::kPromiseLate})), Titles{"Circle"});
  EXPECT_EQ(titles(list({.need = PartnerNeed::kAnswerLate})), Titles{"Elders"});
  const Json volunteer = list({}, Role::kVolunteer)["items"];
  EXPECT_EQ(volunteer[0]["promises"]["open"], 2);
  EXPECT_TRUE(volunteer[1]["waiting"].is_null()) << "feedback is not theirs to read";
  const Json officer = list({}, Role::kSafeguarding)["items"];
  EXPECT_TRUE(officer[0]["promises"].is_null());
  EXPECT_TRUE(officer[0]["stewards"].is_null());
}

TEST_F(PartnersViewTest, TellsWhereAStewardIsWanting) {
  const std::string one = partner("One"), two = partner("Two"), none = partner("None"),
                    ended = partner("Ended", {{"status", "ended"}});
  const auto steward = [&](const std::string& partner, const char* person) {
    add("steward_assignment",
        {{"partner", partner}, {"side", "us"}, {"person", person}, {"from", "2026-01-01"}});
  };
  steward(one, "Marisol");
  steward(two, "Teo");
  steward(two, "Marisol");
  EXPECT_EQ(titles(list({.need = PartnerNeed::kSteward})), (Titles{"None", "Two"}));
  EXPECT_EQ(titles(list({.steward = "Marisol"})), (Titles{"One", "Two"}));
  EXPECT_EQ(list()["stewards"], (Json{{{"person", "Marisol"}, {"name", "Marisol"}},
                                      {{"person", "Teo"}, {"name", "Teo"}}}));
  EXPECT_EQ(titles(list({.order = PartnerOrder::kSteward}))[0], "One");
}

TEST_F(PartnersViewTest, IsSearchedByWordsAreaAndStatus) {
  const std::string area = add("area", {{"name", "Los Sauces"}});
  partner("Casa de las Abuelas", {{"areas", {{"add", {"Los Sauces"}}}}});
  partner("Álamo", {{"description", "A garden."}, {"status", "dormant"}});
  partner("Zebra", {{"populations", {{"add", {"Jóvenes"}}}}});
  EXPECT_EQ(titles(list()), (Titles{"Álamo", "Casa de las Abuelas", "Zebra"}));
  EXPECT_EQ(titles(list({.text = "alamo"})), Titles{"Álamo"});
  EXPECT_EQ(titles(list({.text = "GARDEN"})), Titles{"Álamo"});
  EXPECT_EQ(titles(list({.text = "jovenes"})), Titles{"Zebra"});
  EXPECT_EQ(titles(list({.area = area})), Titles{"Casa de las Abuelas"});
  EXPECT_EQ(titles(list({.status = "dormant"})), Titles{"Álamo"});
  EXPECT_EQ(ask({.area = "x"}).error().code, ErrorCode::kNotFound);
}

TEST_F(PartnersViewTest, PagesJoinWhateverTheOrderAndTheDirection) {
  for (int i = 0; i < 7; ++i) partner(i % 2 == 0 ? "Same name" : "Other " + std::to_string(i));
  for (const PartnerOrder order :
       {PartnerOrder::kName, PartnerOrder::kVisit, PartnerOrder::kPromises}) {
    for (const Direction direction : {Direction::kAscending, Direction::kDescending}) {
      PartnersQuestion question{.order = order, .direction = direction};
      const Json whole = list(question)["items"];
      Json joined = Json::array();
      question.limit = 3;
      for (int page = 0; page < 3; ++page) {
        const Json seen = list(question);
        EXPECT_EQ(seen["total"], 7);
        for (const Json& item : seen["items"]) joined.push_back(item);
        if (seen["next"].is_null()) break;
        question.after = seen["next"];
      }
      EXPECT_EQ(joined, whole);
    }
  }
  EXPECT_EQ(ask({.after = "made-up"}).error().code, ErrorCode::kInvalid);
}

}  // namespace
}  // namespace rapport::testing
