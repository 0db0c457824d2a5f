#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/review/devices_view.h"
#include "server/review/history_view.h"
#include "server/review/names.h"
#include "server/review/overview_view.h"
#include "server/review/page_edit.h"
#include "server/review/records_view.h"
#include "server/review/types_view.h"
#include "shared/protocol/number_text.h"
#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

using Json = nlohmann::json;

class ReviewTest : public ::testing::Test {
 protected:
  Json view(const std::function<Result<Json>(const Viewer&)>& make,
            Role role = Role::kCoordinator) {
    Json out;
    desk_.read([&](ServerReader& reader) { out = need(make({reader, desk_.catalogue, role})); });
    return out;
  }

  Json record(RecordId id, Role role = Role::kCoordinator) {
    return view([id](const Viewer& viewer) { return recordView(viewer, id); }, role);
  }

  Result<RecordState> edit(RecordId id, const Json& body, Role role = Role::kCoordinator) {
    std::optional<RecordState> written;
    const auto write = [&](ServerWriter& programme) -> Status {
      const auto change = editFrom(programme, desk_.catalogue,
                                   {person_, role, desk_.clock, desk_.random}, id, body);
      if (!change) return change.error();
      auto state = desk_.arbiter.write(programme, *change);
      if (!state) return state.error();
      written = std::move(*state);
      return {};
    };
    const Status done = desk_.writer.run({kTestProgramme, Haste::kNow, write, nullptr});
    if (!done) return done.error();
    return std::move(*written);
  }

  Json edited(RecordId id, const Json& fields) {
    need(edit(id, {{"seen", record(id)["number"]}, {"fields", fields}}));
    return record(id);
  }

  TestDesk desk_;
  const PersonId person_{makeUuidV4(desk_.random)};
};

TEST(NumberText, GoesThereAndBack) {
  for (const Number number : {Number{{0}, 0}, Number{{0xE0C4'1234'5678'9ABCU}, 42},
                              Number{{~std::uint64_t{0}}, ~std::uint64_t{0}}}) {
    EXPECT_EQ(parseNumber(numberText(number)), number);
  }
  for (const char* bad :
       {"", ":", "1:1", "00000000000000ff", "00000000000000ff:", "00000000000000fg:1",
        "00000000000000ff:1 ", "00000000000000ff:-1", "00000000000000ff:1x"}) {
    EXPECT_FALSE(parseNumber(bad)) << bad;
  }
}

TEST_F(ReviewTest, TypesTellWhatEditorsNeed) {
  const Json types = typesView(desk_.catalogue)["types"];
  const auto partner =
      std::ranges::find_if(types, [](const Json& t) { return t["name"] == "partner"; });
  ASSERT_NE(partner, types.end());
  EXPECT_EQ((*partner)["plural"]["en"], "Partners");
  const Json& fields = (*partner)["fields"];
  const auto status =
      std::ranges::find_if(fields, [](const Json& f) { return f["name"] == "status"; });
  EXPECT_EQ((*status)["rule"], "status");
  EXPECT_EQ((*status)["values"][0]["name"], "prospect");
}

TEST_F(ReviewTest, TypesTellWhereListsKeepThem) {
  const Json view = typesView(desk_.catalogue);
  std::set<std::string> areas;
  for (const Json& area : view["areas"]) areas.insert(area["name"]);
  for (const Json& type : view["types"]) {
    EXPECT_TRUE(areas.contains(type["area"])) << type["name"];
    EXPECT_TRUE(type["everyday"].is_boolean()) << type["name"];
  }
  const auto writersOf = [&](const char* name) {
    const auto is = [name](const Json& type) { return type["name"] == name; };
    return std::ranges::find_if(view["types"], is)->at("writers");
  };
  EXPECT_EQ(writersOf("response"), (Json{"worker", "coordinator"}));
  EXPECT_TRUE(writersOf("user").empty());
}

TEST_F(ReviewTest, HistoryPagesNeverSplitAMillisecond) {
  const RecordId id = desk_.addRecord("note", R"({"text": "n"})");
  // All of them within one millisecond, for the clock stands still.
  for (int i = 0; i < 60; ++i) {
    edited(id, {{"codes", {{"add", {makeUuidV4(desk_.random).toString()}}}}});
  }
  desk_.clock.advance(std::chrono::milliseconds{1});
  for (int i = 0; i < 60; ++i) {
    edited(id, {{"codes", {{"add", {makeUuidV4(desk_.random).toString()}}}}});
  }
  std::set<std::string> dots;
  std::string after;
  for (int pages = 0; pages < 10; ++pages) {
    const Json page = view([&](const Viewer& viewer) {
      return historyView(viewer, id, {after, ""});
    });
    for (const Json& line : page["items"]) EXPECT_TRUE(dots.insert(line["dot"]).second);
    if (page["next"].is_null()) break;
    after = page["next"];
  }
  EXPECT_EQ(dots.size(), 121U);
}

TEST_F(ReviewTest, HistoryLeavesOutWhatTheRoleMayNotRead) {
  const RecordId id = desk_.addRecord("feedback", R"({"text": "Too loud", "channel": "phone"})");
  const auto operations = [&](Role role) {
    std::set<std::string> fields;
    const Json page =
        view([id](const Viewer& viewer) { return historyView(viewer, id, {}); }, role);
    for (const Json& operation : page["items"][0]["operations"]) fields.insert(operation["field"]);
    return fields;
  };
  EXPECT_EQ(operations(Role::kCoordinator), (std::set<std::string>{"channel", "text"}));
}

TEST_F(ReviewTest, EveryDeedIsToldInHistory) {
  const RecordId id = desk_.addRecord("listening_session", R"({"participants": {"add": 4}})");
  edited(id, {{"participants", {{"add", -1}}}});
  need(edit(id, {{"seen", record(id)["number"]}, {"deleted", true}}));
  EXPECT_EQ(record(id)["deleted"], true);
  need(edit(id, {{"seen", record(id)["number"]}, {"deleted", false}}));
  EXPECT_EQ(record(id)["deleted"], false);
  const Json page = view([id](const Viewer& viewer) { return historyView(viewer, id, {}); });
  std::vector<std::string> ops;
  for (const Json& line : page["items"]) ops.push_back(line["operations"][0]["op"]);
  EXPECT_EQ(ops, (std::vector<std::string>{"keep", "delete", "count", "count"}));
}

TEST_F(ReviewTest, RowsAreShownEditedAndTold) {
  const RecordId id = desk_.addRecord("pact", R"({"clauses": [{"wording": "Mondays"}]})");
  Json rows = record(id)["fields"]["clauses"];
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0]["wording"], "Mondays");
  const std::string row = rows[0]["id"];
  desk_.clock.advance(std::chrono::milliseconds{1});  // rows are shown in the order of their ids
  edited(id,
         {{"clauses",
           {{"edit", {{{"id", row}, {"worry", "Ask"}}}}, {"add", {{{"wording", "Fridays"}}}}}}});
  rows = record(id)["fields"]["clauses"];
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0]["worry"], "Ask");
  EXPECT_FALSE(record(id, Role::kVolunteer)["fields"]["clauses"][0].contains("worry"));
  edited(id, {{"clauses", {{"remove", {row}}}}});
  EXPECT_EQ(record(id)["fields"]["clauses"].size(), 1U);

  const auto told = [&](Role role) {
    std::set<std::string> ops;
    const Json page =
        view([id](const Viewer& viewer) { return historyView(viewer, id, {}); }, role);
    for (const Json& line : page["items"]) {
      for (const Json& operation : line["operations"]) {
        const std::string field = operation["field"];
        ops.insert(std::string(operation["op"]) + field.substr(field.rfind('/')));
      }
    }
    return ops;
  };
  EXPECT_EQ(told(Role::kWorker),
            (std::set<std::string>{"write/deleted", "write/wording", "write/worry"}));
  EXPECT_EQ(told(Role::kVolunteer), (std::set<std::string>{"write/deleted", "write/wording"}));
}

TEST_F(ReviewTest, AConflictInARowIsListedAndSettledByTheCellsAddress) {
  const RecordId id = desk_.addRecord("pact", R"({"clauses": [{"wording": "Mondays"}]})");
  const std::string seen = record(id)["number"];
  const std::string row = record(id)["fields"]["clauses"][0]["id"];
  const std::string address = "clauses/" + row + "/";
  need(edit(id, {{"seen", seen}, {"fields", {{address + "wording", "Fridays"}}}}));
  need(edit(id, {{"seen", seen}, {"fields", {{address + "wording", "Sundays"}}}}));
  const auto open = [&] {
    return view([](const Viewer& viewer) { return conflictsView(viewer, {"pact", "", "", 50}); });
  };
  ASSERT_EQ(open()["items"].size(), 1U);
  EXPECT_EQ(open()["items"][0]["fields"], Json::array({address + "wording"}));
  EXPECT_EQ(record(id)["conflicts"][address + "wording"].size(), 2U);
  edited(id, {{address + "wording", "Any day"}});
  EXPECT_EQ(open()["items"].size(), 0U);

  const std::string shown = record(id)["number"];
  need(edit(id, {{"seen", shown}, {"fields", {{address + "deleted", true}}}}));
  need(edit(id, {{"seen", shown}, {"fields", {{address + "signatures", {{"add", 1}}}}}}));
  ASSERT_EQ(open()["items"].size(), 1U);
  edited(id, {{address + "deleted", false}});
  EXPECT_EQ(open()["items"].size(), 0U);
}

TEST_F(ReviewTest, AStatusInARowThatMovedOnAsksForTheNewPage) {
  const RecordId id = desk_.addRecord("pact", R"({"clauses": [{"stage": "proposed"}]})");
  const std::string seen = record(id)["number"];
  const std::string address =
      "clauses/" + std::string(record(id)["fields"]["clauses"][0]["id"]) + "/stage";
  edited(id, {{address, "countered"}});
  const Json late{{"seen", seen}, {"fields", {{address, "agreed"}}}};
  EXPECT_EQ(edit(id, late).error().code, ErrorCode::kConflict);
}

TEST_F(ReviewTest, DeletedRecordsLeaveListsAndStayReadable) {
  const RecordId id = desk_.addRecord("note", R"({"text": "n"})");
  need(edit(id, {{"seen", record(id)["number"]}, {"deleted", true}}));
  const Json list = view([](const Viewer& viewer) {
    return recordsView(viewer, {"note", "", "", 50});
  });
  EXPECT_EQ(list["total"], 0);
  EXPECT_EQ(record(id)["deleted"], true);
}

TEST_F(ReviewTest, EditSaysWhatItSawAndKnowsNothingNewer) {
  const RecordId id = desk_.addRecord("partner", R"({"name": "A"})");
  const std::string first = record(id)["number"];
  edited(id, {{"name", "B"}});
  need(edit(id, {{"seen", first}, {"fields", {{"name", "C"}}}}));
  EXPECT_EQ(record(id)["conflicts"]["name"].size(), 2U);
  const Json ahead{{"seen", first.substr(0, 17) + "999"}, {"fields", {{"name", "D"}}}};
  EXPECT_EQ(edit(id, ahead).error().code, ErrorCode::kConflict);
}

TEST_F(ReviewTest, MalformedEditsAreSentences) {
  const RecordId id = desk_.addRecord("partner", R"({"name": "A"})");
  const Json seen = record(id)["number"];
  for (const Json& body :
       {Json(), Json::array(), Json::object(), Json{{"seen", 5}}, Json{{"seen", seen}},
        Json{{"seen", seen}, {"fields", "x"}}, Json{{"seen", seen}, {"fields", {{"nonsense", 1}}}},
        Json{{"seen", seen}, {"deleted", "yes"}},
        Json{{"seen", seen}, {"id", id.toString()}, {"fields", {{"name", "B"}}}}}) {
    const auto refused = edit(id, body);
    ASSERT_FALSE(refused) << body;
    EXPECT_EQ(refused.error().code, ErrorCode::kInvalid) << body;
    EXPECT_TRUE(refused.error().message.ends_with('.')) << refused.error().message;
  }
}

TEST_F(ReviewTest, PeopleAndDevicesGoByNameAndStrangersByAShortId) {
  const SigningKey key = SigningKey::generate(desk_.random);
  const ReplicaRow row = desk_.admit(key.publicKey(), Role::kWorker, "Ana");
  desk_.read([&](ServerReader& reader) {
    Names names(reader, desk_.catalogue);
    EXPECT_EQ(names.person(row.person), "Ana");
    EXPECT_EQ(names.device(row.replica), "Ana-tablet");
    EXPECT_EQ(names.person(person_), person_.toString().substr(0, 8));
    EXPECT_EQ(names.device(need(reader.programme()).serverReplica), "office");
  });
}

TEST_F(ReviewTest, OverviewCountsWhatTheRoleMayRead) {
  desk_.addRecord("partner", R"({"name": "A"})");
  desk_.addRecord("feedback", R"({"text": "t"})");
  const Json all = view(overviewView);
  EXPECT_EQ(all["counts"]["partner"], 1);
  EXPECT_EQ(all["counts"]["feedback"], 1);
  EXPECT_EQ(all["recent"].size(), 2U);
  EXPECT_EQ(all["last_upload"], nullptr);
  const Json fewer = view(overviewView, Role::kVolunteer);
  EXPECT_EQ(fewer["counts"].contains("feedback"), false);
  EXPECT_EQ(fewer["recent"].size(), 1U);
}

TEST_F(ReviewTest, DirectoryIsNoNews) {
  const SigningKey key = SigningKey::generate(desk_.random);
  desk_.admit(key.publicKey(), Role::kWorker, "Ana");
  const Json overview = view(overviewView);
  EXPECT_EQ(overview["recent"].size(), 0U);
  EXPECT_EQ(overview["devices"], 1);
}

class DevicesTest : public ReviewTest {
 protected:
  void tablet(const std::string& person, std::optional<std::chrono::hours> silentFor,
              bool revoked = false) {
    const SigningKey key = SigningKey::generate(desk_.random);
    ReplicaRow row = desk_.admit(key.publicKey(), Role::kWorker, person);
    if (silentFor) row.lastSeen = desk_.clock.wallNow() - *silentFor;
    row.revoked = revoked;
    const auto keep = [&row](ServerWriter& programme) { return programme.putReplica(row); };
    need(desk_.writer.run({kTestProgramme, Haste::kNow, keep, nullptr}));
  }

  Result<Json> page(const std::string& after, std::size_t limit) {
    Json out;
    std::optional<Error> failure;
    desk_.read([&](ServerReader& reader) {
      auto shown = devicesView(reader, {after, limit, desk_.clock.wallNow()});
      if (shown) {
        out = std::move(*shown);
      } else {
        failure = shown.error();
      }
    });
    if (failure) return *failure;
    return out;
  }
};

TEST_F(DevicesTest, SayHowLongEachTabletWasSilent) {
  using std::chrono::hours;
  tablet("Ana", hours{1});
  tablet("Ben", hours{47});
  tablet("Cem", hours{48});
  tablet("Dia", std::nullopt);
  tablet("Eva", hours{1}, true);
  const Json all = need(page("", 50));
  std::vector<std::string> contacts;
  for (const Json& item : all["items"]) contacts.push_back(item["contact"]);
  EXPECT_EQ(contacts, (std::vector<std::string>{"fresh", "fresh", "quiet", "never", "revoked"}));
  EXPECT_EQ(all["counts"], (Json{{"active", 4}, {"heard", 1}, {"quiet", 1}, {"revoked", 1}}));
}

TEST_F(DevicesTest, ComeInPagesThatJoin) {
  for (const char* person : {"Eva", "Cem", "Ana", "Dia", "Ben"}) tablet(person, std::nullopt);
  std::string people;
  std::string after;
  do {
    const Json shown = need(page(after, 2));
    EXPECT_EQ(shown["total"], 5);
    for (const Json& item : shown["items"]) people += item["person"];
    after = shown["next"].is_null() ? "" : shown["next"].get<std::string>();
  } while (!after.empty());
  EXPECT_EQ(people, "AnaBenCemDiaEva");
  EXPECT_EQ(page("somewhere", 2).error().code, ErrorCode::kInvalid);
}

}  // namespace
}  // namespace rapport::testing
