#include <map>
#include <set>

#include <gtest/gtest.h>

#include "shared/merge/read.h"
#include "shared/merge/state_codec.h"
#include "tests/loopback/restored.h"

namespace rapport::testing {
namespace {

TEST_F(Restored, WhatWasWrittenAtTheConsoleComesBackFromATabletThatHadIt) {
  const RecordId id = newPartner(ana_, "Heron Point");
  syncOnce(office_, ana_);
  office_.backUp();
  writeAtConsole(id, "description", "Gym on Saturdays");
  syncOnce(office_, ben_);  // only he has seen it
  office_.restore();
  expectOneState({&ana_, &ben_});
  EXPECT_EQ(versions(ana_, id, "description"), Texts{"Gym on Saturdays"});
  office_.read([&](ServerReader& reader) {
    const auto joins = reader.joins(id);
    ASSERT_EQ(joins->size(), 1U);
    EXPECT_EQ(joins->front().replica, ben_.replica());
    EXPECT_TRUE(joins->front().before);
  });
}

TEST_F(Restored, ADeviceThatNeverComesBackLeavesItsWorkWithWhoeverTookIt) {
  office_.backUp();
  const RecordId id = newPartner(ana_, "Heron Point");
  const RecordId session =
      ana_.put({{}, "listening_session", {add("participants", 12)}, {}, nullptr}).id;
  syncOnce(office_, ana_);
  syncOnce(office_, ben_);
  office_.restore();
  expectOneState({&ben_});
  EXPECT_EQ(versions(ben_, id, "name"), Texts{"Heron Point"});
  EXPECT_TRUE(office_.record(session).number);
  // … and should she come back after all, nothing is there twice.
  expectOneState({&ana_, &ben_});
  const RecordSheet sheet = ben_.sheet(session);
  const FieldDeclaration* declared = sheet.type->field("participants");
  EXPECT_EQ(readField(*declared, *sheet.state.field(declared->number)).value,
            Value{std::int64_t{12}});
}

TEST_F(Restored, WhatTwoTabletsHadSettledIsNotAskedAgainInWhateverOrderTheyCome) {
  for (const bool anaFirst : {true, false}) {
    const RecordId id = newPartner(ana_, "Heron Point");
    syncOnce(office_, ana_);
    syncOnce(office_, ben_);
    office_.backUp();
    edit(ana_, id, "description", "Gym on Saturdays");
    syncOnce(office_, ana_);
    syncOnce(office_, ben_);
    edit(ben_, id, "description", "Hall on Saturdays");
    syncOnce(office_, ben_);
    syncOnce(office_, ana_);
    edit(ana_, id, "culture_note", "Ask for the librarian");  // sent to nobody yet
    office_.restore();
    anaFirst ? expectOneState({&ana_, &ben_}) : expectOneState({&ben_, &ana_});
    EXPECT_EQ(versions(ana_, id, "description"), Texts{"Hall on Saturdays"});
    EXPECT_EQ(versions(ben_, id, "culture_note"), Texts{"Ask for the librarian"});
  }
}

// A volunteer reads some cells of a clause alone: that it is gone their copy tells all the same.
TEST_F(Restored, ARowThatIsGoneStaysGoneWhoeverTellsOfIt) {
  LoopbackTablet vera(office_, clock_, random_, Role::kVolunteer, "Vera");
  const RecordId pact = ana_.put({{}, "pact", {write("name", "Garden hours")}, {}, nullptr}).id;
  expectOneState({&ana_, &ben_});
  syncOnce(office_, vera);
  office_.backUp();
  RowEntry marked{RowIs::kNew, std::nullopt, {elements("marks", {"urgent"})}, {}};
  ben_.put({pact, "pact", {{"clauses", RowEntries{{marked}}}}, {}, nullptr});
  for (LoopbackTablet* tablet : {&ben_, &ana_}) syncOnce(office_, *tablet);
  marked.is = RowIs::kThere;
  marked.id = rowIn(ana_, pact);
  marked.cells = {elements("marks", {}, {"urgent"})};
  ana_.put({pact, "pact", {{"clauses", RowEntries{{marked}}}}, {}, nullptr});
  for (LoopbackTablet* tablet : {&ana_, &vera}) syncOnce(office_, *tablet);
  office_.restore();
  syncOnce(office_, vera);
  expectOneState({&ben_});  // she who took it out does not come
  EXPECT_FALSE(rowIn(ben_, pact));
  syncOnce(office_, vera);
  EXPECT_EQ(vera.stateHash(), office_.stateHash(Role::kVolunteer));
}

TEST_F(Restored, AChangeThatWasJudgedIsNotJudgedAgain) {
  const RecordId id = newPartner(ana_, "Heron Point");
  syncOnce(office_, ana_);
  office_.backUp();
  edit(ana_, id, "description", "Gym on Saturdays");
  syncOnce(office_, ana_);
  const auto told = ana_.store().change(2).value()->receipt.verdict;
  office_.restore();
  clock_.advance(std::chrono::hours{48});
  expectOneState({&ana_});
  office_.read([&](ServerReader& reader) {
    const auto entry = reader.logEntry({ana_.replica(), 2}).value();
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->earlier, told.after);
    EXPECT_EQ(entry->verdict.effective, told.effective);
    EXPECT_EQ(entry->verdict.mac, told.mac);
    EXPECT_NE(entry->verdict.after->epoch, told.after->epoch);
  });
}

TEST_F(Restored, CutAnywhereItIsOfferedAgainAndNothingIsThereTwice) {
  for (int cutAfter = 1; cutAfter < 14; ++cutAfter) {
    const RecordId id = newPartner(ana_, "Heron Point " + std::to_string(cutAfter));
    syncOnce(office_, ana_);
    office_.backUp();
    edit(ana_, id, "description", "Gym on Saturdays");
    syncOnce(office_, ana_);
    writeAtConsole(id, "culture_note", "Ask for the librarian");
    syncOnce(office_, ana_);
    office_.restore();
    {
      LoopbackLine line(office_, ana_);
      for (int steps = 0; steps < cutAfter && line.step(); ++steps) {
      }
    }
    if (cutAfter % 3 == 0) ana_.restart();
    expectOneState({&ana_});
    EXPECT_EQ(versions(ana_, id, "description"), Texts{"Gym on Saturdays"}) << cutAfter;
    EXPECT_EQ(versions(ana_, id, "culture_note"), Texts{"Ask for the librarian"}) << cutAfter;
  }
}

TEST_F(Restored, TwiceFromTheSameBackupIsTwoBranchesOfOnePast) {
  const RecordId id = newPartner(ana_, "Heron Point");
  edit(ana_, id, "description", "Gym");
  expectOneState({&ana_, &ben_});
  office_.backUp();
  edit(ana_, id, "description", "Gym on Saturdays");
  expectOneState({&ana_, &ben_});
  office_.restore();
  expectOneState({&ana_, &ben_});
  edit(ben_, id, "description", "Hall on Saturdays");
  expectOneState({&ben_});
  office_.restore();
  expectOneState({&ana_, &ben_});
  EXPECT_EQ(versions(ana_, id, "description"), Texts{"Hall on Saturdays"});
}

// The database was put back from a copy, and nobody said so.
class PutBack : public Restored {
 protected:
  EpochId epoch() {
    EpochId now;
    office_.read([&](ServerReader& reader) { now = reader.programme()->epoch; });
    return now;
  }
  // As a tablet does by itself: it is sent away once, and comes again.
  void comeAgain(LoopbackTablet& tablet) {
    LoopbackLine line(office_, tablet);
    line.exchange();
    ASSERT_TRUE(line.refusal());
    EXPECT_EQ(line.refusal()->code, RefusalCode::kBusy);
  }
};

TEST_F(PutBack, ACursorThatTheOfficeGaveAndDoesNotKnowBeginsANewEpoch) {
  const RecordId id = newPartner(ana_, "Heron Point");
  expectOneState({&ana_, &ben_});
  office_.backUp();
  writeAtConsole(id, "description", "Gym on Saturdays");
  edit(ana_, id, "culture_note", "Ask for the librarian");
  expectOneState({&ana_, &ben_});
  const EpochId before = epoch();
  office_.putBack();
  comeAgain(ben_);
  EXPECT_NE(epoch(), before);
  expectOneState({&ben_, &ana_});
  EXPECT_EQ(versions(ana_, id, "description"), Texts{"Gym on Saturdays"});
  EXPECT_EQ(versions(ben_, id, "culture_note"), Texts{"Ask for the librarian"});
}

TEST_F(PutBack, NumbersThatWereGivenTwiceAreToldApart) {
  const RecordId id = newPartner(ana_, "Heron Point");
  expectOneState({&ana_, &ben_});
  office_.backUp();
  writeAtConsole(id, "description", "Gym on Saturdays");
  expectOneState({&ana_, &ben_});
  office_.putBack();
  writeAtConsole(id, "culture_note", "Written before anybody noticed");  // bears the same number
  comeAgain(ana_);
  expectOneState({&ana_, &ben_});
  EXPECT_EQ(versions(ben_, id, "description"), Texts{"Gym on Saturdays"});
  EXPECT_EQ(versions(ben_, id, "culture_note"), Texts{"Written before anybody noticed"});
}

TEST_F(PutBack, AnAnswerThatTheOfficeForgotIsItsOwnProof) {
  const RecordId id = newPartner(ana_, "Heron Point");
  expectOneState({&ana_, &ben_});
  office_.backUp();
  edit(ana_, id, "description", "Gym on Saturdays");
  {
    LoopbackLine line(office_, ana_);  // cut when the answer is there, before any state
    while (line.receipts().empty() && line.step()) {
    }
    ASSERT_EQ(line.receipts().size(), 1U);
  }
  const EpochId before = epoch();
  office_.putBack();
  comeAgain(ana_);
  EXPECT_NE(epoch(), before);
  expectOneState({&ana_, &ben_});
  EXPECT_EQ(versions(ben_, id, "description"), Texts{"Gym on Saturdays"});
}

TEST_F(PutBack, NobodyBeginsAnEpochByClaimingTooMuch) {
  newPartner(ana_, "Heron Point");
  expectOneState({&ana_});
  const EpochId before = epoch();
  const auto standing = [&] { return ana_.store().standing().value(); };
  for (const std::uint64_t ahead : {std::uint64_t{0}, std::uint64_t{1000}}) {
    Standing forged = standing();
    forged.cursor->number.n += ahead;
    forged.cursor->tag ^= 5;
    ASSERT_TRUE(ana_.store().keepStanding(forged).ok());
    LoopbackLine line(office_, ana_);
    line.exchange();
    EXPECT_EQ(epoch(), before);
  }
}

// Whatever a tablet's database was made to say, what the office kept of others stays.
class Forged : public Restored {
 protected:
  // The copy as its tablet would offer it, spoilt by `spoil`.
  void giveBack(RecordId id, const std::function<void(RecordState&)>& spoil) {
    OfferedCopies offered;
    offered.replica = ben_.replica();
    offered.counter = 1000;
    offered.offer.copyRole = Role::kWorker;
    RecordState copy = ben_.store().copy(id).value().value();
    spoil(copy);
    ByteWriter out;
    encodeState(out, copy);
    offered.offer.copies.push_back({out.take(), {}});
    const Status joined = office_.join(offered);
    ASSERT_TRUE(joined.ok()) << joined.error().message;
    EXPECT_EQ(office_.audit(), std::vector<std::string>{});
  }
  FieldState& field(RecordState& state, const char* name) {
    return state.fieldOrNew(testCatalogue().type("partner")->field(name)->number);
  }
  std::vector<Value> values(RecordId id, const char* name) {
    std::vector<Value> out;
    for (const Head& head : field(held_ = office_.record(id), name).heads)
      out.push_back(head.value);
    return out;
  }
  // The office kept `name`, and forgot that Ben described it.
  RecordId restored() {
    const RecordId id = newPartner(ana_, "Heron Point");
    syncOnce(office_, ana_);
    office_.backUp();
    syncOnce(office_, ben_);
    edit(ben_, id, "description", "Gym");
    syncOnce(office_, ben_);
    office_.restore();
    return id;
  }
  RecordState held_;
};

TEST_F(Forged, AnHonestCopyIsJoined) {
  const RecordId id = restored();
  giveBack(id, [](RecordState&) {});
  EXPECT_EQ(values(id, "description"), std::vector<Value>{std::string("Gym")});
}

TEST_F(Forged, ACopyThatCoversAValueWithoutALaterOneTakesNothingAway) {
  const RecordId id = restored();
  giveBack(id, [&](RecordState& copy) {
    copy.number->n += 1000;
    field(copy, "name").heads.clear();
    copy.dropIfEmpty(field(copy, "name").field);
  });
  EXPECT_EQ(values(id, "name"), std::vector<Value>{std::string("Heron Point")});
}

TEST_F(Forged, AnothersChangeThatTheOfficeJudgedDoesNotComeInOtherwise) {
  const RecordId id = restored();
  giveBack(id, [&](RecordState& copy) {
    Head head = field(copy, "name").heads.front();  // Ana's first change, in other words
    head.value = std::string("Owned");
    field(copy, "name").heads = {head};
    field(copy, "culture_note").heads = {head};
  });
  EXPECT_EQ(values(id, "name"), std::vector<Value>{std::string("Heron Point")});
  EXPECT_TRUE(values(id, "culture_note").empty());
}

TEST_F(Forged, AnotherPersonsNameAndTheOfficesOwnHandAreRefused) {
  const RecordId id = restored();
  giveBack(id, [&](RecordState& copy) {
    Head head = field(copy, "description").heads.front();
    head.dot.replica = ana_.replica();  // hers, but under Ben's name
    field(copy, "culture_note").heads = {head};
  });
  EXPECT_TRUE(values(id, "culture_note").empty());
  ReplicaId office;
  office_.read([&](ServerReader& reader) { office = reader.programme()->serverReplica; });
  giveBack(id, [&](RecordState& copy) {
    Head head = field(copy, "description").heads.front();
    head.dot.replica = office;
    field(copy, "culture_note").heads = {head};
  });
  EXPECT_TRUE(values(id, "culture_note").empty());
}

TEST_F(Forged, NumbersOfThisEpochAndOfNoEpochAreNoCopy) {
  const RecordId id = restored();
  const EpochId now = office_.record(id).number->epoch;
  giveBack(id, [&](RecordState& copy) { copy.number->epoch = now; });
  giveBack(id, [&](RecordState& copy) { copy.number->n = 1; });
  giveBack(id, [&](RecordState& copy) { field(copy, "description").heads.front().numbers = {}; });
  EXPECT_TRUE(values(id, "description").empty());
}

}  // namespace
}  // namespace rapport::testing
