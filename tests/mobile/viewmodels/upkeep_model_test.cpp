#include "mobile/viewmodels/upkeep_model.h"

#include <gtest/gtest.h>

#include "mobile/viewmodels/tongue.h"
#include "shared/sync/attach.h"
#include "tests/mobile/viewmodels/desk_bench.h"

namespace rapport {
namespace {

using testing::DeskBench;
using testing::FailingDisk;
using testing::OfficeHand;

class Upkeep : public ::testing::Test {
 protected:
  void promise(DeskBench& bench) {
    bench.solo().behind([&](Notebook& notebook, Drafts&) {
      const auto kept =
          notebook.put({.type = "commitment", .fields = {{"text", Value(std::string("Chairs"))}}});
      ASSERT_TRUE(kept.ok());
      attached_ = attach(notebook, bench.solo().attachments(),
                         {.about = kept->id,
                          .field = {},
                          .fileName = "list.txt",
                          .content = Bytes(2'000'000, '.'),
                          .caption = {}},
                         bench.clock(), bench.solo().random())
                      ->attachment;
    });
  }
  // The office has all of it, file and record.
  void takeAll(DeskBench& bench) {
    bench.office([](OfficeHand& office, Notebook& notebook) {
      office.applyAll();
      // Files are let go of what the office has in the epoch that the tablet is in.
      auto standing = *notebook.store().standing();
      standing.cursor = Cursor{Number{EpochId{1}, 1}, 0};
      ASSERT_TRUE(notebook.store()
                      .inTransaction([&] { return notebook.store().keepStanding(standing); })
                      .ok());
    });
    bench.solo().behind([&](Notebook&, Drafts&) {
      LocalBlob blob = **bench.solo().attachments().find(attached_);
      blob.stage = ReceiptStage::kApplied;
      blob.sentBytes = blob.sizeBytes;
      ASSERT_TRUE(bench.solo().attachments().keepStage(blob, EpochId{1}).ok());
    });
  }
  QString carried(DeskBench& bench) {
    const auto model = bench.show<UpkeepModel>();
    model->carryOut();
    EXPECT_EQ(model->state(), UpkeepModel::CarryingOut) << "the screen does not wait for it";
    EXPECT_TRUE(model->said().startsWith("Writing the file, "));
    bench.settle();
    EXPECT_EQ(model->state(), UpkeepModel::Idle);
    failed_ = model->failed();
    return model->said();
  }

  RecordId attached_;
  bool failed_ = false;
};

TEST_F(Upkeep, WhatWasWrittenAndWhereIsSaidInASentence) {
  DeskBench bench({.sealTo = testing::kAnyOfficeKey});
  promise(bench);
  const QString said = carried(bench);
  EXPECT_FALSE(failed_);
  EXPECT_TRUE(said.startsWith("Written: 2 entries and 1 file, ")) << said.toStdString();
  EXPECT_TRUE(said.contains(QString::fromStdString(bench.solo().carryFolder() + "/rapport-")))
      << said.toStdString();
}

TEST_F(Upkeep, EveryWayToFailHasASentence) {
  DeskBench bench({.sealTo = testing::kAnyOfficeKey});
  EXPECT_EQ(carried(bench),
            "There is nothing to carry: the office has everything from this tablet.");
  EXPECT_TRUE(failed_);
  promise(bench);
  bench.solo().disk().set(FailingDisk::Space::kNone);
  EXPECT_EQ(carried(bench),
            "No file was written: the tablet has no space left. What you saved is safe. Make room, "
            "then try again.");
  bench.solo().disk().set(FailingDisk::Space::kThere);
  carried(bench);
  EXPECT_FALSE(failed_);
  EXPECT_EQ(carried(bench),
            "No file was written: there is one of the same name. Try again in a minute.");
  EXPECT_TRUE(failed_);
  DeskBench keyless;
  promise(keyless);
  EXPECT_EQ(carried(keyless),
            "No file was written: the office has not given this tablet its key yet. The key comes "
            "with the next connection.");
}

TEST_F(Upkeep, FilesThatTheOfficeHasMakeRoom) {
  DeskBench bench;
  promise(bench);
  const auto model = bench.show<UpkeepModel>();
  model->letGo();
  EXPECT_EQ(model->said(), "Removing files. Please wait.");
  bench.settle();
  EXPECT_EQ(model->said(), "Nothing was removed: there is no file here that the office has.");
  EXPECT_TRUE(model->failed());
  takeAll(bench);
  bench.desk().setFull(true);
  model->letGo();
  bench.settle();
  EXPECT_EQ(model->said(), "1 file is removed, 2.0 MB. The office keeps it.");
  EXPECT_FALSE(model->failed());
  EXPECT_FALSE(bench.desk().full());
}

TEST_F(Upkeep, OneThingIsDoneAtATime) {
  DeskBench bench({.sealTo = testing::kAnyOfficeKey});
  promise(bench);
  const auto model = bench.show<UpkeepModel>();
  model->carryOut();
  model->letGo();
  EXPECT_EQ(model->state(), UpkeepModel::CarryingOut);
  bench.settle();
  EXPECT_TRUE(model->said().startsWith("Written:"));
  model->putAway();
  EXPECT_EQ(model->said(), "");
}

TEST_F(Upkeep, SaysWhoseTabletItIs) {
  DeskBench bench;
  EXPECT_EQ(bench.show<UpkeepModel>()->whose(), "Marisol · Heron 1 · Quillan County");
}

}  // namespace
}  // namespace rapport
