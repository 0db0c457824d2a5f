#include <set>

#include "tests/loopback/restored.h"

namespace rapport::testing {
namespace {

// What an office that went back has judged since, and did not take, answers nothing in a copy.
class SetAside : public Restored {
 protected:
  // The office takes what it has, and it never hears so.
  void sendAndHearNothing(LoopbackTablet& tablet) {
    LoopbackLine line(office_, tablet);
    while (line.nextUp() != FrameKind::kPush) ASSERT_TRUE(line.step());
    line.carryUp();
  }
  // Of the one clause that is shown there.
  Texts marksOf(LoopbackTablet& tablet, RecordId id) {
    const RecordSheet sheet = tablet.sheet(id);
    const FieldDeclaration& field = *sheet.type->field("clauses");
    const FieldDeclaration& marks = *field.cell("marks");
    Texts out;
    for (const RowState* row : readField(field, *sheet.state.field(field.number)).rows) {
      const FieldState* cell = row->field(marks.number);
      if (cell == nullptr) continue;
      for (const Head& head : cell->heads) out.push_back(std::get<std::string>(head.value));
    }
    std::ranges::sort(out);
    return out;
  }
};

TEST_F(SetAside, AValueStaysWhoseAnswerTheOfficeSetAside) {
  const RecordId id = newPartner(ana_, "Heron Point");
  expectOneState({&ana_, &ben_});
  office_.backUp();
  edit(ben_, id, "name", "Heron Centre");
  expectOneState({&ben_, &ana_});
  office_.restore();
  handOver(ben_);
  expectOneState({&ana_});
  EXPECT_EQ(versions(ana_, id, "name"), Texts{"Heron Point"});
}

// … also an element of a set, which another had put there as well; in a row too.
TEST_F(SetAside, SoDoesAnElement) {
  const FieldEdit renters = elements("populations", {"renters"});
  const RecordId id =
      ana_.put({{}, "partner", {write("name", "Heron Point"), renters}, {}, nullptr}).id;
  RowEntry marked{RowIs::kNew, std::nullopt, {elements("marks", {"urgent"})}, {}};
  const RecordId pact = ana_.put({{}, "pact", {{"clauses", RowEntries{{marked}}}}, {}, nullptr}).id;
  expectOneState({&ana_, &ben_});
  marked.is = RowIs::kThere;
  marked.id = rowIn(ben_, pact);
  office_.backUp();
  ben_.put({id, "partner", {renters}, {}, nullptr});
  ben_.put({pact, "pact", {{"clauses", RowEntries{{marked}}}}, {}, nullptr});
  expectOneState({&ben_, &ana_});
  office_.restore();
  handOver(ben_);
  expectOneState({&ana_});
  EXPECT_EQ(authors(ana_, id, "populations"), Authors{ana_.replica()});
  EXPECT_EQ(rowIn(ana_, pact), marked.id);
}

// … and one that what was set aside had taken out, whether the backup holds it or it comes later.
TEST_F(SetAside, WhatTheOfficeSetAsideTakesNothingOut) {
  LoopbackTablet cara(office_, clock_, random_, Role::kWorker, "Cara");
  const RecordId id =
      ana_.put({{},
                "partner",
                {write("name", "Heron Point"), elements("populations", {"renters"})},
                {},
                nullptr})
          .id;
  RowEntry marked{RowIs::kNew, std::nullopt, {elements("marks", {"urgent"})}, {}};
  const RecordId pact = ana_.put({{}, "pact", {{"clauses", RowEntries{{marked}}}}, {}, nullptr}).id;
  expectOneState({&ana_, &ben_, &cara});
  office_.backUp();
  cara.put({id, "partner", {elements("populations", {"elders"})}, {}, nullptr});
  expectOneState({&cara, &ben_});
  marked = {RowIs::kThere, rowIn(ben_, pact), {elements("marks", {}, {"urgent"})}, {}};
  ben_.put({id, "partner", {elements("populations", {}, {"renters", "elders"})}, {}, nullptr});
  ben_.put({pact, "pact", {{"clauses", RowEntries{{marked}}}}, {}, nullptr});
  expectOneState({&ben_, &ana_});
  office_.restore();
  handOver(ben_);
  expectOneState({&ana_, &cara});
  Authors both{ana_.replica(), cara.replica()};
  std::ranges::sort(both);
  EXPECT_EQ(authors(ana_, id, "populations"), both);
  EXPECT_EQ(rowIn(ana_, pact), marked.id);
}

// … and what the backup did not hold, and comes with its author behind a copy that saw it answered.
TEST_F(SetAside, WhatTheOfficeSetAsideAnswersNothingThatComesLater) {
  LoopbackTablet cara(office_, clock_, random_, Role::kWorker, "Cara");
  const FieldEdit renters = elements("populations", {"renters"});
  const RecordId id = newPartner(ana_, "Heron Point");
  expectOneState({&ana_, &ben_, &cara});
  office_.backUp();
  cara.put({id, "partner", {write("description", "Gym"), renters}, {}, nullptr});
  expectOneState({&cara, &ben_});
  ben_.put({id, "partner", {write("description", "Hall"), renters}, {}, nullptr});
  expectOneState({&ben_, &ana_});
  office_.restore();
  handOver(ben_);
  expectOneState({&ana_, &cara});
  EXPECT_EQ(versions(ana_, id, "description"), Texts{"Gym"});
  EXPECT_EQ(authors(ana_, id, "populations"), Authors{cara.replica()});
}

// … and beside it the copy brings what others did there, whose devices never come.
TEST_F(SetAside, WhatStandsBesideWhatWasSetAsideComesWithTheCopy) {
  LoopbackTablet cara(office_, clock_, random_, Role::kWorker, "Cara");
  const RecordId id = newPartner(ana_, "Heron Point");
  const RecordId deleted = newPartner(ana_, "Gone");
  const RecordId pact =
      ana_.put({{}, "pact", {write("name", "Garden hours"), clause({}, "Mondays")}, {}, nullptr})
          .id;
  expectOneState({&ana_, &ben_, &cara});
  const RowId row = clauses(ben_, pact).begin()->first;
  office_.backUp();
  for (LoopbackTablet* tablet : {&cara, &ben_}) {
    tablet->put({deleted, "partner", {}, Deletion::kDelete, nullptr});
  }
  edit(cara, id, "description", "Gym");
  cara.put({pact, "pact", {clause({}, "Sundays")}, {}, nullptr});
  edit(ben_, id, "description", "Hall");
  ben_.put({pact, "pact", {clause(row, "Fridays")}, {}, nullptr});
  expectOneState({&cara, &ben_, &ana_});
  office_.restore();
  handOver(ben_);
  expectOneState({&ana_});
  EXPECT_EQ(versions(ana_, id, "description"), Texts{"Gym"});
  std::multiset<std::string> wordings;
  for (const auto& [each, wording] : clauses(ana_, pact)) wordings.insert(wording);
  EXPECT_EQ(wordings, (std::multiset<std::string>{"Mondays", "Sundays"}));
  EXPECT_TRUE(isDeleted(ana_.sheet(deleted).state));
}

// … also where its author was never told that it had been applied, and brings no proof.
TEST_F(SetAside, WhoTookSomethingOutAndWasNeverToldTakesNothingOutEither) {
  const RecordId id =
      ana_.put({{},
                "partner",
                {write("name", "Heron Point"), elements("populations", {"renters"})},
                {},
                nullptr})
          .id;
  RowEntry marked{RowIs::kNew, std::nullopt, {elements("marks", {"urgent"})}, {}};
  const RecordId pact = ana_.put({{}, "pact", {{"clauses", RowEntries{{marked}}}}, {}, nullptr}).id;
  expectOneState({&ana_, &ben_});
  marked = {RowIs::kThere, rowIn(ben_, pact), {elements("marks", {}, {"urgent"})}, {}};
  office_.backUp();
  ben_.put({id, "partner", {elements("populations", {}, {"renters"})}, {}, nullptr});
  ben_.put({pact, "pact", {{"clauses", RowEntries{{marked}}}}, {}, nullptr});
  sendAndHearNothing(ben_);
  syncOnce(office_, ana_);
  ASSERT_TRUE(authors(ana_, id, "populations").empty());
  office_.restore();
  handOver(ben_);
  expectOneState({&ana_});
  EXPECT_EQ(authors(ana_, id, "populations"), Authors{ana_.replica()});
  EXPECT_EQ(rowIn(ana_, pact), marked.id);
}

// What was written before the eyes of this epoch's records was never applied in another.
TEST_F(SetAside, WhatWasWrittenSinceSparesNothing) {
  LoopbackTablet cara(office_, clock_, random_, Role::kWorker, "Cara");
  const FieldEdit out = elements("populations", {}, {"renters"});
  const RecordId id =
      ana_.put({{}, "partner", {elements("populations", {"renters"})}, {}, nullptr}).id;
  expectOneState({&ana_, &ben_, &cara});
  office_.backUp();
  cara.put({id, "partner", {out}, {}, nullptr});
  expectOneState({&cara, &ana_});  // and Cara does not come again
  office_.restore();
  syncOnce(office_, ben_);
  ben_.put({id, "partner", {out}, {}, nullptr});
  handOver(ben_);
  expectOneState({&ana_});
  EXPECT_TRUE(authors(ana_, id, "populations").empty());
}

// A copy that takes nothing away tells of a change what it shows; the rest comes with its author.
TEST_F(SetAside, OfAChangeThatACopyHasInPartTheRestComesWithItsAuthor) {
  LoopbackTablet cara(office_, clock_, random_, Role::kWorker, "Cara");
  RowEntry marked{RowIs::kNew, std::nullopt, {write("wording", "Mondays")}, {}};
  const RecordId pact = ana_.put({{}, "pact", {{"clauses", RowEntries{{marked}}}}, {}, nullptr}).id;
  const RecordId id = newPartner(ana_, "Heron Point");
  expectOneState({&ana_, &ben_, &cara});
  marked = {RowIs::kThere, rowIn(ben_, pact), {elements("marks", {"agreed", "urgent"})}, {}};
  office_.backUp();
  cara.put({id, "partner", {elements("populations", {"renters", "elders"})}, {}, nullptr});
  cara.put({pact, "pact", {{"clauses", RowEntries{{marked}}}}, {}, nullptr});
  expectOneState({&cara, &ben_});
  marked.cells = {elements("marks", {}, {"urgent"})};
  ben_.put({id, "partner", {elements("populations", {}, {"renters"})}, {}, nullptr});
  ben_.put({pact, "pact", {{"clauses", RowEntries{{marked}}}}, {}, nullptr});
  expectOneState({&ben_, &ana_});
  office_.restore();
  handOver(ben_);
  expectOneState({&ana_});
  EXPECT_EQ(versions(ana_, id, "populations"), Texts{"elders"});
  EXPECT_EQ(marksOf(ana_, pact), Texts{"agreed"});
  expectOneState({&cara, &ana_});
  EXPECT_EQ(versions(ana_, id, "populations"), (Texts{"elders", "renters"}));
  EXPECT_EQ(marksOf(ana_, pact), (Texts{"agreed", "urgent"}));
}

// … or with a copy of before, where the author never comes.
TEST_F(SetAside, OrWithACopyOfBefore) {
  LoopbackTablet cara(office_, clock_, random_, Role::kWorker, "Cara");
  LoopbackTablet dora(office_, clock_, random_, Role::kWorker, "Dora");
  const RecordId id = newPartner(ana_, "Heron Point");
  expectOneState({&ana_, &ben_, &cara, &dora});
  office_.backUp();
  cara.put({id, "partner", {elements("populations", {"renters", "elders"})}, {}, nullptr});
  expectOneState({&cara, &ben_, &dora});
  ben_.put({id, "partner", {elements("populations", {}, {"renters"})}, {}, nullptr});
  expectOneState({&ben_, &ana_});
  office_.restore();
  handOver(ben_);
  expectOneState({&ana_});
  expectOneState({&dora, &ana_});
  EXPECT_EQ(versions(ana_, id, "populations"), (Texts{"elders", "renters"}));
}

// What such a copy brought, and somebody answered since, comes again neither with another copy nor
// with its author.
TEST_F(SetAside, WhatACopyBroughtBesideItAndWasAnsweredStaysGone) {
  LoopbackTablet cara(office_, clock_, random_, Role::kWorker, "Cara");
  LoopbackTablet dora(office_, clock_, random_, Role::kWorker, "Dora");
  const RecordId id = newPartner(ana_, "Heron Point");
  const RecordId deleted = newPartner(ana_, "Kept");
  const RecordId pact = ana_.put({{}, "pact", {clause({}, "Mondays")}, {}, nullptr}).id;
  expectOneState({&ana_, &ben_, &cara, &dora});
  const RowId row = clauses(ben_, pact).begin()->first;
  office_.backUp();
  for (LoopbackTablet* tablet : {&cara, &ben_}) {
    const std::string name = tablet == &cara ? "Gym" : "Hall";
    tablet->put({id,
                 "partner",
                 {write("description", name),
                  elements("populations", {tablet == &cara ? "renters" : "elders"})},
                 {},
                 nullptr});
    tablet->put({pact, "pact", {clause(row, name)}, {}, nullptr});
    tablet->put({deleted, "partner", {}, Deletion::kDelete, nullptr});
  }
  expectOneState({&cara, &ben_, &ana_, &dora});
  office_.restore();
  handOver(ben_);
  expectOneState({&ana_});
  ASSERT_EQ(versions(ana_, id, "description"), Texts{"Gym"});
  ASSERT_EQ(versions(ana_, id, "populations"), Texts{"renters"});
  ASSERT_TRUE(isDeleted(ana_.sheet(deleted).state));
  ana_.put({id,
            "partner",
            {write("description", "Chapel"), elements("populations", {}, {"renters"})},
            {},
            nullptr});
  ana_.put({pact, "pact", {clause(row, "Sundays")}, {}, nullptr});
  ana_.put({deleted, "partner", {}, Deletion::kKeep, nullptr});
  expectOneState({&ana_});
  for (LoopbackTablet* tablet : {&dora, &cara}) {
    expectOneState({tablet, &ana_});
    EXPECT_EQ(versions(ana_, id, "description"), Texts{"Chapel"});
    EXPECT_EQ(versions(ana_, id, "populations"), Texts{});
    EXPECT_EQ(clauses(ana_, pact)[row], "Sundays");
    EXPECT_FALSE(isDeleted(ana_.sheet(deleted).state));
  }
}

}  // namespace
}  // namespace rapport::testing
