#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "mobile/storage/local_profile.h"
#include "shared/base/limits.h"
#include "shared/crypto/sha256.h"
#include "shared/merge/read.h"
#include "shared/sync/attachment_facts.h"
#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

constexpr std::size_t kLargestChunk = limits::kChunkBytes;

std::string words(std::size_t sizeBytes, std::uint64_t seed = 1) {
  SeededRandom random(seed);
  std::string out;
  while (out.size() < sizeBytes) out += "word " + std::to_string(random.next64()) + "\n";
  out.resize(sizeBytes);
  return out;
}

class Attachments : public ::testing::Test {
 protected:
  RecordId workshop(LoopbackTablet& tablet) {
    return tablet
        .put({{}, "workshop", {write("question", "Where should the bus stop")}, {}, nullptr})
        .id;
  }
  LocalBlob blobOf(LoopbackTablet& tablet, RecordId attachment) {
    const auto found = tablet.attachments().find(attachment);
    EXPECT_TRUE(found.ok() && *found) << attachment.toString();
    return found.ok() && *found ? **found : LocalBlob{};
  }
  // Asks for a blob as a person would.
  void want(LoopbackTablet& tablet, RecordId attachment) {
    const RecordSheet sheet = tablet.sheet(attachment);
    const auto facts = attachmentFacts(testCatalogue(), sheet.state);
    ASSERT_EQ(facts.size(), 1U);
    LocalBlob blob;
    blob.attachment = attachment;
    blob.about = facts[0].about.value_or(RecordId{});
    blob.sha256 = facts[0].sha256;
    blob.sizeBytes = facts[0].sizeBytes;
    ASSERT_TRUE(tablet.store().inTransaction([&] { return tablet.attachments().pin(blob); }).ok());
  }
  bool officeHas(const Attached& attached) {
    return *office_.stores().ledger().isPinned(kTestProgramme, attached.attachment,
                                               attached.sha256);
  }
  std::string contentOf(LoopbackTablet& tablet, RecordId attachment) {
    const LocalBlob blob = blobOf(tablet, attachment);
    EXPECT_TRUE(blob.whole);
    return tablet.attachments().read(blob, 0, blob.sizeBytes + 1).value();
  }

  ManualClock clock_;
  SeededRandom random_{23};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kWorker, "Ana"};
  LoopbackTablet ben_{office_, clock_, random_, Role::kWorker, "Ben"};
  LoopbackTablet vera_{office_, clock_, random_, Role::kVolunteer, "Vera"};
};

TEST_F(Attachments, GoUpBehindTheirRecordAndComeDownWhenAskedFor) {
  const std::string content = words(700'000);
  const RecordId about = workshop(ana_);
  const Attached attached = ana_.attach(about, content);
  EXPECT_EQ(blobOf(ana_, attached.attachment).stage, ReceiptStage::kSaved);
  syncOnce(office_, ana_);
  EXPECT_TRUE(officeHas(attached));
  EXPECT_EQ(blobOf(ana_, attached.attachment).stage, ReceiptStage::kApplied);
  EXPECT_EQ(ana_.attachments().counts()->waiting, 0U);

  syncOnce(office_, ben_);
  EXPECT_FALSE(*ben_.attachments().find(attached.attachment)) << "nobody asked for it";
  want(ben_, attached.attachment);
  EXPECT_EQ(ben_.attachments().counts()->wanted, 1U);
  LoopbackLine line(office_, ben_);
  line.exchange();
  EXPECT_EQ(line.blobBytesDown(), content.size());
  EXPECT_EQ(contentOf(ben_, attached.attachment), content);
  EXPECT_EQ(ben_.attachments().counts()->wanted, 0U);
}

TEST_F(Attachments, AChangeCapturedMeanwhileGoesOutBeforeTheNextChunk) {
  const Attached attached = ana_.attach(workshop(ana_), words(2'000'000));
  LoopbackLine line(office_, ana_);
  while (line.nextUp() != FrameKind::kAttachmentChunk) ASSERT_TRUE(line.step());
  ASSERT_TRUE(line.carryUp());  // the first chunk is with the office; its answer is on its way
  ana_.put({{}, "note", {write("text", "While the photo goes up")}, {}, nullptr});
  line.wrote();
  EXPECT_EQ(line.nextUp(), FrameKind::kPush);
  ASSERT_TRUE(line.carryUp());
  while (line.carryDown()) {
  }
  EXPECT_EQ(ana_.notebook().status()->waiting, 0U) << "answered before the blob was";
  EXPECT_FALSE(officeHas(attached));
  line.exchange();
  EXPECT_TRUE(officeHas(attached));
}

// Cuts the line after every number of steps in turn, and starts both ends anew now and then.
TEST_F(Attachments, WhereverItIsCutItGoesOnAtTheByte) {
  const std::string content = words(400'000);
  const Attached attached = ana_.attach(workshop(ana_), content);
  std::size_t sent = 0, cuts = 0;
  for (int steps = 1; !officeHas(attached); ++steps) {
    ASSERT_LT(steps, 200);
    LoopbackLine line(office_, ana_);
    for (int step = 0; step < 8 + steps % 7 && line.step(); ++step) {
    }
    sent += line.blobBytesUp();
    ++cuts;
    if (steps % 3 == 0) ana_.restart();
    if (steps % 4 == 0) office_.stores().reopen();
  }
  EXPECT_GT(cuts, 3U);
  EXPECT_EQ(sent, content.size()) << "what the office has is not sent again";
  syncOnce(office_, ana_);
  EXPECT_EQ(blobOf(ana_, attached.attachment).stage, ReceiptStage::kApplied);

  syncOnce(office_, ben_);
  want(ben_, attached.attachment);
  std::size_t received = 0;
  for (int steps = 1;
       !blobOf(ben_, attached.attachment).whole || ben_.attachments().counts()->wanted > 0;
       ++steps) {
    ASSERT_LT(steps, 200);
    LoopbackLine line(office_, ben_);
    for (int step = 0; step < 8 + steps % 7 && line.step(); ++step) {
    }
    received += line.blobBytesDown();
    if (steps % 3 == 0) ben_.restart();
  }
  EXPECT_EQ(contentOf(ben_, attached.attachment), content);
  // What was cut on its way is sent again: a chunk a connection at most.
  EXPECT_LE(received, content.size() + 200 * kLargestChunk);
}

TEST_F(Attachments, AnswersThatAreLostCostNothingTwice) {
  const Attached attached = ana_.attach(workshop(ana_), words(5000));
  {
    LoopbackLine line(office_, ana_);
    while (line.nextUp() != FrameKind::kAttachmentChunk) ASSERT_TRUE(line.step());
    ASSERT_TRUE(line.carryUp());
    EXPECT_TRUE(officeHas(attached));  // "have it" is never heard
  }
  EXPECT_EQ(blobOf(ana_, attached.attachment).stage, ReceiptStage::kSaved);
  LoopbackLine line(office_, ana_);
  line.exchange();
  EXPECT_EQ(line.blobBytesUp(), 0U);
  EXPECT_EQ(blobOf(ana_, attached.attachment).stage, ReceiptStage::kApplied);
}

TEST_F(Attachments, WhoMayReadTheBlobAnywayNeedNotSendItAgain) {
  const std::string content = words(100'000);
  ana_.attach(workshop(ana_), content);
  syncOnce(office_, ana_);
  const Attached second = ben_.attach(workshop(ben_), content);
  LoopbackLine line(office_, ben_);
  line.exchange();
  EXPECT_EQ(line.blobBytesUp(), 0U);
  EXPECT_TRUE(officeHas(second));
}

// A volunteer hands in and reads nothing back: whether the office has a blob is not theirs to
// learn.
TEST_F(Attachments, WhoMayNotReadItSendsAllOfItAndLearnsNothing) {
  const std::string content = words(100'000);
  ana_.attach(workshop(ana_), content);
  syncOnce(office_, ana_);
  const RecordId own =
      vera_.put({{}, "feedback", {write("text", "The door sticks")}, {}, nullptr}).id;
  const Attached second = vera_.attach(own, content);
  LoopbackLine line(office_, vera_);
  line.exchange();
  EXPECT_EQ(line.blobBytesUp(), content.size());
  EXPECT_TRUE(officeHas(second));
}

TEST_F(Attachments, NamingAHashInAnOwnRecordObtainsNothing) {
  const Attached secret = ana_.attach(workshop(ana_), words(100'000));
  syncOnce(office_, ana_);
  const ByteView hash{reinterpret_cast<const char*>(secret.sha256.data()), secret.sha256.size()};
  // Ben could read it; so that only the pin is asked, the thief's record is what names it.
  const RecordId thief = ben_.put({{},
                                   "attachment",
                                   {write("sha256", toHex(hash)), write("media_type", "text/plain"),
                                    write("size_bytes", std::int64_t{100'000})},
                                   {},
                                   nullptr})
                             .id;
  syncOnce(office_, ben_);
  want(ben_, thief);
  LoopbackLine line(office_, ben_);
  line.exchange();
  EXPECT_EQ(line.blobBytesDown(), 0U);
  ASSERT_FALSE(line.attachmentNews().empty());
  EXPECT_NE(line.attachmentNews().back().blob.reason.find("does not have this file"),
            std::string::npos);
}

TEST_F(Attachments, AVolunteerGetsNoneThoughItIsPinned) {
  const Attached attached = ana_.attach(workshop(ana_), words(1000));
  syncOnce(office_, ana_);
  ServerAttachments blobs(office_.attachments(), kTestProgramme, vera_.replica());
  const auto step =
      blobs.receive(encodeFrame(AttachmentAsk{attached.attachment, attached.sha256, 0}));
  ASSERT_TRUE(step.frame);
  EXPECT_EQ(kindOf(*step.frame), FrameKind::kAttachmentDeclined);
}

TEST_F(Attachments, ARevokedTabletBringsAndGetsNothing) {
  const Attached attached = ana_.attach(workshop(ana_), words(1000));
  syncOnce(office_, ana_);
  office_.revoke(ben_.replica());
  ServerAttachments blobs(office_.attachments(), kTestProgramme, ben_.replica());
  const auto step =
      blobs.receive(encodeFrame(AttachmentAsk{attached.attachment, attached.sha256, 0}));
  EXPECT_EQ(kindOf(*step.frame), FrameKind::kAttachmentDeclined);
}

// Lets go of a tablet's files once, between a file and its row.
class LettingGoMeanwhile final : public LocalAttachments {
 public:
  LettingGoMeanwhile(LocalAttachments& files, LocalProfile& profile)
      : files_(files), profile_(profile) {}

  Status keepContent(const Digest& sha256, ByteView content) override {
    const Status kept = files_.keepContent(sha256, content);
    if (went_ == 0) went_ = profile_.letGoOfAttachments(UINT64_MAX)->files;
    return kept;
  }
  Status pin(const LocalBlob& blob) override { return files_.pin(blob); }
  Result<std::optional<LocalBlob>> find(RecordId attachment) override {
    return files_.find(attachment);
  }
  Result<std::vector<LocalBlob>> of(RecordId about) override { return files_.of(about); }
  Result<LocalBlobCounts> counts() override { return files_.counts(); }
  Result<std::optional<LocalBlob>> nextToSend(EpochId epoch,
                                              std::optional<RecordId> after) override {
    return files_.nextToSend(epoch, after);
  }
  Result<std::optional<LocalBlob>> nextToFetch(std::optional<RecordId> after) override {
    return files_.nextToFetch(after);
  }
  Status keepStage(const LocalBlob& blob, EpochId epoch) override {
    return files_.keepStage(blob, epoch);
  }
  Result<Bytes> read(const LocalBlob& blob, std::uint64_t offset, std::size_t most) override {
    return files_.read(blob, offset, most);
  }
  Status erase(RecordId record) override { return files_.erase(record); }
  Status append(const LocalBlob& blob, ByteView bytes) override {
    return files_.append(blob, bytes);
  }
  Status finishFetch(const LocalBlob& blob, EpochId epoch) override {
    return files_.finishFetch(blob, epoch);
  }

  std::size_t went() const { return went_; }

 private:
  LocalAttachments& files_;
  LocalProfile& profile_;
  std::size_t went_ = 0;
};

TEST_F(Attachments, WhatIsCapturedWhileTheSameFileIsLetGoOfIsHere) {
  const std::string content = words(50'000);
  const RecordId about = workshop(ana_);
  ana_.attach(about, content);
  syncOnce(office_, ana_);
  LettingGoMeanwhile files(ana_.attachments(), ana_.profile());
  const auto second =
      attach(ana_.notebook(), files, {about, {}, "notes.txt", content, {}}, clock_, random_);
  ASSERT_TRUE(second.ok());
  EXPECT_EQ(files.went(), 1U);
  EXPECT_EQ(contentOf(ana_, second->attachment), content);
}

TEST_F(Attachments, BytesThatAreAnothersAreNotKept) {
  const Attached attached = ana_.attach(workshop(ana_), words(1000));
  {
    LoopbackLine line(office_, ana_);
    while (line.nextUp() != FrameKind::kAttachmentOffer) ASSERT_TRUE(line.step());
  }
  ServerAttachments blobs(office_.attachments(), kTestProgramme, ana_.replica());
  auto step =
      blobs.receive(encodeFrame(AttachmentOffer{attached.attachment, attached.sha256, 1000}));
  ASSERT_EQ(kindOf(*step.frame), FrameKind::kAttachmentWanted);
  step = blobs.receive(encodeFrame(AttachmentChunk{attached.sha256, 0, words(1000, 2)}));
  ASSERT_EQ(kindOf(*step.frame), FrameKind::kAttachmentDeclined);
  EXPECT_EQ(std::get<AttachmentDeclined>(*decodeFrame(*step.frame)).until, DeclinedUntil::kPerson);
  EXPECT_FALSE(officeHas(attached));
  // The right ones are taken afterwards.
  syncOnce(office_, ana_);
  EXPECT_TRUE(officeHas(attached));
}

TEST_F(Attachments, TheOfficeLooksAtKindAndSizeItself) {
  const auto liar = [&](const char* type, std::int64_t size, const std::string& content) {
    const Sha256 sha = sha256Of(content);
    const ByteView hash{reinterpret_cast<const char*>(sha.data()), sha.size()};
    LocalBlob blob;
    blob.attachment = ana_.put({{},
                                "attachment",
                                {write("sha256", toHex(hash)), write("media_type", type),
                                 write("size_bytes", size)},
                                {},
                                nullptr})
                          .id;
    blob.sha256 = sha;
    blob.sizeBytes = content.size();
    EXPECT_TRUE(ana_.attachments().keepContent(sha, content).ok());
    EXPECT_TRUE(ana_.store().inTransaction([&] { return ana_.attachments().pin(blob); }).ok());
    syncOnce(office_, ana_);
    return blobOf(ana_, blob.attachment);
  };
  const std::string html = "<script>alert(1)</script>";
  EXPECT_EQ(liar("text/html", 25, html).stage, ReceiptStage::kRefused);
  EXPECT_EQ(liar("image/png", 25, html).stage, ReceiptStage::kRefused);
  EXPECT_EQ(liar("text/plain", 26, html).stage, ReceiptStage::kRefused);
  EXPECT_EQ(liar("text/plain", 25, html).stage, ReceiptStage::kApplied);
  EXPECT_EQ(ana_.attachments().counts()->sentBack, 3U);
}

TEST_F(Attachments, ARecordHasOnlySoManyFilesHereAndAtTheOffice) {
  const RecordId about = workshop(ana_);
  const Attached attached = ana_.attach(about, words(1000));
  BlobPin pin;
  pin.about = about;
  pin.sizeBytes = 1;
  for (std::size_t i = 0; i < limits::kAttachmentsPerRecord; ++i) {
    pin.attachment = RecordId{makeUuidV4(random_)};
    ASSERT_TRUE(office_.stores().ledger().pin(kTestProgramme, pin).ok());
  }
  syncOnce(office_, ana_);
  EXPECT_EQ(blobOf(ana_, attached.attachment).stage, ReceiptStage::kRefused);
  LocalBlob blob = blobOf(ana_, attached.attachment);
  for (std::size_t i = 1; i < limits::kAttachmentsPerRecord; ++i) {
    blob.attachment = RecordId{makeUuidV4(random_)};
    ASSERT_TRUE(ana_.store().inTransaction([&] { return ana_.attachments().pin(blob); }).ok());
  }
  const auto more = attach(ana_.notebook(), ana_.attachments(), {about, {}, "a.txt", "words", {}},
                           clock_, random_);
  EXPECT_EQ(more.error().code, ErrorCode::kTooLarge);
}

TEST_F(Attachments, ATabletThatBroughtTooMuchKeepsTheRestAndIsToldSo) {
  const Attached attached = ana_.attach(workshop(ana_), words(1000));
  BlobPin pin;
  pin.attachment = RecordId{makeUuidV4(random_)};
  pin.sizeBytes = limits::kBlobBytesPerReplica;
  pin.replica = ana_.replica();
  ASSERT_TRUE(office_.stores().ledger().pin(kTestProgramme, pin).ok());
  LoopbackLine line(office_, ana_);
  line.exchange();
  EXPECT_EQ(line.blobBytesUp(), 0U);
  EXPECT_EQ(blobOf(ana_, attached.attachment).stage, ReceiptStage::kSaved);
  EXPECT_NE(blobOf(ana_, attached.attachment).reason.find("tell the coordinator"),
            std::string::npos);
}

TEST_F(Attachments, AFileIsNamedByTheFieldThatItIsForAndKeepsItsName) {
  const RecordId about = workshop(ana_);
  const Attached attached = ana_.attach(about, words(10), "over/there/../bus stop.txt");
  const RecordSheet sheet = ana_.sheet(about);
  const FieldReading photos = readField(*sheet.type->field("photos"),
                                        *sheet.state.field(sheet.type->field("photos")->number));
  EXPECT_EQ(photos.elements, std::vector<Value>{attached.attachment.toString()});
  const auto facts = attachmentFacts(testCatalogue(), ana_.sheet(attached.attachment).state);
  ASSERT_EQ(facts.size(), 1U);
  EXPECT_EQ(facts[0].fileName, "bus stop.txt");
  EXPECT_EQ(facts[0].about, about);
  const auto wrong = attach(ana_.notebook(), ana_.attachments(),
                            {about, "question", "a.txt", "words", {}}, clock_, random_);
  EXPECT_EQ(wrong.error().code, ErrorCode::kInvalid);
}

TEST_F(Attachments, AnotherEpochIsOfferedEverythingAgain) {
  const Attached attached = ana_.attach(workshop(ana_), words(1000));
  syncOnce(office_, ana_);
  EXPECT_FALSE(*ana_.attachments().nextToSend(testProgramme().epoch, std::nullopt));
  EXPECT_TRUE(*ana_.attachments().nextToSend(EpochId{77}, std::nullopt));
  EXPECT_TRUE(officeHas(attached));
}

TEST_F(Attachments, WhatIsNoFrameOfTheMomentEndsTheSession) {
  const Attached attached = ana_.attach(workshop(ana_), words(1000));
  syncOnce(office_, ana_);
  ServerAttachments blobs(office_.attachments(), kTestProgramme, ben_.replica());
  EXPECT_TRUE(blobs.receive(encodeFrame(AttachmentChunk{attached.sha256, 0, "x"})).refusal);
  EXPECT_TRUE(blobs.receive(encodeFrame(AttachmentWanted{attached.sha256, 0})).refusal);
  EXPECT_TRUE(blobs.receive(encodeFrame(AttachmentAsk{attached.attachment, attached.sha256, 1000}))
                  .refusal);
  const auto begun =
      blobs.receive(encodeFrame(AttachmentAsk{attached.attachment, attached.sha256, 0}));
  EXPECT_EQ(kindOf(*begun.frame), FrameKind::kAttachmentChunk);
  EXPECT_TRUE(blobs.receive(encodeFrame(AttachmentWanted{attached.sha256, 1001})).refusal);
}

TEST_F(Attachments, LeaveNoWordOfTheFileInEitherFolder) {
  const std::string planted = "Marigold Kestrel lives behind the bakery\n";
  const Attached attached = ana_.attach(workshop(ana_), planted + words(50'000));
  syncOnce(office_, ana_);
  syncOnce(office_, ben_);
  want(ben_, attached.attachment);
  syncOnce(office_, ben_);
  const ByteView raw{reinterpret_cast<const char*>(attached.sha256.data()), 32};
  std::size_t files = 0;
  for (const std::string& folder : {ana_.folder(), ben_.folder(), office_.stores().folder()}) {
    for (const auto& each : std::filesystem::recursive_directory_iterator(folder)) {
      if (!each.is_regular_file()) continue;
      ++files;
      std::ifstream in(each.path(), std::ios::binary);
      const std::string there{std::istreambuf_iterator<char>(in), {}};
      for (const std::string& word :
           {std::string("Marigold"), std::string("Kestrel"), toHex(raw), std::string(raw)}) {
        EXPECT_EQ(there.find(word), std::string::npos) << each.path();
      }
      EXPECT_EQ(each.path().string().find(toHex(raw)), std::string::npos);
    }
  }
  EXPECT_GE(files, 6U);
}

}  // namespace
}  // namespace rapport::testing
