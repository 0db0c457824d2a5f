#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "shared/merge/read.h"
#include "tests/support/loopback.h"

namespace rapport::testing {

// An office that goes back to a backup, and what its tablets still have.
class Restored : public ::testing::Test {
 protected:
  RecordId newPartner(LoopbackTablet& tablet, const std::string& name) {
    return tablet.put({{}, "partner", {write("name", name)}, {}, nullptr}).id;
  }
  void edit(LoopbackTablet& tablet, RecordId id, const std::string& field, Value value) {
    tablet.put({id, "partner", {write(field, std::move(value))}, {}, nullptr});
  }
  std::vector<std::string> versions(LoopbackTablet& tablet, RecordId id, const char* field) {
    const RecordSheet sheet = tablet.sheet(id);
    std::vector<std::string> out;
    const FieldState* state = sheet.state.field(sheet.type->field(field)->number);
    if (state == nullptr) return out;
    for (const Head& head : state->heads) out.push_back(std::get<std::string>(head.value));
    std::ranges::sort(out);
    return out;
  }
  std::vector<ReplicaId> authors(LoopbackTablet& tablet, RecordId id, const char* field) {
    const RecordSheet sheet = tablet.sheet(id);
    std::vector<ReplicaId> out;
    const FieldState* state = sheet.state.field(sheet.type->field(field)->number);
    if (state == nullptr) return out;
    for (const Head& head : state->heads) out.push_back(head.dot.replica);
    return out;
  }
  FieldEdit clause(std::optional<RowId> row, const std::string& wording) {
    RowEntry entry{row ? RowIs::kThere : RowIs::kNew, row, {write("wording", wording)}, {}};
    return {"clauses", RowEntries{{entry}}};
  }
  std::map<RowId, std::string> clauses(LoopbackTablet& tablet, RecordId id) {
    const RecordSheet sheet = tablet.sheet(id);
    const FieldDeclaration& field = *sheet.type->field("clauses");
    const FieldDeclaration& wording = *field.cell("wording");
    std::map<RowId, std::string> out;
    for (const RowState* row : readField(field, *sheet.state.field(field.number)).rows) {
      out[row->id] = std::get<std::string>(readField(wording, *row->field(wording.number)).value);
    }
    return out;
  }
  // The one that is shown there.
  std::optional<RowId> rowIn(LoopbackTablet& tablet, RecordId id) {
    const RecordSheet sheet = tablet.sheet(id);
    const FieldDeclaration& field = *sheet.type->field("clauses");
    const FieldState* state = sheet.state.field(field.number);
    if (state == nullptr) return std::nullopt;
    const auto rows = readField(field, *state).rows;
    return rows.size() == 1 ? std::optional(rows.front()->id) : std::nullopt;
  }
  // Its access is withdrawn: the office sets aside what it has.
  void handOver(LoopbackTablet& tablet) {
    office_.revoke(tablet.replica());
    LoopbackLine(office_, tablet).exchange();
  }
  // The console's, of what its page shows now.
  void writeAtConsole(RecordId id, const std::string& field, const std::string& value) {
    const RecordType* type = testCatalogue().type("partner");
    const RecordState now = office_.record(id);
    ServerWrite edit;
    edit.person = PersonId{makeUuidV4(random_)};
    edit.record = id;
    edit.type = type->number;
    edit.operations = {{type->field(field)->number, now.number, {}, WriteValue{value}}};
    const auto written = office_.write(edit);
    ASSERT_TRUE(written.ok()) << written.error().message;
  }
  void expectOneState(std::vector<LoopbackTablet*> tablets) {
    for (int round = 0; round < 2; ++round) {
      for (LoopbackTablet* tablet : tablets) syncOnce(office_, *tablet);
    }
    for (LoopbackTablet* tablet : tablets) {
      EXPECT_EQ(tablet->stateHash(), office_.stateHash(Role::kWorker));
      EXPECT_EQ(tablet->notebook().status()->waiting, 0U);
    }
    EXPECT_EQ(office_.audit(), std::vector<std::string>{});
  }

  using Texts = std::vector<std::string>;
  using Authors = std::vector<ReplicaId>;
  ManualClock clock_;
  SeededRandom random_{19};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kWorker, "Ana"};
  LoopbackTablet ben_{office_, clock_, random_, Role::kWorker, "Ben"};
};

}  // namespace rapport::testing
