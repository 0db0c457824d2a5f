#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "shared/crypto/sha256.h"
#include "shared/protocol/change_codec.h"
#include "shared/protocol/frame_codec.h"
#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

class RevocationTest : public ::testing::Test {
 protected:
  std::vector<LogEntry> pastOf(RecordId id) {
    std::vector<LogEntry> past;
    office_.read([&](ServerReader& reader) { past = *reader.history(id, std::nullopt, 100); });
    return past;
  }
  RecordId note(const std::string& text) {
    return ana_.put({{}, "note", {write("text", text)}, {}, nullptr}).id;
  }

  ManualClock clock_;
  SeededRandom random_{29};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kWorker, "Ana"};
};

TEST_F(RevocationTest, WhatWasNotSentGoesIntoQuarantineAndThenTheTabletIsCleared) {
  const RecordId sent = ana_.put({{}, "partner", {write("name", "Before")}, {}, nullptr}).id;
  syncOnce(office_, ana_);
  const RecordId unsent = note("After");
  ana_.put({sent, "", {write("description", "Edited")}, {}, nullptr});
  office_.revoke(ana_.replica());
  LoopbackLine line(office_, ana_);
  line.exchange();
  EXPECT_TRUE(line.cleared());
  ASSERT_TRUE(line.refusal());
  EXPECT_EQ(line.refusal()->code, RefusalCode::kRevoked);
  ASSERT_EQ(line.receipts().size(), 2U);
  for (const ReceiptNews& news : line.receipts()) {
    EXPECT_EQ(news.receipt.stage, ReceiptStage::kQuarantined);
  }
  ASSERT_EQ(pastOf(unsent).size(), 1U);
  EXPECT_FALSE(pastOf(unsent).front().change.empty());
  EXPECT_EQ(pastOf(sent).size(), 2U);
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

TEST_F(RevocationTest, NothingComesDownAndNothingElseIsTaken) {
  LoopbackTablet ben(office_, clock_, random_, Role::kWorker, "Ben");
  ben.put({{}, "partner", {write("name", "Eastlock")}, {}, nullptr});
  syncOnce(office_, ben);
  office_.revoke(ana_.replica());
  LoopbackLine line(office_, ana_);
  line.exchange();
  EXPECT_EQ(*ana_.store().copyCount(), 0U);
  ServerSession session(office_.types(), clock_, random_, &office_.arbiter());
  // As one that was told to hand over, and asks instead.
  const auto said = session.opened();
  ASSERT_EQ(said.frames.size(), 1U);
  auto client = ana_.newSession();
  const auto hello = client->receive(said.frames.front());
  office_.read([&](ServerReader& reader) {
    const auto accepted = session.receive(hello.frames.front(), &reader);
    EXPECT_TRUE(std::get<Accepted>(*decodeFrame(accepted.frames.front())).revoked);
    const auto refused = session.receive(encodeFrame(Pull{}), &reader);
    EXPECT_TRUE(refused.close);
    EXPECT_EQ(std::get<Refusal>(*decodeFrame(refused.frames.front())).code, RefusalCode::kRevoked);
  });
}

TEST_F(RevocationTest, ACutAnywhereClearsNothingThatTheOfficeDoesNotHold) {
  for (int cut = 0; cut < 30; ++cut) {
    LoopbackTablet tablet(office_, clock_, random_, Role::kWorker, "Tablet");
    std::vector<RecordId> ids;
    for (int i = 0; i < 3; ++i) {
      ids.push_back(tablet.put({{}, "note", {write("text", "Kept")}, {}, nullptr}).id);
      if (i == 0) syncOnce(office_, tablet);
    }
    tablet.attach(ids.back(), "what was drawn on the wall");
    office_.revoke(tablet.replica());
    bool cleared = false;
    {
      LoopbackLine line(office_, tablet);
      for (int step = 0; step < cut && line.step(); ++step) continue;
      cleared = line.cleared();
    }
    const auto holdsAll = [&] {
      bool all = true;
      for (const RecordId& id : ids) all = all && !pastOf(id).empty();
      return all;
    };
    if (cleared) {
      EXPECT_TRUE(holdsAll()) << cut;
      EXPECT_EQ(tablet.attachments().counts()->waiting, 0U) << cut;
    }
    tablet.restart();
    LoopbackLine again(office_, tablet);
    again.exchange();
    EXPECT_TRUE(again.cleared()) << cut;
    EXPECT_TRUE(holdsAll()) << cut;
    EXPECT_EQ(tablet.attachments().counts()->waiting, 0U) << cut;
  }
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

// A thief who holds the device's key hands in what they like, and fills no disk with it.
TEST_F(RevocationTest, WhatItHandsInIsBoundedAndWhatIsLeftStaysOnTheTablet) {
  office_.revoke(ana_.replica());
  const RecordId kept = note("Kept");
  LoopbackLine first(office_, ana_);
  first.exchange();
  EXPECT_TRUE(first.cleared());
  office_.read([&](ServerReader& reader) {
    const ReplicaRow row = **reader.replica(ana_.replica());
    EXPECT_EQ(row.asideChanges, 1U);
    EXPECT_EQ(row.asideBytes, pastOf(kept).front().change.size());
  });
  office_.countAside(ana_.replica(), limits::kRevokedChanges - 1, 0);
  const RecordId last = note("The last one that fits");
  LoopbackLine(office_, ana_).exchange();
  EXPECT_EQ(pastOf(last).size(), 1U);
  const RecordId tooMany = note("One too many");
  LoopbackLine full(office_, ana_);
  full.exchange();
  EXPECT_FALSE(full.cleared());
  ASSERT_TRUE(full.refusal());
  EXPECT_EQ(full.refusal()->code, RefusalCode::kRevoked) << "it does not come again by itself";
  EXPECT_NE(full.refusal()->message.find("What is left stays on the tablet"), std::string::npos);
  EXPECT_TRUE(pastOf(tooMany).empty());
  EXPECT_EQ(*ana_.store().waitingCount(), 1U) << "nothing is lost";
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

TEST_F(RevocationTest, ItsBytesAreBoundedAsWell) {
  office_.revoke(ana_.replica());
  office_.countAside(ana_.replica(), 0, limits::kRevokedChangeBytes - 1000);
  const RecordId large = note(std::string(2000, 'x'));
  LoopbackLine line(office_, ana_);
  line.exchange();
  EXPECT_FALSE(line.cleared());
  EXPECT_TRUE(pastOf(large).empty());
}

// As many names as it ever had, and one share.
TEST_F(RevocationTest, EveryNameOfADeviceDrawsOnOneShare) {
  const RecordId id = note("Under the second name");
  office_.revoke(ana_.replica());
  const auto twin = office_.admit(ana_.key().publicKey(), Role::kWorker, "Ana");
  office_.revoke(twin.replica);
  office_.countAside(twin.replica, limits::kRevokedChanges, 0);
  LoopbackLine line(office_, ana_);
  line.exchange();
  EXPECT_FALSE(line.cleared());
  EXPECT_TRUE(pastOf(id).empty());
}

// Rivals of judged changes are kept beside the log; they count too.
TEST_F(RevocationTest, OtherBytesUnderAKnownCounterCountToo) {
  note("First");
  syncOnce(office_, ana_);
  Change rival = (*ana_.store().change(1))->change;
  rival.wall += std::chrono::seconds(1);
  office_.revoke(ana_.replica());
  office_.countAside(ana_.replica(), limits::kRevokedChanges, 0);
  const auto run = decodeRun({encodeChange(rival)}, ana_.replica());
  ASSERT_TRUE(run.ok()) << run.error().message;
  const auto taken = office_.take(*run);
  ASSERT_FALSE(taken.ok());
  EXPECT_EQ(taken.error().code, ErrorCode::kRefused);
}

TEST_F(RevocationTest, ItsFilesAreBoundedFromTheDayOfTheRevocation) {
  const auto pinned = [&](std::uint64_t sizeBytes) {
    BlobPin pin;
    pin.attachment = RecordId{makeUuidV4(random_)};
    pin.sha256 = sha256Of(pin.attachment.toString());
    pin.sizeBytes = sizeBytes;
    pin.replica = ana_.replica();
    pin.pinnedAt = clock_.wallNow();
    ASSERT_TRUE(office_.stores().ledger().pin(kTestProgramme, pin).ok());
  };
  pinned(limits::kRevokedBlobBytes);
  clock_.setWall(clock_.wallNow() + std::chrono::hours(1));
  office_.revoke(ana_.replica());
  const RecordId id = note("With a drawing");
  ana_.attach(id, "what was drawn on the wall");
  LoopbackLine before(office_, ana_);
  before.exchange();
  EXPECT_TRUE(before.cleared()) << "what it brought before is no part of it";
  pinned(limits::kRevokedBlobBytes - 40);
  ana_.attach(id, "another drawing, a little longer than the first");
  LoopbackLine full(office_, ana_);
  full.exchange();
  EXPECT_FALSE(full.cleared()) << "its file is here alone";
  EXPECT_EQ(ana_.attachments().counts()->waiting, 1U);
}

// An old image of a tablet that was lost is not followed under a new name.
TEST_F(RevocationTest, AnOldImageHandsOverUnderTheNameThatItHas) {
  note("First");
  syncOnce(office_, ana_);
  auto standing = *ana_.store().standing();
  const RecordId second = note("Second");
  syncOnce(office_, ana_);
  office_.revoke(ana_.replica());
  // The office knows more of it than it does.
  ASSERT_TRUE(ana_.store().inTransaction([&] {
    auto now = *ana_.store().standing();
    now.settledThrough = standing.settledThrough;
    return ana_.store().keepStanding(now);
  }));
  LoopbackLine line(office_, ana_);
  line.exchange();
  EXPECT_TRUE(line.cleared());
  EXPECT_EQ(pastOf(second).size(), 1U) << "it was held already";
}

TEST_F(RevocationTest, WhoIsRevokedInTheMiddleConnectsOnceMoreToHandOver) {
  LoopbackLine line(office_, ana_);
  line.exchange();
  const RecordId late = note("Late");
  office_.revoke(ana_.replica());
  line.marked();
  line.wrote();
  line.exchange();
  LoopbackLine again(office_, ana_);
  again.exchange();
  EXPECT_TRUE(again.cleared());
  ASSERT_EQ(pastOf(late).size(), 1U);
  EXPECT_EQ(pastOf(late).front().verdict.stage, ReceiptStage::kQuarantined);
}

}  // namespace
}  // namespace rapport::testing
