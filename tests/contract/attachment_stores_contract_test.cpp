#include <filesystem>

#include <gtest/gtest.h>

#include "mobile/storage/local_profile.h"
#include "shared/crypto/sha256.h"
#include "tests/contract/backends.h"
#include "tests/contract/samples.h"
#include "tests/support/test_stores.h"

// The two stores of attachments: the tablet's, and the server's ledger.

namespace rapport::testing {
namespace {

class LocalAttachmentsContract : public ::testing::Test {
 protected:
  LocalAttachments& files() { return stores_->attachments(); }
  LocalBlob blob(std::uint64_t name, const std::string& content) {
    LocalBlob made;
    made.attachment = recordNamed(name);
    made.about = recordNamed(900);
    made.sha256 = sha256Of(content);
    made.sizeBytes = content.size();
    return made;
  }
  LocalBlob capture(std::uint64_t name, const std::string& content) {
    const LocalBlob made = blob(name, content);
    must(files().keepContent(made.sha256, content));
    pin(made);
    return made;
  }
  void pin(const LocalBlob& made) {
    must(stores_->store().inTransaction([&] { return files().pin(made); }));
  }
  void applied(std::uint64_t name, ReceiptStage stage = ReceiptStage::kApplied) {
    must(stores_->store().appendChange(sampleOwnChange(name, recordNamed(name), 37)));
    must(stores_->store().keepReceipt(name, sampleReceipt(stage, name), Overlay::kStays));
  }
  std::optional<LocalBlob> find(std::uint64_t name) {
    return must(files().find(recordNamed(name)));
  }
  std::optional<RecordId> toSend(EpochId epoch = kEpoch, std::optional<RecordId> after = {}) {
    const auto next = must(files().nextToSend(epoch, after));
    return next ? std::optional(next->attachment) : std::nullopt;
  }

  std::unique_ptr<TestLocalStore> stores_ = openTestLocalStore();
};

TEST_F(LocalAttachmentsContract, WhatWasCapturedComesBackAfterARestart) {
  const LocalBlob made = capture(1, "a picture");
  stores_->reopen();
  const auto found = find(1);
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->whole);
  EXPECT_EQ(found->about, made.about);
  EXPECT_EQ(found->sha256, made.sha256);
  EXPECT_EQ(must(files().read(*found, 2, 4)), "pict");
  EXPECT_EQ(must(files().of(made.about)).size(), 1U);
  EXPECT_EQ(must(files().of(recordNamed(901))).size(), 0U);
}

TEST_F(LocalAttachmentsContract, ATransactionThatFailsLeavesNoRow) {
  const LocalBlob made = blob(1, "a picture");
  must(files().keepContent(made.sha256, "a picture"));
  const Status done = stores_->store().inTransaction([&]() -> Status {
    must(files().pin(made));
    return Error{ErrorCode::kRefused, "No."};
  });
  EXPECT_FALSE(done.ok());
  EXPECT_FALSE(find(1));
}

TEST_F(LocalAttachmentsContract, OnlyWhatTheOfficeCanKnowOfIsOffered) {
  capture(1, "not sent");
  capture(2, "applied");
  capture(3, "its record was refused");
  capture(4, "from another tablet");
  must(stores_->store().appendChange(sampleOwnChange(1, recordNamed(1), 37)));
  applied(2);
  applied(3, ReceiptStage::kRefused);
  must(stores_->store().keepCopy(sampleState(recordNamed(4), 37, 9)));
  EXPECT_EQ(toSend(), recordNamed(2));
  EXPECT_EQ(toSend(kEpoch, recordNamed(2)), recordNamed(4));
  EXPECT_EQ(toSend(kEpoch, recordNamed(4)), std::nullopt);
  EXPECT_EQ(must(files().counts()).waiting, 4U);
  // Of a record that another office, or this one before a restore, had sent, it may know nothing.
  must(stores_->store().outdateCopies(Role::kWorker, 9, [](TypeNumber) { return true; }));
  EXPECT_EQ(toSend(kEpoch, recordNamed(2)), std::nullopt);
}

TEST_F(LocalAttachmentsContract, HadByTheOfficeInOneEpochIsOfferedInTheNext) {
  LocalBlob made = capture(1, "a picture");
  applied(1);
  made.stage = ReceiptStage::kUploaded;
  made.sentBytes = 4;
  must(files().keepStage(made, kEpoch));
  EXPECT_EQ(toSend(), recordNamed(1));
  EXPECT_EQ(find(1)->sentBytes, 4U);
  made.stage = ReceiptStage::kApplied;
  must(files().keepStage(made, kEpoch));
  EXPECT_EQ(toSend(), std::nullopt);
  EXPECT_EQ(toSend(EpochId{5}), recordNamed(1));
  made.stage = ReceiptStage::kRefused;
  made.reason = "No such kind.";
  must(files().keepStage(made, kEpoch));
  EXPECT_EQ(toSend(EpochId{5}), std::nullopt);
  EXPECT_EQ(find(1)->reason, "No such kind.");
  EXPECT_EQ(must(files().counts()).sentBack, 1U);
}

TEST_F(LocalAttachmentsContract, WhatIsFetchedGrowsOverRestartsAndIsVerified) {
  const LocalBlob wanted = blob(1, "a picture");
  pin(wanted);
  EXPECT_EQ(must(files().counts()).wanted, 1U);
  EXPECT_EQ(must(files().nextToFetch({}))->hereBytes, 0U);
  must(files().append(wanted, "a pic"));
  stores_->reopen();
  EXPECT_EQ(must(files().nextToFetch({}))->hereBytes, 5U);
  must(files().append(wanted, "ture"));
  must(files().finishFetch(wanted, kEpoch));
  EXPECT_TRUE(find(1)->whole);
  EXPECT_EQ(find(1)->stage, ReceiptStage::kApplied);
  EXPECT_EQ(must(files().read(*find(1), 0, 100)), "a picture");
  EXPECT_FALSE(must(files().nextToFetch({})));
}

TEST_F(LocalAttachmentsContract, WhatArrivedWrongIsThrownAway) {
  const LocalBlob wanted = blob(1, "a picture");
  pin(wanted);
  must(files().append(wanted, "a pasture"));
  EXPECT_EQ(files().finishFetch(wanted, kEpoch).error().code, ErrorCode::kInvalid);
  EXPECT_EQ(must(files().nextToFetch({}))->hereBytes, 0U);
}

TEST_F(LocalAttachmentsContract, TheSameContentTwiceIsOneFile) {
  capture(1, "a picture");
  const LocalBlob second = blob(2, "a picture");
  pin(second);
  EXPECT_TRUE(find(2)->whole) << "nothing to fetch";
}

// What a sweep forgets must be at the office, in this epoch, and out of sight.
TEST_F(LocalAttachmentsContract, ASweepForgetsWhatTheOfficeHasOfRecordsOutOfSight) {
  const auto had = [&](std::uint64_t name, EpochId epoch) {
    LocalBlob made = capture(name, "content " + std::to_string(name));
    made.stage = ReceiptStage::kApplied;
    must(files().keepStage(made, epoch));
  };
  must(stores_->store().inTransaction([&]() -> Status {
    Standing standing = must(stores_->store().standing());
    standing.cursor = Cursor{{kEpoch, 9}, 1};
    return stores_->store().keepStanding(standing);
  }));
  had(1, kEpoch);
  had(2, kEpoch);
  must(stores_->store().keepCopy(sampleState(recordNamed(2), 37, 9)));
  had(3, EpochId{5});  // of an office that was put back from a backup since
  capture(4, "not sent yet");
  pin(blob(5, "wanted, and gone"));
  must(stores_->profile().sweepAttachments());
  EXPECT_FALSE(find(1));
  EXPECT_TRUE(find(2));
  EXPECT_TRUE(find(3));
  EXPECT_TRUE(find(4));
  EXPECT_FALSE(find(5));
}

class LettingGo : public LocalAttachmentsContract {
 protected:
  LettingGo() {
    must(stores_->store().inTransaction([&]() -> Status {
      Standing standing = must(stores_->store().standing());
      standing.cursor = Cursor{{kEpoch, 9}, 1};
      return stores_->store().keepStanding(standing);
    }));
  }
  // Captured, and seen here as the office sent it back.
  LocalBlob had(std::uint64_t name, const std::string& content, EpochId epoch = kEpoch) {
    LocalBlob made = capture(name, content);
    made.stage = ReceiptStage::kApplied;
    must(files().keepStage(made, epoch));
    must(stores_->store().keepCopy(sampleState(recordNamed(name), 37, name)));
    return made;
  }
  std::size_t filesThere() {
    std::size_t there = 0;
    for (const auto& each :
         std::filesystem::recursive_directory_iterator(stores_->folder() + "/attachments")) {
      there += each.is_regular_file() ? 1 : 0;
    }
    return there;
  }
};

TEST_F(LettingGo, IsOfTheOldestUntilThereIsSpace) {
  had(1, "the oldest");
  had(2, "the middle one");
  had(3, "the newest");
  const auto gone = must(stores_->profile().letGoOfAttachments(11));
  EXPECT_EQ(gone.files, 2U);
  EXPECT_EQ(gone.sizeBytes, 24U);
  EXPECT_FALSE(find(1));
  EXPECT_FALSE(find(2));
  EXPECT_TRUE(find(3)->whole);
  EXPECT_EQ(filesThere(), 1U);
  EXPECT_EQ(must(stores_->profile().letGoOfAttachments(0)).files, 0U);
}

TEST_F(LettingGo, IsNeverOfWhatOnlyThisTabletHas) {
  capture(1, "not sent");
  applied(1);
  had(2, "at an office that was put back from a backup since", EpochId{5});
  LocalBlob half = capture(3, "half sent");
  half.stage = ReceiptStage::kUploaded;
  half.sentBytes = 4;
  must(files().keepStage(half, kEpoch));
  LocalBlob refused = capture(4, "sent back");
  refused.stage = ReceiptStage::kRefused;
  must(files().keepStage(refused, kEpoch));
  const LocalBlob unseen = had(5, "nobody here could ask for it again");
  must(stores_->store().forgetCopy(unseen.attachment));
  pin(blob(6, "on its way here"));
  must(files().append(blob(6, "on its way here"), "on its"));
  for (std::uint64_t name = 1; name <= 4; ++name) {
    must(stores_->store().keepCopy(sampleState(recordNamed(name), 37, name)));
  }
  EXPECT_EQ(must(stores_->profile().letGoOfAttachments(UINT64_MAX)).files, 0U);
  for (std::uint64_t name = 1; name <= 5; ++name) EXPECT_TRUE(find(name)->whole) << name;
  EXPECT_EQ(find(6)->hereBytes, 6U);
}

TEST_F(LettingGo, LeavesAFileThatAnotherRecordStillNeedsHere) {
  had(1, "the same");
  capture(2, "the same");
  EXPECT_EQ(must(stores_->profile().letGoOfAttachments(UINT64_MAX)).files, 0U);
  LocalBlob second = *find(2);
  second.stage = ReceiptStage::kApplied;
  must(files().keepStage(second, kEpoch));
  must(stores_->store().keepCopy(sampleState(recordNamed(2), 37, 2)));
  EXPECT_EQ(must(stores_->profile().letGoOfAttachments(UINT64_MAX)).files, 1U);
  EXPECT_EQ(filesThere(), 0U);
}

TEST_F(LettingGo, IsUndoneByAskingForIt) {
  const LocalBlob made = had(1, "a picture");
  must(stores_->profile().letGoOfAttachments(UINT64_MAX));
  pin(blob(1, "a picture"));
  EXPECT_FALSE(find(1)->whole);
  EXPECT_EQ(must(files().nextToFetch({}))->attachment, made.attachment);
  must(files().append(made, "a picture"));
  must(files().finishFetch(made, kEpoch));
  EXPECT_EQ(must(files().read(*find(1), 0, 100)), "a picture");
}

class BlobLedgerContract : public ::testing::Test {
 protected:
  BlobLedger& ledger() { return stores_->ledger(); }
  BlobPin pinOf(std::uint64_t name, const std::string& content) {
    BlobPin pin;
    pin.attachment = recordNamed(name);
    pin.about = recordNamed(900);
    pin.sha256 = sha256Of(content);
    pin.sizeBytes = content.size();
    pin.replica = replicaNamed(1);
    return pin;
  }

  std::unique_ptr<TestServerStore> stores_ = openTestServerStore();
};

TEST_F(BlobLedgerContract, APinIsOfOneRecordAndOneBlob) {
  const BlobPin pin = pinOf(1, "a picture");
  must(ledger().pin(kTestProgramme, pin));
  must(ledger().pin(kTestProgramme, pin));
  stores_->reopen();
  EXPECT_TRUE(must(ledger().isPinned(kTestProgramme, pin.attachment, pin.sha256)));
  EXPECT_FALSE(must(ledger().isPinned(kTestProgramme, recordNamed(2), pin.sha256)));
  EXPECT_FALSE(must(ledger().isPinned(kTestProgramme, pin.attachment, sha256Of("another"))));
  EXPECT_FALSE(must(ledger().isPinned("heron", pin.attachment, pin.sha256)));
  EXPECT_EQ(ledger().pin("heron", pin).error().code, ErrorCode::kNotFound);
}

TEST_F(BlobLedgerContract, CountsWhatAReplicaBroughtAndWhatARecordHas) {
  must(ledger().pin(kTestProgramme, pinOf(1, "four")));
  must(ledger().pin(kTestProgramme, pinOf(2, "seven!!")));
  must(ledger().pin(kTestProgramme, pinOf(3, "four")));
  EXPECT_EQ(must(ledger().bytesOf(kTestProgramme, replicaNamed(1), {})), 15U);
  EXPECT_EQ(must(ledger().bytesOf(kTestProgramme, replicaNamed(2), {})), 0U);
  EXPECT_EQ(must(ledger().countAbout(kTestProgramme, recordNamed(900))), 3U);
  EXPECT_EQ(must(ledger().pinnedTo(kTestProgramme, sha256Of("four"), 10)).size(), 2U);
  EXPECT_EQ(must(ledger().pinnedTo(kTestProgramme, sha256Of("four"), 1)).size(), 1U);
  const auto pinned = must(ledger().pinned());
  ASSERT_EQ(pinned.size(), 2U);
  EXPECT_EQ(pinned.front().programme, kTestProgramme);
}

TEST_F(BlobLedgerContract, CountsWhatAReplicaBroughtFromAMomentOn) {
  must(ledger().pin(kTestProgramme, pinOf(1, "before")));
  BlobPin later = pinOf(2, "later");
  later.pinnedAt = WallTime{std::chrono::hours{1}};
  must(ledger().pin(kTestProgramme, later));
  const auto from = [&](std::chrono::milliseconds after) {
    return must(ledger().bytesOf(kTestProgramme, replicaNamed(1), later.pinnedAt + after));
  };
  EXPECT_EQ(from(std::chrono::milliseconds{-1}), 5U);
  EXPECT_EQ(from(std::chrono::milliseconds{0}), 5U);
  EXPECT_EQ(from(std::chrono::milliseconds{1}), 0U);
}

// Heads and tombstones lie in the record table, history in the log: one of them is enough.
TEST_F(BlobLedgerContract, AsLongAsAnythingSpeaksOfItAPinStays) {
  for (std::uint64_t name = 1; name <= 3; ++name) {
    must(ledger().pin(kTestProgramme, pinOf(name, "content " + std::to_string(name))));
  }
  must(stores_->store().inTransaction([](ServerStore::Transaction& transaction) -> Status {
    ServerWriter* programme = must(transaction.programme(kTestProgramme));
    must(programme->putRecord(sampleRow(recordNamed(1), 37, 1)));
    return programme->appendLog(sampleLogEntry(replicaNamed(1), 1, recordNamed(2), 5));
  }));
  EXPECT_EQ(must(ledger().settle()).size(), 2U);
  EXPECT_TRUE(must(ledger().isPinned(kTestProgramme, recordNamed(1), sha256Of("content 1"))));
  EXPECT_TRUE(must(ledger().isPinned(kTestProgramme, recordNamed(2), sha256Of("content 2"))));
  EXPECT_FALSE(must(ledger().isPinned(kTestProgramme, recordNamed(3), sha256Of("content 3"))));
  EXPECT_EQ(must(ledger().settle()).size(), 2U);
}

}  // namespace
}  // namespace rapport::testing
