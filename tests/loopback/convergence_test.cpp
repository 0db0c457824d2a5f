#include <gtest/gtest.h>

#include "shared/merge/read.h"
#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

class Convergence : public ::testing::Test {
 protected:
  void expectOneStateHash() {
    expectOneStateHashOf(ana_);
    expectOneStateHashOf(ben_);
  }

  void expectOneStateHashOf(LoopbackTablet& tablet) {
    EXPECT_EQ(tablet.stateHash(), office_.stateHash(Role::kWorker));
  }

  void syncAll() {
    for (int round = 0; round < 2; ++round) {
      syncOnce(office_, ana_);
      syncOnce(office_, ben_);
    }
  }

  RecordId newPartner(const std::string& name) {
    return ana_.put({{}, "partner", {write("name", name)}, {}, nullptr}).id;
  }

  FieldReading read(LoopbackTablet& tablet, RecordId id, const char* field) {
    sheet_ = tablet.sheet(id);
    const FieldDeclaration* declared = sheet_.type->field(field);
    const FieldState* state = sheet_.state.field(declared->number);
    return state != nullptr ? readField(*declared, *state) : FieldReading{};
  }

  ManualClock clock_;
  SeededRandom random_{7};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kWorker, "Ana"};
  LoopbackTablet ben_{office_, clock_, random_, Role::kWorker, "Ben"};
  RecordSheet sheet_;
};

TEST_F(Convergence, ARecordWrittenOfflineReachesEverybody) {
  const RecordId id = newPartner("Alder Flats Garden Collective");
  syncAll();
  EXPECT_EQ(std::get<std::string>(read(ben_, id, "name").value), "Alder Flats Garden Collective");
  expectOneStateHash();
}

// A tablet asks for states behind its first pushes. What it folded by then it has.
TEST_F(Convergence, NobodyIsSentTheirOwnRecordsNeitherNowNorNextTime) {
  constexpr int kRecords = 40;
  for (int i = 0; i < kRecords; ++i) {
    std::string words;  // that no compression makes small
    while (words.size() < 200) words += std::to_string(random_.next64());
    ana_.put({{}, "partner", {write("name", words)}, {}, nullptr});
  }
  LoopbackLine line(office_, ana_);
  while (!line.progress().caughtUp && line.step()) {
  }
  ASSERT_TRUE(line.progress().caughtUp);
  while (line.rest()) {
  }
  constexpr std::size_t kVerdictBytes = 128;  // and a hello; of a record there would be more
  EXPECT_LT(line.bytesDown(), kRecords * kVerdictBytes);
  LoopbackLine next(office_, ana_);
  next.exchange();
  EXPECT_LT(next.bytesDown(), 2 * kVerdictBytes);
  expectOneStateHashOf(ana_);
}

TEST_F(Convergence, EditsOfDifferentFieldsMerge) {
  const RecordId id = newPartner("Millrace Tenants Circle");
  syncAll();
  ana_.put({id, "", {write("description", "Meets on Tuesdays")}, {}, nullptr});
  ben_.put({id, "", {write("culture_note", "Greet the elders first")}, {}, nullptr});
  syncAll();
  EXPECT_EQ(std::get<std::string>(read(ana_, id, "culture_note").value), "Greet the elders first");
  EXPECT_EQ(std::get<std::string>(read(ben_, id, "description").value), "Meets on Tuesdays");
  EXPECT_FALSE(read(ana_, id, "description").conflicted());
  expectOneStateHash();
}

TEST_F(Convergence, TwoTextsOfOneFieldAreBothKeptUntilAPersonChooses) {
  const RecordId id = newPartner("Quillan Elders' Table");
  syncAll();
  ana_.put({id, "", {write("description", "Lunch at noon")}, {}, nullptr});
  ben_.put({id, "", {write("description", "Lunch at one")}, {}, nullptr});
  syncAll();
  EXPECT_EQ(read(ana_, id, "description").versions.size(), 2U);
  const auto open = ana_.notebook().conflicts(10);
  ASSERT_TRUE(open.ok());
  ASSERT_EQ(open->size(), 1U);
  ASSERT_TRUE(ana_.notebook().resolve(id, "description", Keep::kTheirs).ok());
  syncAll();
  EXPECT_EQ(std::get<std::string>(read(ben_, id, "description").value), "Lunch at one");
  EXPECT_FALSE(read(ben_, id, "description").conflicted());
  expectOneStateHash();
}

TEST_F(Convergence, EqualTextsAreNoConflict) {
  const RecordId id = newPartner("Second Shelf Food Pantry");
  syncAll();
  ana_.put({id, "", {write("description", "Open on Fridays")}, {}, nullptr});
  ben_.put({id, "", {write("description", "Open on Fridays")}, {}, nullptr});
  syncAll();
  EXPECT_FALSE(read(ana_, id, "description").conflicted());
  expectOneStateHash();
}

TEST_F(Convergence, CountsAddUpAndSetsKeepWhatNobodySawRemoved) {
  const RecordId session =
      ana_.put({{}, "listening_session", {add("participants", 3)}, {}, nullptr}).id;
  const RecordId partner =
      ana_.put({{}, "partner", {elements("languages", {Value{"es"}, Value{"en"}})}, {}, nullptr})
          .id;
  syncAll();
  ana_.put({session, "", {add("participants", 4)}, {}, nullptr});
  ben_.put({session, "", {add("participants", -1)}, {}, nullptr});
  ana_.put({partner, "", {elements("languages", {}, {Value{"es"}})}, {}, nullptr});
  ben_.put({partner, "", {elements("languages", {Value{"es"}})}, {}, nullptr});
  syncAll();
  EXPECT_EQ(std::get<std::int64_t>(read(ben_, session, "participants").value), 6);
  EXPECT_EQ(read(ana_, partner, "languages").elements.size(), 2U);
  expectOneStateHash();
}

TEST_F(Convergence, AnEditSurvivesADeleteThatDidNotSeeIt) {
  const RecordId edited = newPartner("Barbers of Eastlock");
  const RecordId untouched = newPartner("River Road Workers' Centre");
  syncAll();
  ana_.put({edited, "", {}, Deletion::kDelete, nullptr});
  ana_.put({untouched, "", {}, Deletion::kDelete, nullptr});
  ben_.put({edited, "", {write("description", "Shop moved")}, {}, nullptr});
  syncAll();
  EXPECT_FALSE(ana_.sheet(edited).deleted);
  EXPECT_TRUE(ana_.sheet(edited).deleteContested);
  EXPECT_TRUE(ben_.sheet(untouched).deleted);
  expectOneStateHash();
}

TEST_F(Convergence, ALiveTabletHearsAnothersChangeWithoutAskingAgain) {
  const RecordId id = newPartner("Casa de las Abuelas");
  LoopbackLine ana(office_, ana_);
  LoopbackLine ben(office_, ben_);
  ana.exchange();
  ben.exchange();
  ana_.put({id, "", {write("description", "Two vans")}, {}, nullptr});
  ana.wrote();
  ana.exchange();
  ben.marked();
  ben.exchange();
  EXPECT_EQ(std::get<std::string>(read(ben_, id, "description").value), "Two vans");
  EXPECT_TRUE(ana.progress().caughtUp);
  expectOneStateHash();
}

TEST_F(Convergence, ATabletIsNotSentItsOwnChangesAgain) {
  LoopbackLine ana(office_, ana_);
  ana.exchange();
  const std::size_t before = ana.bytesDown();
  const std::string words(20'000, 'w');
  newPartner("Heron Point Middle School");
  ana_.put({{}, "partner", {write("description", words)}, {}, nullptr});
  ana.wrote();
  ana.exchange();
  EXPECT_LT(ana.bytesDown() - before, 600U);
  EXPECT_TRUE(ana.progress().caughtUp);
}

TEST_F(Convergence, AVolunteersTabletHoldsOnlyWhatItsRoleMayRead) {
  LoopbackTablet vic(office_, clock_, random_, Role::kVolunteer, "Vic");
  ana_.put({{}, "quote", {write("verbatim", "We were never told")}, {}, nullptr});
  ana_.put({{}, "commitment", {write("text", "Bring chairs")}, {}, nullptr});
  syncAll();
  syncOnce(office_, vic);
  EXPECT_EQ(vic.stateHash(), office_.stateHash(Role::kVolunteer));
  EXPECT_NE(vic.stateHash(), office_.stateHash(Role::kWorker));
}

}  // namespace
}  // namespace rapport::testing
