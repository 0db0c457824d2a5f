#include "mobile/viewmodels/sync_model.h"

#include <gtest/gtest.h>

#include "mobile/viewmodels/receipts_model.h"
#include "mobile/viewmodels/record_form.h"
#include "mobile/viewmodels/record_view.h"
#include "tests/mobile/viewmodels/desk_bench.h"

namespace rapport {
namespace {

using testing::cell;
using testing::DeskBench;
using testing::OfficeHand;

QString pill(const SyncModel& sync) { return sync.word() + " · " + sync.detail(); }

void link(DeskBench& bench, LinkState state) {
  bench.solo().tell(state);
  bench.settle();
}

Dot promise(DeskBench& bench, const std::string& due) {
  Dot dot;
  bench.solo().behind([&](Notebook& notebook, Drafts&) {
    dot =
        notebook
            .put({.type = "commitment",
                  .fields = {{"text", Value(std::string("Chairs"))}, {"original_due", Value(due)}}})
            ->dot;
  });
  bench.solo().tell(RecordsChanged{});
  bench.settle();
  return dot;
}

TEST(Sync, SaysInExactWordsHowDataIsDoing) {
  DeskBench bench;
  const auto sync = bench.show<SyncModel>();
  link(bench, {LinkStage::kAway, 0, 0, {}});
  EXPECT_EQ(pill(*sync), "Saved here · no connection");
  promise(bench, "2027-02-01");
  EXPECT_EQ(pill(*sync), "Saved here · 1 waiting");
  link(bench, {LinkStage::kSending, 2, 3, {}});
  EXPECT_EQ(pill(*sync), "Sending · 2 of 3");
  bench.office([](OfficeHand& office, Notebook&) { office.applyAll(); });
  link(bench, {LinkStage::kCaughtUp, 0, 0, {}});
  EXPECT_EQ(pill(*sync), "All sent · 08:00");
}

TEST(Sync, TheMostUrgentTrueWordStandsInThePill) {
  DeskBench bench;
  const auto sync = bench.show<SyncModel>();
  const Dot dot = promise(bench, "2020-01-01");
  link(bench, {LinkStage::kRefused, 0, 0, "Ask for a new code."});
  EXPECT_EQ(pill(*sync), "Sign in again · all safe here");
  EXPECT_EQ(sync->sentence(), "Ask for a new code.");
  bench.office([&](OfficeHand& office, Notebook&) {
    office.answer(dot.counter, ReceiptStage::kRefused, "The date is in the past.");
  });
  EXPECT_EQ(pill(*sync), "Sent back · 1 to fix");
  bench.desk().setFull(true);
  EXPECT_EQ(pill(*sync), "Tablet is full · free up space");
}

TEST(Sync, TryNowReachesTheDesk) {
  DeskBench bench;
  bench.show<SyncModel>()->retry();
  EXPECT_EQ(bench.solo().triedNow, 1);
}

TEST(Receipts, NoBeadIsDoneBeforeItsReceipt) {
  DeskBench bench;
  const Dot dot = promise(bench, "2027-02-01");
  const auto receipts = bench.show<ReceiptsModel>();
  ASSERT_EQ(receipts->lines()->count(), 1);
  EXPECT_EQ(cell(*receipts->lines(), 0, "title"), "Promise, Chairs");
  EXPECT_EQ(cell(*receipts->lines(), 0, "stage"), 0);
  bench.office(
      [&](OfficeHand& office, Notebook&) { office.answer(dot.counter, ReceiptStage::kUploaded); });
  EXPECT_EQ(cell(*receipts->lines(), 0, "stage"), 1);
  bench.office([](OfficeHand& office, Notebook&) { office.applyAll(); });
  EXPECT_EQ(cell(*receipts->lines(), 0, "stage"), 2);
  EXPECT_EQ(receipts->waiting(), 0);
}

TEST(Receipts, ALineIsOnlyAsFarAsItsLastChange) {
  DeskBench bench;
  promise(bench, "2027-02-01");
  bench.office([](OfficeHand& office, Notebook&) { office.applyAll(); });
  bench.solo().behind([](Notebook& notebook, Drafts&) {
    const auto all = notebook.list("commitment", {}, 1);
    ASSERT_TRUE(notebook
                    .put({.id = all->front().state.id,
                          .fields = {{"text", Value(std::string("Chairs and shade"))}}})
                    .ok());
  });
  const auto receipts = bench.show<ReceiptsModel>();
  ASSERT_EQ(receipts->lines()->count(), 1);
  EXPECT_EQ(cell(*receipts->lines(), 0, "stage"), 0);
  receipts->setShown(ReceiptsModel::Waiting);
  EXPECT_EQ(receipts->lines()->count(), 1);
  receipts->setShown(ReceiptsModel::Older);
  EXPECT_EQ(receipts->lines()->count(), 0);
}

TEST(Receipts, AnErasedRecordIsToldOnceAndLeavesNoLine) {
  DeskBench bench;
  const Dot dot = promise(bench, "2027-02-01");
  bench.office([](OfficeHand& office, Notebook&) { office.applyAll(); });
  bench.solo().behind([&](Notebook& notebook, Drafts&) {
    const auto all = notebook.list("commitment", {}, 1);
    const RecordId id = all->front().state.id;
    ASSERT_TRUE(notebook.store()
                    .inTransaction([&] { return notebook.store().eraseRecord(id, dot.counter); })
                    .ok());
  });
  const auto receipts = bench.show<ReceiptsModel>();
  EXPECT_EQ(receipts->lines()->count(), 0);
  EXPECT_EQ(receipts->sentBack()->count(), 0);
  ASSERT_EQ(receipts->erased()->count(), 1);
  EXPECT_EQ(cell(*receipts->erased(), 0, "sentence"),
            "Promise: erased for good, because the person it was about asked for it. There is "
            "nothing for you to do.");
  receipts->putAway(cell(*receipts->erased(), 0, "recordId").toString());
  bench.settle();
  EXPECT_EQ(receipts->erased()->count(), 0);
}

TEST(RecordForm, WhatWasSentBackIsPutRightAndSentAgain) {
  DeskBench bench;
  const Dot dot = promise(bench, "2020-01-01");
  bench.office([&](OfficeHand& office, Notebook&) {
    office.answer(dot.counter, ReceiptStage::kRefused, "The date is in the past.");
  });
  const auto receipts = bench.show<ReceiptsModel>();
  ASSERT_EQ(receipts->sentBack()->count(), 1);
  EXPECT_EQ(cell(*receipts->sentBack(), 0, "reason"), "The date is in the past.");
  const auto form = bench.show<RecordForm>();
  form->setRecordId(cell(*receipts->sentBack(), 0, "recordId").toString());
  form->setCounter(cell(*receipts->sentBack(), 0, "counter").toString());
  bench.settle();
  EXPECT_EQ(form->reason(), "The date is in the past.");
  EXPECT_EQ(form->fields()->value("original_due", "entered"), "2020-01-01");
  form->enterDay("original_due", "2027-03-01");
  form->save();
  bench.settle();
  EXPECT_EQ(form->problem(), "");
  EXPECT_EQ(receipts->sentBack()->count(), 0);
  const auto records = bench.records("commitment");
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(RecordView(records.front()).text("text"), "Chairs");
  EXPECT_EQ(RecordView(records.front()).text("original_due"), "2027-03-01");
}

Dot handIn(DeskBench& bench, const std::string& words) {
  Dot dot;
  bench.solo().behind([&](Notebook& notebook, Drafts&) {
    const auto kept = notebook.put({.type = "feedback", .fields = {{"text", Value(words)}}});
    ASSERT_TRUE(kept.ok());
    dot = kept->dot;
  });
  return dot;
}

TEST(Receipts, WhatOnlyTheOfficeReadsIsThereByKindAndTime) {
  DeskBench bench({.role = Role::kVolunteer, .sealTo = testing::kAnyOfficeKey});
  handIn(bench, "No shade at noon");
  const auto receipts = bench.show<ReceiptsModel>();
  ASSERT_EQ(receipts->lines()->count(), 1);
  EXPECT_EQ(cell(*receipts->lines(), 0, "title"), "Feedback");
  EXPECT_TRUE(cell(*receipts->lines(), 0, "context")
                  .toString()
                  .startsWith("Only the office can read it · "));
  EXPECT_FALSE(cell(*receipts->lines(), 0, "savedAt").toString().isEmpty());
}

TEST(RecordForm, AReferenceOffersRecordsOfItsOwnTypeByName) {
  DeskBench bench;
  RecordId event;
  bench.office([&](OfficeHand& office, Notebook&) {
    const auto teo = office.colleague("Teo", "Heron 2");
    office.put(teo, {.type = "partner", .fields = R"({"name":"Quillan Elders"})"});
    office.put(teo, {.type = "partner", .fields = R"({"name":"Barbers of Eastlock"})"});
    office.put(teo, {.type = "area", .fields = R"({"name":"Eastlock"})"});
    event = office.put(teo, {.type = "event", .fields = R"({"title":"Flu shots"})"});
  });
  const auto form = bench.show<RecordForm>();
  form->setRecordId(QString::fromStdString(event.toString()));
  bench.settle();
  QStringList offered;
  for (const QVariant& each : form->fields()->value("partner", "options").toList())
    offered.append(each.toMap().value("label").toString());
  EXPECT_EQ(offered, QStringList({"Barbers of Eastlock", "Quillan Elders"}));
}

// Whoever promised is spelled "us" or by an id for programs, and said in words to people.
TEST(RecordForm, APartyIsOurSideOrAPartnerByName) {
  DeskBench bench;
  RecordId barbers;
  bench.office([&](OfficeHand& office, Notebook&) {
    const auto teo = office.colleague("Teo", "Heron 2");
    barbers = office.put(teo, {.type = "partner", .fields = R"({"name":"Barbers of Eastlock"})"});
  });
  Dot dot;
  bench.solo().behind([&](Notebook& notebook, Drafts&) {
    const Value chairs(std::string("Chairs")), us(std::string("us")), them(barbers.toString());
    dot = notebook
              .put({.type = "commitment",
                    .fields = {{"text", chairs}, {"owed_by", us}, {"owed_to", them}}})
              ->dot;
  });
  bench.office([&](OfficeHand& office, Notebook&) {
    office.answer(dot.counter, ReceiptStage::kRefused, "Who promised?");
  });
  const auto receipts = bench.show<ReceiptsModel>();
  const auto form = bench.show<RecordForm>();
  form->setRecordId(cell(*receipts->sentBack(), 0, "recordId").toString());
  form->setCounter(cell(*receipts->sentBack(), 0, "counter").toString());
  bench.settle();
  EXPECT_EQ(form->fields()->value("owed_by", "words"), "Us");
  EXPECT_EQ(form->fields()->value("owed_to", "words"), "Barbers of Eastlock");
  for (const char* party : {"owed_by", "owed_to"}) {
    const QVariantList options = form->fields()->value(party, "options").toList();
    ASSERT_EQ(options.size(), 1) << party;
    EXPECT_EQ(options[0].toMap().value("label"), "Us");
  }
}

TEST(RecordForm, WhatCannotBeReadAnyMoreIsWrittenAgain) {
  DeskBench bench({.role = Role::kVolunteer, .sealTo = testing::kAnyOfficeKey});
  const Dot dot = handIn(bench, "No shade at noon");
  bench.office([&](OfficeHand& office, Notebook&) {
    office.answer(dot.counter, ReceiptStage::kRefused, "This record is full.");
  });
  const auto receipts = bench.show<ReceiptsModel>();
  ASSERT_EQ(receipts->sentBack()->count(), 1);
  EXPECT_EQ(cell(*receipts->sentBack(), 0, "title"), "Feedback");
  const auto form = bench.show<RecordForm>();
  form->setRecordId(cell(*receipts->sentBack(), 0, "recordId").toString());
  form->setCounter(cell(*receipts->sentBack(), 0, "counter").toString());
  bench.settle();
  EXPECT_EQ(form->title(), "Write again: feedback");
  EXPECT_TRUE(form->reason().contains("cannot be read here any more"));
  EXPECT_EQ(form->edited(), 0);
  EXPECT_EQ(form->fields()->value("text", "entered"), "");
  form->enter("text", "Shade is missing");
  EXPECT_EQ(form->edited(), 1);
  form->save();
  bench.settle();
  EXPECT_EQ(form->problem(), "");
  EXPECT_EQ(receipts->sentBack()->count(), 0);
  EXPECT_EQ(receipts->lines()->count(), 1);
}

TEST(RecordForm, OnlyWhatWasChangedIsWritten) {
  DeskBench bench;
  RecordId id;
  bench.office([&](OfficeHand& office, Notebook&) {
    const auto noor = office.colleague("Noor", "Office");
    id = office.put(
        noor, {.type = "partner", .fields = R"({"name":"Second Shelf","description":"Pantry"})"});
  });
  const auto form = bench.show<RecordForm>();
  form->setRecordId(QString::fromStdString(id.toString()));
  bench.settle();
  EXPECT_EQ(form->edited(), 0);
  form->enter("description", "Food pantry");
  EXPECT_EQ(form->edited(), 1);
  form->save();
  bench.settle();
  bench.solo().behind([&](Notebook& notebook, Drafts&) {
    const auto history = notebook.history(id);
    ASSERT_EQ(history->size(), 1U);
    EXPECT_EQ(history->front().change.operations.size(), 1U);
  });
}

TEST(RecordForm, AWrongTimeIsSaidUnderItsField) {
  DeskBench bench;
  RecordId id;
  bench.office([&](OfficeHand& office, Notebook&) {
    const auto noor = office.colleague("Noor", "Office");
    id = office.put(noor, {.type = "event", .fields = R"({"title":"Meal"})"});
  });
  const auto form = bench.show<RecordForm>();
  form->setRecordId(QString::fromStdString(id.toString()));
  bench.settle();
  form->enter("start", "soon");
  EXPECT_EQ(form->fields()->value("start", "error"),
            "Choose a day, and write a time such as 18:30.");
}

}  // namespace
}  // namespace rapport
