#include "server/review/board_view.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/review/poster_view.h"
#include "shared/base/limits.h"
#include "shared/model/iso_time.h"
#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

using Json = nlohmann::json;

const std::chrono::sys_days kToday{*parseDate("2026-11-27")};

class BoardTest : public ::testing::Test {
 protected:
  std::string add(const char* type, const Json& fields, Role role = Role::kCoordinator) {
    return desk_.addRecord(type, fields.dump(), role).toString();
  }
  std::string feedback(const std::string& day, Json more = Json::object()) {
    Json fields{{"received_at", day + "T09:00:00-06:00"},
                {"channel", "in_person"},
                {"giver", "participant"},
                {"type", "question"},
                {"text", "When do you come?"}};
    fields.update(more);
    return add("feedback", fields);
  }
  std::string answer(const std::string& feedback, Json more = Json::object()) {
    Json fields{{"feedback", feedback},
                {"you_said", "When?"},
                {"we_did", "On Mondays."},
                {"outcome", "done"}};
    fields.update(more);
    return add("response", fields);
  }
  Result<Json> ask(const BoardQuestion& question, Role role = Role::kCoordinator,
                   std::chrono::sys_days today = kToday) {
    Result<Json> out = Json();
    desk_.read([&](ServerReader& reader) {
      out = boardView({reader, desk_.catalogue, role}, settings_, today, question);
    });
    return out;
  }
  Json board(const BoardQuestion& question = {}, Role role = Role::kCoordinator) {
    return need(ask(question, role));
  }
  Result<Json> poster(const std::string& answer, Role role = Role::kCoordinator) {
    Result<Json> out = Json();
    desk_.read([&](ServerReader& reader) {
      out = posterView({reader, desk_.catalogue, role}, settings_, answer);
    });
    return out;
  }
  static std::vector<std::string> ids(const Json& column) {
    std::vector<std::string> out;
    for (const Json& card : column["items"]) out.push_back(card["id"]);
    return out;
  }

  TestDesk desk_;
  ProgrammeSettings settings_;
};

TEST_F(BoardTest, AnEmptyProgrammeHasFourEmptyColumns) {
  const Json seen = board();
  EXPECT_EQ(seen["said"], 0);
  ASSERT_EQ(seen["columns"].size(), 4U);
  for (const Json& column : seen["columns"]) EXPECT_EQ(column["total"], 0);
  EXPECT_EQ(seen["columns"][0]["stage"], "heard");
  EXPECT_EQ(seen["columns"][3]["stage"], "told_back");
}

TEST_F(BoardTest, EachItemLiesInOneColumnAndTheMostUrgentComesFirst) {
  const std::string fresh = feedback("2026-11-26"), old = feedback("2026-11-16"),
                    known = feedback("2026-11-20", {{"status", "acknowledged"}}),
                    taken = feedback("2026-11-01", {{"status", "assigned"}, {"assignee", "Teo"}}),
                    told = feedback("2026-10-01", {{"status", "closed"}});
  answer(told, {{"told_giver_at", "2026-10-20T10:00:00-06:00"},
                {"told_via", "poster"},
                {"told_people", 31}});
  const Json columns = board()["columns"];
  EXPECT_EQ(ids(columns[0]), (std::vector{old, fresh}));
  EXPECT_EQ(columns[0]["late"], 1);
  EXPECT_EQ(columns[0]["items"][0]["due"], "2026-11-19");
  EXPECT_EQ(columns[0]["items"][0]["late_by"], 6) << "Friday 20, and Monday to Friday";
  EXPECT_EQ(columns[0]["items"][0]["late_in"], "working_days");
  EXPECT_EQ(ids(columns[1]), std::vector{known});
  EXPECT_EQ(ids(columns[2]), std::vector{taken});
  EXPECT_EQ(columns[2]["items"][0]["assignee"], "Teo");
  EXPECT_EQ(columns[2]["items"][0]["due"], "2026-12-01");
  EXPECT_EQ(ids(columns[3]), std::vector{told});
  const Json& card = columns[3]["items"][0];
  EXPECT_TRUE(card["due"].is_null());
  EXPECT_EQ(card["text"], "When do you come?");
  EXPECT_EQ(card["answer"]["we_did"], "On Mondays.");
  EXPECT_EQ(card["answer"]["told_via"], "poster");
  EXPECT_EQ(card["answer"]["people"], 31);
}

TEST_F(BoardTest, FewWhoWereToldAreNoNumber) {
  for (const int people : {1, 10, 11}) {
    answer(feedback("2026-11-01"),
           {{"told_giver_at", "2026-11-" + std::to_string(people + 10) + "T10:00:00-06:00"},
            {"told_people", people}});
  }
  answer(feedback("2026-11-01"), {{"told_giver_at", "2026-11-02T10:00:00-06:00"}});
  const Json told = board()["columns"][3]["items"];
  EXPECT_EQ(told[0]["answer"]["people"], 11);
  EXPECT_EQ(told[1]["answer"]["people"], "<11");
  EXPECT_EQ(told[2]["answer"]["people"], "<11");
  EXPECT_TRUE(told[3]["answer"]["people"].is_null()) << "nobody said how many";
}

TEST_F(BoardTest, AnItemWithoutADayIsThereToo) {
  const std::string item = add("feedback", {{"text", "Who reads these?"}});
  const Json heard = board()["columns"][0];
  EXPECT_EQ(ids(heard), std::vector{item});
  EXPECT_EQ(heard["items"][0]["received_at"], "");
  EXPECT_FALSE(heard["items"][0]["due"].is_null()) << "as if it came when it was written down";
}

TEST_F(BoardTest, WhatIsOpenStaysWhateverItsAgeAndWhatWasToldLeavesAfterNinetyDays) {
  feedback("2024-02-01", {{"status", "acknowledged"}});
  answer(feedback("2026-01-01"), {{"told_giver_at", "2026-08-29T10:00:00-06:00"}});
  answer(feedback("2026-01-02"), {{"told_giver_at", "2026-08-28T10:00:00-06:00"}});
  const Json seen = board();
  EXPECT_EQ(seen["columns"][1]["total"], 1);
  EXPECT_EQ(seen["columns"][3]["total"], 1) << "ninety days before the 27th is the 29th of August";
  EXPECT_EQ(seen["said"], 0) << "of the last ninety days";
}

TEST_F(BoardTest, AColumnTellsSoManyCardsAndHowManyThereAre) {
  for (int i = 0; i < 12; ++i) feedback("2026-11-20");
  Json heard = board()["columns"][0];
  EXPECT_EQ(heard["total"], 12);
  EXPECT_EQ(heard["items"].size(), 10U);
  EXPECT_EQ(board({"", "", 11})["columns"][0]["items"].size(), 11U);
  EXPECT_EQ(board({"", "", 0})["columns"][0]["items"].size(), 1U);
  for (std::size_t i = 12; i <= limits::kPageItems; ++i) feedback("2026-11-20");
  heard = board({"", "", 100'000})["columns"][0];
  EXPECT_EQ(heard["items"].size(), limits::kPageItems);
  EXPECT_EQ(heard["total"], limits::kPageItems + 1);
}

TEST_F(BoardTest, IsOfOnePartnerOrOneArea) {
  const std::string mill = add("area", {{"name", "Millrace"}}),
                    tanner = add("area", {{"name", "Tanner Rise"}});
  const std::string circle =
      add("partner", {{"name", "Circle"}, {"areas", {{"add", {"Millrace", "Tanner Rise"}}}}});
  const std::string event =
      add("event", {{"type", "check_in"}, {"title", "Visit"}, {"area", mill}});
  const std::string about = feedback("2026-11-26", {{"partner", circle}}),
                    heard = feedback("2026-11-26", {{"partner", circle}, {"event", event}}),
                    nowhere = feedback("2026-11-26");
  EXPECT_EQ(board()["columns"][0]["total"], 3);
  EXPECT_EQ(board({"", circle})["columns"][0]["total"], 2);
  EXPECT_EQ(board({tanner, ""})["said"], 1);
  const Json inTanner = board({tanner, ""})["columns"][0];
  EXPECT_EQ(ids(inTanner), std::vector{about}) << "the other one was heard in Millrace";
  EXPECT_EQ(inTanner["items"][0]["areas"], (Json{"Millrace", "Tanner Rise"}));
  EXPECT_EQ(inTanner["items"][0]["partner"]["title"], "Circle");
  EXPECT_EQ(board({mill, circle})["columns"][0]["total"], 2);
  for (const std::string& wrong : {nowhere, std::string("x"), tanner}) {
    EXPECT_EQ(ask({"", wrong}).error().code, ErrorCode::kNotFound) << wrong;
  }
  EXPECT_EQ(ask({circle, ""}).error().code, ErrorCode::kNotFound);
}

TEST_F(BoardTest, WhatIsSensitiveIsOnNoCardAndOfficersAreToldHowMuchThereIs) {
  feedback("2026-11-01", {{"sensitive", true}, {"text", "He locks the door."}});
  feedback("2026-11-26", {{"sensitive", true}});
  feedback("2026-11-26");
  for (const Role role : {Role::kWorker, Role::kCoordinator, Role::kSafeguarding}) {
    const Json seen = board({}, role);
    EXPECT_EQ(seen["columns"][0]["total"], 1);
    EXPECT_EQ(seen.dump().find("locks"), std::string::npos);
    if (role == Role::kSafeguarding) {
      EXPECT_EQ(seen["sealed"]["open"], 2);
      EXPECT_EQ(seen["sealed"]["late"], 1);
    } else {
      EXPECT_TRUE(seen["sealed"].is_null());
    }
  }
}

TEST_F(BoardTest, IsForThoseWhoReadFeedback) {
  for (const Role role : {Role::kVolunteer, Role::kAdmin}) {
    EXPECT_EQ(ask({}, role).error().code, ErrorCode::kRefused);
  }
}

TEST_F(BoardTest, ShowsTheAnswerThatChangedLast) {
  const std::string item = feedback("2026-11-20", {{"status", "responded"}});
  answer(item, {{"we_did", "Perhaps."}});
  const std::string last = answer(item, {{"we_did", "Yes."}});
  EXPECT_EQ(board()["columns"][2]["items"][0]["answer"]["id"], last);
}

// -- posters

const Json kPublished{{"published", true}};

TEST_F(BoardTest, APosterSaysWhatACoordinatorApproved) {
  const std::string mill = add("area", {{"name", "Millrace"}});
  const std::string event =
      add("event", {{"type", "check_in"}, {"title", "Visit"}, {"area", mill}});
  const std::string item = feedback("2026-05-20", {{"event", event}, {"assignee", "Marisol"}});
  const Json draft = need(poster(answer(item)));
  EXPECT_EQ(draft["may"], false);
  EXPECT_EQ(draft["why"], "not_published");
  EXPECT_EQ(draft["texts"]["en"]["we_did"], "On Mondays.") << "whoever approves it sees it";
  const Json shown = need(poster(answer(item, kPublished)));
  EXPECT_EQ(shown["may"], true);
  EXPECT_TRUE(shown["why"].is_null());
  EXPECT_EQ(shown["quoted"], false);
  EXPECT_EQ(shown["areas"], Json{"Millrace"});
  EXPECT_EQ(shown["received_on"], "2026-05");
  EXPECT_EQ(shown["texts"]["en"]["you_said"], "When?");
  EXPECT_FALSE(shown["texts"].contains("es"));
  EXPECT_EQ(shown.dump().find("Marisol"), std::string::npos)
      << "who works here is no wall's business";
  EXPECT_EQ(shown.dump().find("do you come"), std::string::npos) << "nor what they said in full";
}

TEST_F(BoardTest, APosterNeedsAReasonUnlessItIsDoneInEachLanguage) {
  const Json partly{{"published", true}, {"outcome", "partly"}};
  const std::string item = feedback("2026-05-20");
  EXPECT_EQ(need(poster(answer(item, partly)))["why"], "unfinished");
  Json more = partly;
  more.update(
      {{"reason", "The van is shared."}, {"you_said_es", "¿Cuándo?"}, {"we_did_es", "Los lunes."}});
  EXPECT_EQ(need(poster(answer(item, more)))["texts"].size(), 1U) << "no reason in Spanish";
  more["reason_es"] = "La camioneta se comparte.";
  const Json texts = need(poster(answer(item, more)))["texts"];
  EXPECT_EQ(texts["en"]["reason"], "The van is shared.");
  EXPECT_EQ(texts["es"]["reason"], "La camioneta se comparte.");
  settings_.languages = {"es", "en"};
  const std::string spanish = answer(item, kPublished);
  EXPECT_TRUE(need(poster(spanish))["texts"].contains("es")) << "its main language";
}

TEST_F(BoardTest, WordsThatNobodySaidYesToAreOnNoPoster) {
  const std::string item = feedback("2026-05-20");
  const std::string session = add("listening_session", {{"purpose", "Letters"}});
  const auto quote = [&](const char* words, const char* consent) {
    add("quote", {{"session", session}, {"verbatim", words}, {"consent", consent}});
  };
  quote("I do not know which letters I may throw away.", "no");
  quote("They never come back with the results.", "yes");
  const auto of = [&](const char* words) {
    return need(poster(answer(item, {{"published", true}, {"you_said", words}})));
  };
  const Json kept = of("“I do not know which letters I may throw away”");
  EXPECT_EQ(kept["why"], "not_shared");
  EXPECT_TRUE(kept["texts"].empty());
  const std::string pasted = answer(
      item, {{"published", true}, {"you_said", "I do not know which letters I may throw away."}});
  EXPECT_EQ(need(poster(pasted, Role::kSafeguarding))["why"], "not_shared")
      << "whoever reads no quotes is bound by them too";
  EXPECT_EQ(need(poster(answer(item, {{"published", true},
                                      {"you_said_es", "Letters"},
                                      {"you_said", "which letters I may throw away"}})))["why"],
            "not_shared");
  const Json shared = of("They never come back with the results.");
  EXPECT_EQ(shared["may"], true);
  EXPECT_EQ(shared["quoted"], true);
}

TEST_F(BoardTest, NothingSealedIsOnAPoster) {
  const std::string sealed = feedback("2026-05-20", {{"sensitive", true}});
  const std::string told = answer(sealed, kPublished);
  for (const Role role : {Role::kCoordinator, Role::kSafeguarding}) {
    const Json shown = need(poster(told, role));
    EXPECT_EQ(shown["why"], "sealed");
    EXPECT_TRUE(shown["texts"].empty());
  }
  EXPECT_EQ(need(poster(answer(makeUuidV4(desk_.random).toString(), kPublished)))["why"], "sealed")
      << "its feedback is not here";
}

TEST_F(BoardTest, APosterIsOfAnAnswerThatTheRoleMayRead) {
  EXPECT_EQ(poster(feedback("2026-05-20")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(poster("x").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace rapport::testing
