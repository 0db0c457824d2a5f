#include <gtest/gtest.h>

#include "shared/merge/conflicts.h"
#include "shared/sync/record_facts.h"
#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

// Clauses of a pact, written on two tablets apart.
class RowsApart : public ::testing::Test {
 protected:
  void SetUp() override {
    pact_ =
        ana_.put({{}, "pact", {write("name", "Garden hours"), clause({}, "Mondays")}, {}, nullptr})
            .id;
    syncAll();
    row_ = rowsOf(ana_).front()->id;
  }

  FieldEdit clause(std::optional<RowId> row, const std::string& wording) {
    RowEntry entry{row ? RowIs::kThere : RowIs::kNew, row, {write("wording", wording)}, {}};
    return {"clauses", RowEntries{{entry}}};
  }

  FieldEdit signedBy(std::int64_t people) {
    return {"clauses", RowEntries{{{RowIs::kThere, row_, {add("signatures", people)}, {}}}}};
  }

  void put(LoopbackTablet& tablet, FieldEdit edit) {
    tablet.put({pact_, "", {std::move(edit)}, {}, nullptr});
  }

  void remove(LoopbackTablet& tablet) {
    put(tablet, {"clauses", RowEntries{{{RowIs::kThere, row_, {}, Deletion::kDelete}}}});
  }

  void syncAll() {
    for (int round = 0; round < 2; ++round) {
      for (LoopbackTablet* tablet : {&ana_, &ben_, &vera_}) syncOnce(office_, *tablet);
    }
    EXPECT_EQ(ana_.stateHash(), office_.stateHash(Role::kWorker));
    EXPECT_EQ(ben_.stateHash(), office_.stateHash(Role::kWorker));
    EXPECT_EQ(vera_.stateHash(), office_.stateHash(Role::kVolunteer));
  }

  std::vector<const RowState*> rowsOf(LoopbackTablet& tablet) {
    sheet_ = tablet.sheet(pact_);
    const FieldDeclaration* clauses = sheet_.type->field("clauses");
    const FieldState* state = sheet_.state.field(clauses->number);
    return state != nullptr ? readField(*clauses, *state).rows : std::vector<const RowState*>{};
  }

  Value valueIn(LoopbackTablet& tablet, std::string_view cell) {
    const auto rows = rowsOf(tablet);
    if (rows.empty()) return {};
    const FieldDeclaration* declared = sheet_.type->field("clauses")->cell(cell);
    const FieldState* state = rows.front()->field(declared->number);
    return state != nullptr ? readField(*declared, *state).value : Value{};
  }

  std::string address(const std::string& cell) { return "clauses/" + row_.toString() + "/" + cell; }

  ManualClock clock_;
  SeededRandom random_{11};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kWorker, "Ana"};
  LoopbackTablet ben_{office_, clock_, random_, Role::kWorker, "Ben"};
  LoopbackTablet vera_{office_, clock_, random_, Role::kVolunteer, "Vera"};
  RecordSheet sheet_;
  RecordId pact_;
  RowId row_;
};

TEST_F(RowsApart, EditsOfDifferentCellsBothStand) {
  put(ana_, clause(row_, "Mondays and Fridays"));
  put(ben_, signedBy(2));
  syncAll();
  EXPECT_EQ(valueIn(vera_, "wording"), Value{std::string("Mondays and Fridays")});
  EXPECT_EQ(valueIn(vera_, "signatures"), Value{std::int64_t{2}});
  EXPECT_TRUE(ana_.notebook().conflicts(10)->empty());
}

TEST_F(RowsApart, EditsOfOneCellAreSettledByItsAddress) {
  put(ana_, clause(row_, "Fridays"));
  put(ben_, clause(row_, "Sundays"));
  syncAll();
  ASSERT_EQ(ana_.notebook().conflicts(10)->size(), 1U);
  EXPECT_TRUE(ana_.notebook().resolve(pact_, address("wording"), Keep::kMine).ok());
  syncAll();
  EXPECT_TRUE(ben_.notebook().conflicts(10)->empty());
  EXPECT_EQ(valueIn(ben_, "wording"), Value{std::string("Fridays")});
  EXPECT_FALSE(ana_.notebook().resolve(pact_, address("wording"), Keep::kMine).ok());
}

TEST_F(RowsApart, ARemovalBesideAnUnseenEditAsksAndIsSettledEitherWay) {
  for (const bool gone : {false, true}) {
    remove(ana_);
    put(ben_, signedBy(1));
    syncAll();
    ASSERT_EQ(rowsOf(vera_).size(), 1U);
    ASSERT_EQ(ben_.notebook().conflicts(10)->size(), 1U);
    EXPECT_FALSE(ben_.notebook().resolve(pact_, address("deleted"), std::string("x")).ok());
    EXPECT_TRUE(ben_.notebook().resolve(pact_, address("deleted"), gone).ok());
    syncAll();
    EXPECT_TRUE(ana_.notebook().conflicts(10)->empty());
    EXPECT_EQ(rowsOf(ana_).size(), gone ? 0U : 1U);
  }
}

TEST_F(RowsApart, AVolunteersRemovalSparesARowWithWordsThatTheyCouldNotRead) {
  put(ana_, {"clauses", RowEntries{{{RowIs::kThere, row_, {write("worry", "Ask first")}, {}}}}});
  syncAll();
  remove(vera_);
  EXPECT_TRUE(rowsOf(vera_).empty());
  syncAll();
  EXPECT_TRUE(rowsOf(vera_).empty());
  EXPECT_EQ(rowsOf(ana_).size(), 1U);
  EXPECT_EQ(ana_.notebook().conflicts(10)->size(), 1U);
}

// The row stood, though nothing of it is for them to read back: to undo what was added to it is not
// to remove it.
TEST_F(RowsApart, AVolunteerUndoesWhatTheyAddedToARowOfWhichTheyReadNothing) {
  const RowId row{makeUuidV4(random_)};
  const auto writeCell = [&](RowIs is, const char* cell, const char* words) {
    return vera_.put(
        {pact_, "", {{"clauses", RowEntries{{{is, row, {write(cell, words)}, {}}}}}}, {}, nullptr});
  };
  const auto undo = [&](const Kept& kept) { return vera_.notebook().undo(pact_, kept.dot); };
  writeCell(RowIs::kNew, "worry", "They may not come");
  const Kept worded = writeCell(RowIs::kThere, "wording", "Tuesdays");
  ASSERT_TRUE(undo(worded).ok());
  EXPECT_EQ(rowsOf(vera_).size(), 2U);
  const Kept proposed = writeCell(RowIs::kThere, "stage", "proposed");
  const auto refused = undo(proposed);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kRefused);
  syncAll();
  EXPECT_EQ(rowsOf(ana_).size(), 2U);
}

TEST_F(RowsApart, AreFoundByTheWordsInThemThatEveryReaderMayRead) {
  put(ana_, {"clauses", RowEntries{{{RowIs::kThere, row_, {write("worry", "Secret")}, {}}}}});
  const RecordSheet sheet = ana_.sheet(pact_);
  const RecordFacts facts = factsOf(*sheet.type, sheet.state, {}, {});
  EXPECT_NE(facts.searchText.find("mondays"), std::string::npos);
  EXPECT_EQ(facts.searchText.find("secret"), std::string::npos);
  remove(ana_);
  const RecordSheet after = ana_.sheet(pact_);
  EXPECT_EQ(factsOf(*after.type, after.state, {}, {}).searchText.find("mondays"),
            std::string::npos);
}

TEST_F(RowsApart, AnAnswerNeverSortsBeforeTheCellThatItAnswers) {
  const std::int64_t before = ana_.notebook().history(pact_)->front().change.time.millis;
  clock_.setWall(clock_.wallNow() - std::chrono::minutes{2});
  put(ben_, clause(row_, "Fridays"));
  EXPECT_GE(ben_.notebook().history(pact_)->front().change.time.millis, before);
}

}  // namespace
}  // namespace rapport::testing
