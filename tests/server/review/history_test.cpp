#include <algorithm>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/review/history_view.h"
#include "server/review/page_edit.h"
#include "server/review/record_past.h"
#include "server/review/undo_edit.h"
#include "shared/merge/author.h"
#include "shared/protocol/change_codec.h"
#include "shared/protocol/number_text.h"
#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

using Json = nlohmann::json;

class HistoryTest : public ::testing::Test {
 protected:
  Json record(RecordId id, Role role = Role::kCoordinator) {
    Json out;
    desk_.read([&](ServerReader& reader) {
      out = need(recordView({reader, desk_.catalogue, role}, id));
    });
    return out;
  }

  Json history(RecordId id, const std::string& field = "", Role role = Role::kCoordinator,
               PersonId person = {}) {
    Json items = Json::array();
    std::string after;
    do {
      Json page;
      desk_.read([&](ServerReader& reader) {
        page = need(historyView({reader, desk_.catalogue, role, person}, id, {after, field}));
      });
      for (Json& item : page["items"]) items.push_back(std::move(item));
      after = page["next"].is_null() ? "" : page["next"].get<std::string>();
    } while (!after.empty());
    return items;
  }
  // The newest line about the field.
  Json line(RecordId id, const std::string& field) {
    return history(id, field)[0]["operations"][0];
  }

  using Author =
      std::function<Result<ServerWrite>(ServerReader&, const Editor& editor, const Json& body)>;
  Result<RecordState> write(const Author& author, const Json& body,
                            Role role = Role::kCoordinator) {
    std::optional<RecordState> written;
    const auto work = [&](ServerWriter& programme) -> Status {
      const auto change = author(programme, {person_, role, desk_.clock, desk_.random}, body);
      if (!change) return change.error();
      auto state = desk_.arbiter.write(programme, *change);
      if (!state) return state.error();
      written = std::move(*state);
      return {};
    };
    const Status done = desk_.writer.run({kTestProgramme, Haste::kNow, work, nullptr});
    if (!done) return done.error();
    desk_.clock.advance(std::chrono::minutes{1});
    return std::move(*written);
  }
  // Answers the name of the change.
  std::string edit(RecordId id, const Json& fields, std::string seen = "") {
    if (seen.empty()) seen = record(id)["number"];
    const auto author = [&](ServerReader& reader, const Editor& editor, const Json& body) {
      return editFrom(reader, desk_.catalogue, editor, id, body);
    };
    need(write(author, {{"seen", seen}, {"fields", fields}}));
    return history(id)[0]["dot"];
  }
  Result<RecordState> undo(RecordId id, const std::string& change, const std::string& field = "",
                           std::string seen = "", Role role = Role::kCoordinator) {
    Json body{{"seen", seen.empty() ? record(id)["number"] : Json(seen)}, {"change", change}};
    if (!field.empty()) body["field"] = field;
    const auto author = [&](ServerReader& reader, const Editor& editor, const Json& asked) {
      return undoFrom(reader, desk_.catalogue, editor, id, asked);
    };
    return write(author, body, role);
  }
  ErrorCode refusal(const Result<RecordState>& result) {
    return result ? ErrorCode::kInternal : result.error().code;
  }
  RecordId partner() { return desk_.addRecord("partner", R"({"name": "Weavers"})"); }

  // A change of a tablet's that was sent back, as the log keeps it.
  void sendBack(RecordId id, const ReplicaRow& by, ReceiptStage stage) {
    Change change;
    change.dot = {by.replica, 1};
    change.record = id;
    change.type = desk_.catalogue.type("partner")->number;
    change.person = by.person;
    const FieldDeclaration& name = *desk_.catalogue.type("partner")->field("name");
    change.operations.push_back({name.number, {}, {}, WriteValue{std::string("Sent back")}});
    LogEntry entry;
    entry.dot = change.dot;
    entry.record = id;
    entry.type = change.type;
    entry.verdict.stage = stage;
    entry.verdict.reason = "It is not yours.";
    entry.receivedAt = desk_.clock.wallNow();
    entry.change = encodeChange(change);
    const auto work = [&](ServerWriter& programme) { return programme.appendLog(entry); };
    need(desk_.writer.run({kTestProgramme, Haste::kNow, work, nullptr}));
  }

  // Another field's, many of them.
  void editOften(RecordId id, int times) {
    const FieldDeclaration& field = *desk_.catalogue.type("partner")->field("cadence_days");
    constexpr int kTogether = 500;
    const auto work = [&](ServerWriter& programme) -> Status {
      for (int i = 0; i < kTogether; ++i) {
        const auto now = programme.record(id);
        if (!now) return now.error();
        ServerWrite each;
        each.person = person_;
        each.role = Role::kCoordinator;
        each.record = id;
        each.type = (*now)->type;
        each.operations = {
            {field.number, (*now)->number, {}, WriteValue{std::int64_t{1 + i % 300}}}};
        const auto written = desk_.arbiter.write(programme, each);
        if (!written) return written.error();
      }
      return {};
    };
    for (int i = 0; i < times / kTogether; ++i) {
      need(desk_.writer.run({kTestProgramme, Haste::kNow, work, nullptr}));
      desk_.clock.advance(std::chrono::milliseconds{1});
    }
  }

  TestDesk desk_;
  const PersonId person_{makeUuidV4(desk_.random)};
};

TEST_F(HistoryTest, OfOneFieldTellsThatFieldAlone) {
  const RecordId id = partner();
  edit(id, {{"description", "On Mill Street"}});
  edit(id, {{"description", "On Oak Street"}, {"cadence_days", 30}});
  const Json lines = history(id, "description");
  ASSERT_EQ(lines.size(), 2U);
  for (const Json& entry : lines) EXPECT_EQ(entry["operations"].size(), 1U);
  EXPECT_EQ(lines[0]["operations"][0]["value"], "On Oak Street");
  EXPECT_EQ(lines[0]["operations"][0]["before"], "On Mill Street");
  EXPECT_EQ(lines[1]["operations"][0]["before"], nullptr);
  EXPECT_TRUE(history(id, "no_such_field").empty());
}

TEST_F(HistoryTest, TellsWhatStandsWhatEndedItAndThatItWasUndone) {
  const RecordId id = partner();
  edit(id, {{"description", "On Mill Street"}});
  const std::string oak = edit(id, {{"description", "On Oak Street"}});
  const std::string elm = edit(id, {{"description", "On Elm Street"}});
  need(undo(id, elm));
  const Json lines = history(id, "description");
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0]["operations"][0]["value"], "On Oak Street");
  EXPECT_EQ(lines[0]["operations"][0]["stands"], true);
  EXPECT_EQ(lines[0]["operations"][0]["ended_by"], nullptr);
  const Json& undone = lines[1]["operations"][0];
  EXPECT_EQ(undone["stands"], false);
  EXPECT_EQ(undone["ended_by"]["dot"], lines[0]["dot"]);
  EXPECT_EQ(undone["ended_by"]["undone"], true);
  EXPECT_EQ(undone["undoable"], false);
  const Json& over = lines[2]["operations"][0];
  EXPECT_EQ(lines[2]["dot"], oak);
  EXPECT_EQ(over["ended_by"]["dot"], elm);
  EXPECT_EQ(over["ended_by"]["undone"], false);
  EXPECT_EQ(over["undoable"], true) << "what it said stands again";
}

TEST_F(HistoryTest, BothVersionsOfAConflictStandUntilSomebodyChooses) {
  const RecordId id = partner();
  const std::string seen = record(id)["number"];
  edit(id, {{"description", "On Mill Street"}}, seen);
  edit(id, {{"description", "On Oak Street"}}, seen);
  for (const Json& entry : history(id, "description")) {
    EXPECT_EQ(entry["operations"][0]["stands"], true);
  }
  const std::string chosen = edit(id, {{"description", "On Mill Street"}});
  const Json lines = history(id, "description");
  EXPECT_EQ(lines[1]["operations"][0]["stands"], false);
  EXPECT_EQ(lines[1]["operations"][0]["ended_by"]["dot"], chosen);
  EXPECT_EQ(lines[2]["operations"][0]["stands"], true) << "it was chosen";
}

TEST_F(HistoryTest, ElementsAndCountsAreToldAndTakenBackOnce) {
  const RecordId id = partner();
  const std::string both = edit(id, {{"languages", {{"add", {"en", "es"}}}}});
  edit(id, {{"languages", {{"remove", {"es"}}}}});
  Json lines = history(id, "languages");
  EXPECT_EQ(lines[0]["operations"][0]["op"], "remove");
  EXPECT_EQ(lines[0]["operations"][0]["stands"], true);
  EXPECT_EQ(lines[1]["operations"][0]["stands"], true);
  EXPECT_EQ(lines[1]["operations"][1]["stands"], false);
  need(undo(id, both));
  EXPECT_FALSE(record(id)["fields"].contains("languages"));
  need(undo(id, lines[0]["dot"]));
  EXPECT_EQ(record(id)["fields"]["languages"], (Json{"es"}));
  EXPECT_EQ(history(id, "languages")[2]["operations"][0]["ended_by"]["undone"], true);

  const RecordId session =
      desk_.addRecord("listening_session", R"({"purpose": "Hours", "participants": {"add": 4}})");
  const std::string seven = edit(session, {{"participants", {{"add", 7}}}});
  need(undo(session, seven));
  EXPECT_EQ(record(session)["fields"]["participants"], 4);
  EXPECT_EQ(history(session, "participants")[1]["operations"][0]["ended_by"]["undone"], true);
  EXPECT_EQ(refusal(undo(session, seven)), ErrorCode::kConflict);
  EXPECT_EQ(record(session)["fields"]["participants"], 4);
}

TEST_F(HistoryTest, UndoOnAnOldPageStandsBesideWhatCameMeanwhile) {
  const RecordId id = partner();
  edit(id, {{"description", "On Mill Street"}});
  const std::string oak = edit(id, {{"description", "On Oak Street"}});
  const std::string shown = record(id)["number"];
  edit(id, {{"description", "On Elm Street"}});
  need(undo(id, oak, "", shown));
  const Json versions = record(id)["conflicts"]["description"];
  ASSERT_EQ(versions.size(), 2U);
  EXPECT_EQ(refusal(undo(id, oak)), ErrorCode::kConflict) << "it was changed since";
}

TEST_F(HistoryTest, UndoOfUndoIsRedoAndOfMakingARecordADelete) {
  const RecordId id = partner();
  edit(id, {{"status", "discovery"}});
  const std::string active = edit(id, {{"status", "active"}});
  need(undo(id, active));
  EXPECT_EQ(record(id)["fields"]["status"], "discovery");
  need(undo(id, history(id)[0]["dot"]));
  EXPECT_EQ(record(id)["fields"]["status"], "active");
  const std::string made = history(id).back()["dot"];
  need(undo(id, made));
  EXPECT_EQ(record(id)["deleted"], true);
  const Json gone = history(id, "deleted")[0];
  EXPECT_EQ(gone["operations"][0]["undoable"], true);
  need(undo(id, gone["dot"]));
  EXPECT_EQ(record(id)["deleted"], false);
  EXPECT_EQ(history(id, "deleted")[1]["operations"][0]["ended_by"]["undone"], true);
}

TEST_F(HistoryTest, CellsOfRowsGoByTheirAddress) {
  const RecordId id = desk_.addRecord("pact", R"({"clauses": [{"wording": "Mondays"}]})");
  const std::string row = record(id)["fields"]["clauses"][0]["id"];
  const std::string wording = "clauses/" + row + "/wording";
  const std::string changed = edit(id, {{wording, "Fridays"}});
  edit(id, {{"clauses", {{"edit", {{{"id", row}, {"worry", "Ask"}}}}}}});
  ASSERT_EQ(history(id, wording).size(), 2U);
  EXPECT_EQ(line(id, wording)["before"], "Mondays");
  need(undo(id, changed, wording));
  EXPECT_EQ(record(id)["fields"]["clauses"][0]["wording"], "Mondays");
  const std::string worry = "clauses/" + row + "/worry";
  EXPECT_EQ(history(id, worry, Role::kWorker).size(), 1U);
  EXPECT_TRUE(history(id, worry, Role::kVolunteer).empty());
}

TEST_F(HistoryTest, AHiddenFieldsHistoryIsHiddenAndNotUndone) {
  const RecordId id = desk_.addRecord("pact", R"({"clauses": [{"wording": "A", "worry": "B"}]})");
  const std::string row = record(id)["fields"]["clauses"][0]["id"];
  const std::string changed =
      edit(id, {{"clauses", {{"edit", {{{"id", row}, {"worry", "Ask"}}}}}}});
  EXPECT_EQ(history(id).size(), 2U);
  EXPECT_EQ(history(id, "", Role::kVolunteer).size(), 1U) << "nobody learns that there was one";
  EXPECT_EQ(refusal(undo(id, changed, "", "", Role::kVolunteer)), ErrorCode::kNotFound);
  EXPECT_EQ(line(id, "clauses/" + row + "/worry")["value"], "Ask");
}

TEST_F(HistoryTest, WhatWasSentBackIsForItsAuthorAndWhoSeesToIt) {
  const RecordId id = partner();
  const ReplicaRow tablet = desk_.admit(PublicKey{}, Role::kWorker, "Ana");
  sendBack(id, tablet, ReceiptStage::kQuarantined);
  const auto told = [&](Role role, PersonId person) {
    return history(id, "", role, person).size();
  };
  EXPECT_EQ(told(Role::kWorker, {}), 1U);
  EXPECT_EQ(told(Role::kWorker, person_), 1U);
  EXPECT_EQ(told(Role::kWorker, tablet.person), 2U);
  EXPECT_EQ(told(Role::kCoordinator, person_), 2U);
  const Json entry = history(id)[0];
  EXPECT_EQ(entry["verdict"], "quarantined");
  EXPECT_EQ(entry["operations"][0]["stands"], false);
  EXPECT_EQ(entry["operations"][0]["undoable"], false);
  EXPECT_EQ(refusal(undo(id, entry["dot"])), ErrorCode::kInvalid);
}

TEST_F(HistoryTest, WhatNoRecordKnowsIsNotUndone) {
  const RecordId id = partner();
  const RecordId other = partner();
  const std::string elsewhere = edit(other, {{"description", "x"}});
  EXPECT_EQ(refusal(undo(id, elsewhere)), ErrorCode::kNotFound);
  EXPECT_EQ(refusal(undo(id, "nobody:1")), ErrorCode::kInvalid);
  EXPECT_EQ(refusal(undo(id, history(id)[0]["dot"], "no_such_field")), ErrorCode::kNotFound);
}

TEST_F(HistoryTest, TellsWhenItWasDoneAndWhatTheClockClaimed) {
  const RecordId id = partner();
  const Json entry = history(id)[0];
  EXPECT_EQ(entry["at"], entry["received_at"]);
  EXPECT_EQ(entry["claimed_at"], nullptr);
}

TEST_F(HistoryTest, OfARecordWithTenThousandEditsTheFirstIsToldAndUndone) {
  const RecordId id = partner();
  const std::string first = edit(id, {{"description", "On Mill Street"}});
  editOften(id, 10'000);
  const Json lines = history(id, "description");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0]["dot"], first);
  EXPECT_EQ(lines[0]["operations"][0]["stands"], true);
  need(undo(id, first));
  EXPECT_EQ(record(id)["fields"]["description"], nullptr);
}

TEST_F(HistoryTest, OfWhatLiesTooFarBackNothingIsClaimed) {
  const RecordId id = partner();
  edit(id, {{"description", "On Mill Street"}});
  const std::string oak = edit(id, {{"description", "On Oak Street"}});
  editOften(id, static_cast<int>(RecordPast::kMostChanges));
  const Json lines = history(id, "description");
  ASSERT_EQ(lines.size(), 2U);
  const Json& operation = lines[0]["operations"][0];
  EXPECT_EQ(operation["stands"], true) << "the record itself says so";
  EXPECT_FALSE(operation.contains("before"));
  EXPECT_EQ(operation["undoable"], false);
  EXPECT_EQ(refusal(undo(id, oak)), ErrorCode::kNotFound);
  const std::string elm = edit(id, {{"description", "On Elm Street"}});
  EXPECT_EQ(refusal(undo(id, elm)), ErrorCode::kRefused) << "what stood before it is not known";
}

}  // namespace
}  // namespace rapport::testing
