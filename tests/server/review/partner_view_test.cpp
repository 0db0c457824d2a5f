#include "server/review/partners/partner_view.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/model/iso_time.h"
#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

using Json = nlohmann::json;

const std::chrono::sys_days kToday{*parseDate("2026-11-27")};

class PartnerViewTest : public ::testing::Test {
 protected:
  PartnerViewTest() {
    partner_ = add("partner", {{"name", "Iglesia Camino Claro"},
                               {"kind", "faith"},
                               {"status", "active"},
                               {"cadence_days", 14},
                               {"partner_since", "2026-01-01"},
                               {"culture_note", "Greet the elders first."},
                               {"credibility", 3},
                               {"areas", {{"add", {"Los Sauces"}}}}});
  }
  std::string add(const char* type, const Json& fields) {
    return desk_.addRecord(type, fields.dump()).toString();
  }
  std::string event(const std::string& day, const char* status = "held") {
    return add("event", {{"type", "check_in"},
                         {"title", "Visit on " + day},
                         {"start", day + "T10:00:00-06:00"},
                         {"planned", true},
                         {"partner", partner_},
                         {"status", status}});
  }
  std::string steward(const char* side, const char* person, Json more = Json::object()) {
    Json fields{{"partner", partner_}, {"side", side}, {"person", person}, {"from", "2026-01-01"}};
    fields.update(more);
    return add("steward_assignment", fields);
  }
  Result<Json> ask(Role role = Role::kCoordinator, Copy copy = Copy::kOurs, std::string id = "") {
    Result<Json> out = Json();
    desk_.read([&](ServerReader& reader) {
      out = partnerView({reader, desk_.catalogue, role}, {}, kToday, id.empty() ? partner_ : id,
                        copy);
    });
    return out;
  }
  Json dossier(Role role = Role::kCoordinator, Copy copy = Copy::kOurs) {
    return need(ask(role, copy));
  }

  TestDesk desk_;
  std::string partner_;
};

TEST_F(PartnerViewTest, OfAPartnerOfWhomNothingIsKnownEachPartIsEmpty) {
  const Json seen = dossier();
  EXPECT_EQ(seen["partner"]["title"], "Iglesia Camino Claro");
  EXPECT_EQ(seen["partner"]["culture_note"], "Greet the elders first.");
  EXPECT_TRUE(seen["contacts"].empty());
  EXPECT_EQ(seen["promises"]["total"], 0);
  EXPECT_EQ(seen["themes"]["notes"], 0);
  EXPECT_TRUE(seen["exchange"]["reciprocity"].is_null());
  EXPECT_TRUE(seen["trust"].empty());
  EXPECT_EQ(seen["stewards"]["warnings"].size(), 2U) << "nobody on either side";
}

TEST_F(PartnerViewTest, IsOfAPartnerThatIsThere) {
  EXPECT_EQ(ask(Role::kCoordinator, Copy::kOurs, "x").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(ask(Role::kCoordinator, Copy::kOurs, event("2026-11-01")).error().code,
            ErrorCode::kNotFound);
}

TEST_F(PartnerViewTest, VolunteersAreToldWhoIsStewardAndNoDates) {
  steward("us", "Amina", {{"to", "2026-06-30"}, {"handover_note", "Knows Lupe."}});
  steward("us", "Marisol", {{"from", "2026-07-01"}});
  steward("partner", "Efraín");
  const Json all = dossier()["stewards"];
  ASSERT_EQ(all["us"].size(), 1U);
  EXPECT_EQ(all["us"][0]["name"], "Marisol");
  EXPECT_EQ(all["us"][0]["from"], "2026-07-01");
  EXPECT_EQ(all["partner"][0]["name"], "Efraín");
  EXPECT_EQ(all["others"][0]["note"], "Knows Lupe.");
  EXPECT_EQ(all["continuity"]["days"], 330) << "since the first of January";
  EXPECT_EQ(all["continuity"]["steady"], 330) << "from then on one on each side";
  const Json named = dossier(Role::kVolunteer)["stewards"];
  ASSERT_EQ(named["us"].size(), 1U) << "who went is not named as if she stayed";
  EXPECT_EQ(named["us"][0]["name"], "Marisol");
  EXPECT_EQ(named["us"][0]["from"], "");
  EXPECT_TRUE(named["others"].empty());
  EXPECT_TRUE(named["continuity"].is_null());
  EXPECT_EQ(named.dump().find("Knows"), std::string::npos);
  EXPECT_TRUE(dossier(Role::kSafeguarding)["stewards"].is_null()) << "not for that role";
}

TEST_F(PartnerViewTest, ReachesNobodyWhoDidNotSayYes) {
  for (const char* consent : {"yes", "no", "withdrawn"}) {
    add("contact", {{"partner", partner_},
                    {"name", consent},
                    {"phone", "555-0101"},
                    {"email", "a@example.org"},
                    {"consent_to_contact", consent}});
  }
  add("contact", {{"partner", partner_}, {"name", "unasked"}, {"phone", "555-0102"}});
  const Json contacts = dossier()["contacts"];
  ASSERT_EQ(contacts.size(), 4U);
  for (const Json& one : contacts) {
    const bool yes = one["name"] == "yes";
    EXPECT_EQ(one["phone"], yes ? "555-0101" : "") << one["name"];
    EXPECT_EQ(one["email"], yes ? "a@example.org" : "") << one["name"];
  }
  for (const Role role : {Role::kVolunteer, Role::kAdmin, Role::kSafeguarding}) {
    EXPECT_TRUE(dossier(role)["contacts"].is_null());
  }
}

TEST_F(PartnerViewTest, LaysOutAYearOfPromisesAndWhatIsOpenWhateverItsAge) {
  const auto promise = [&](const char* due, const char* status, Json more = Json::object()) {
    Json fields{{"partner", partner_}, {"text", due},         {"owed_by", "us"},
                {"owed_to", "them"},   {"original_due", due}, {"status", status}};
    fields.update(more);
    add("commitment", fields);
  };
  promise("2026-05-01", "kept", {{"done_at", "2026-05-01T20:30:00-06:00"}});
  promise("2026-06-01", "kept", {{"done_at", "2026-06-15T09:00:00-06:00"}});
  promise("2025-11-26", "kept", {{"done_at", "2025-11-20T09:00:00-06:00"}});
  promise("2024-03-01", "open");
  promise("2026-12-24", "open", {{"assignee", "Dev"}});
  promise("2026-12-25", "open", {{"owed_by", "Iglesia Camino Claro"}});
  const Json promises = dossier()["promises"];
  EXPECT_EQ(promises["total"], 5) << "one was due a day before the year began";
  EXPECT_EQ(promises["ours"]["kept"], 1);
  EXPECT_EQ(promises["ours"]["kept_late"], 1);
  EXPECT_EQ(promises["ours"]["overdue"], 1);
  EXPECT_EQ(promises["ours"]["open"], 1) << "theirs are theirs";
  EXPECT_EQ(promises["items"][0]["due"], "2024-03-01");
  EXPECT_EQ(promises["items"][2]["late_days"], 14);
  EXPECT_EQ(promises["items"][4]["side"], "partner");
  EXPECT_EQ(dossier(Role::kCoordinator, Copy::kTheirs).dump().find("Dev"), std::string::npos);
}

TEST_F(PartnerViewTest, TellsWhatWasHeardInHowManySessionsAndOnlyQuotesWithAYes) {
  const std::string bus = add("code", {{"name_en", "Bus"}, {"name_es", "Autobús"}});
  std::string session;
  for (const char* day : {"2026-10-01", "2026-11-01"}) {
    session = add("listening_session",
                  {{"event", event(day)}, {"purpose", "Letters"}, {"participants", {{"add", 10}}}});
    add("note", {{"session", session}, {"text", "No bus."}, {"codes", {{"add", {bus}}}}});
  }
  const std::string elsewhere = add("listening_session", {{"purpose", "Not theirs"}});
  add("note", {{"session", elsewhere}, {"text", "No bus."}, {"codes", {{"add", {bus}}}}});
  const auto quote = [&](const char* words, const char* consent, const char* attribution) {
    add("quote", {{"session", session},
                  {"verbatim", words},
                  {"consent", consent},
                  {"attribution", attribution},
                  {"speaker", "Lupe"}});
  };
  quote("You came back.", "yes", "none");
  quote("I leave at five.", "yes", "first_name");
  quote("Not this.", "no", "role");
  const Json seen = dossier();
  EXPECT_EQ(seen["sessions"]["total"], 2);
  EXPECT_EQ(seen["sessions"]["items"][0]["on"], "2026-11-01");
  EXPECT_EQ(seen["sessions"]["items"][0]["people"], "<11");
  EXPECT_EQ(seen["themes"]["items"][0]["name"]["es"], "Autobús");
  EXPECT_EQ(seen["themes"]["items"][0]["sessions"], 2);
  EXPECT_EQ(seen["themes"]["sessions"], 2);
  EXPECT_EQ(seen["quotes"]["total"], 2);
  EXPECT_EQ(seen.dump().find("Not this"), std::string::npos);
  for (const Json& one : seen["quotes"]["items"]) {
    EXPECT_EQ(one["speaker"], one["text"] == "You came back." ? "" : "Lupe");
  }
  const Json theirs = dossier(Role::kCoordinator, Copy::kTheirs);
  EXPECT_EQ(theirs.dump().find("Lupe"), std::string::npos);
  const Json admin = dossier(Role::kAdmin);
  for (const char* part : {"sessions", "themes", "quotes"}) EXPECT_TRUE(admin[part].is_null());
}

TEST_F(PartnerViewTest, TellsNeedsWithWhoAgreedAndTheRankThatTheyGaveLast) {
  const std::string other = add("partner", {{"name", "Circle"}});
  add("need",
      {{"text", "Ranked"},
       {"status", "heard"},
       {"ranks", {{{"partner", partner_}, {"rank", 4}}, {{"partner", other}, {"rank", 1}}}}});
  add("need", {{"text", "Agreed"}, {"agreed_by", {{"add", {"us", partner_}}}}});
  add("need", {{"text", "Of others"}, {"agreed_by", {{"add", {"us", other}}}}});
  const Json needs = dossier()["needs"];
  ASSERT_EQ(needs["total"], 2);
  EXPECT_EQ(needs["items"][0]["text"], "Ranked");
  EXPECT_EQ(needs["items"][0]["rank"], 4);
  EXPECT_EQ(needs["items"][0]["agreed"], "nobody");
  EXPECT_EQ(needs["items"][1]["agreed"], "both");
}

TEST_F(PartnerViewTest, CountsWhatEachSideBrought) {
  const auto brought = [&](const char* direction, const char* kind, const char* on) {
    add("contribution", {{"partner", partner_},
                         {"direction", direction},
                         {"kind", kind},
                         {"text", "x"},
                         {"on", on},
                         {"amount", 2.0},
                         {"unit", "hours"}});
  };
  brought("given", "training", "2026-05-01");
  brought("given", "training", "2026-06-01");
  brought("received", "food", "2026-06-01");
  brought("received", "food", "2025-11-26");
  const Json exchange = dossier()["exchange"];
  EXPECT_EQ(exchange["given"], 2);
  EXPECT_EQ(exchange["received"], 1) << "the other was a day too early";
  EXPECT_EQ(exchange["kinds"][1]["kind"], "training");
  EXPECT_EQ(exchange["kinds"][1]["given"], 2);
  EXPECT_EQ(exchange["hours"]["given"], 4.0);
  EXPECT_NEAR(exchange["reciprocity"].get<double>(), 1 - 2.0 / 6, 1e-9);
}

TEST_F(PartnerViewTest, TellsTheNextMeetingAndWhatBecameOfTheMinutesOfTheLast) {
  event("2026-10-01");
  const std::string last = event("2026-11-20"), next = event("2026-12-01", "planned");
  event("2026-12-08", "planned");
  event("2026-11-21", "cancelled");
  add("minutes", {{"event", last}, {"title", "M"}, {"share", "internal"}});
  const Json meetings = dossier()["meetings"];
  EXPECT_EQ(meetings["next"]["id"], next);
  EXPECT_EQ(meetings["held"], 2);
  EXPECT_EQ(meetings["items"][0]["id"], last);
  EXPECT_EQ(meetings["items"][0]["minutes"]["sent"], false);
  EXPECT_TRUE(meetings["items"][1]["minutes"].is_null());
  EXPECT_EQ(meetings["presence"]["cadence_days"], 14);
  const Json theirs = dossier(Role::kCoordinator, Copy::kTheirs)["meetings"];
  EXPECT_TRUE(theirs["items"][0]["minutes"].is_null()) << "kept inside";
}

TEST_F(PartnerViewTest, TellsWhatWaitsForUsAndNothingSensitive) {
  const auto said = [&](const char* text, bool sensitive) {
    add("feedback", {{"text", text},
                     {"received_at", "2026-11-01T09:00:00-06:00"},
                     {"status", "assigned"},
                     {"partner", partner_},
                     {"sensitive", sensitive}});
  };
  said("Until seven?", false);
  said("He locks the door.", true);
  for (const Role role : {Role::kCoordinator, Role::kSafeguarding}) {
    const Json waiting = dossier(role)["waiting"];
    EXPECT_EQ(waiting["total"], 1);
    EXPECT_EQ(waiting["items"][0]["text"], "Until seven?");
    EXPECT_EQ(waiting["items"][0]["due"], "2026-12-01");
    EXPECT_EQ(dossier(role).dump().find("locks"), std::string::npos);
  }
  EXPECT_TRUE(dossier(Role::kVolunteer)["waiting"].is_null());
}

TEST_F(PartnerViewTest, TellsTheStateOfAgreementsToThoseWhoReadThem) {
  const auto agreement = [&](const char* title, Json more) {
    Json fields{{"title", title}, {"kind", "memorandum"}, {"parties", {{"add", {partner_}}}}};
    fields.update(more);
    add("agreement", fields);
  };
  agreement("A", Json::object());
  agreement("B", {{"signed_on", "2026-01-01"}, {"ends_on", "2026-11-27"}});
  agreement("C", {{"signed_on", "2026-01-01"}, {"ends_on", "2026-11-26"}});
  const Json all = dossier()["agreements"];
  EXPECT_EQ(all[0]["state"], "draft");
  EXPECT_EQ(all[1]["state"], "signed") << "its last day";
  EXPECT_EQ(all[2]["state"], "ended");
  EXPECT_TRUE(dossier(Role::kWorker)["agreements"].is_null());
}

TEST_F(PartnerViewTest, TheirCopyHasNothingThatIsOursAlone) {
  steward("us", "Marisol", {{"handover_note", "Private."}});
  add("contact", {{"partner", partner_}, {"name", "Lupe"}});
  const Json theirs = dossier(Role::kCoordinator, Copy::kTheirs);
  EXPECT_EQ(theirs["stewards"]["us"][0]["name"], "Marisol");
  EXPECT_TRUE(theirs["stewards"]["warnings"].empty());
  EXPECT_TRUE(theirs["contacts"].is_null());
  EXPECT_TRUE(theirs["partner"]["ratings"].is_null());
  for (const char* word : {"Private", "Lupe", "elders"}) {
    EXPECT_EQ(theirs.dump().find(word), std::string::npos) << word;
  }
}

}  // namespace
}  // namespace rapport::testing
