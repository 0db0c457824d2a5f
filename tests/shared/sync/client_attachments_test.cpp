#include "shared/sync/client_attachments.h"

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "shared/crypto/sha256.h"
#include "shared/protocol/frame_codec.h"
#include "tests/contract/samples.h"
#include "tests/support/test_stores.h"

namespace rapport {
namespace {

using namespace testing;  // NOLINT: the samples are the language of these tests

class ClientAttachmentsTest : public ::testing::Test {
 protected:
  // Captured, and its record applied.
  LocalBlob ready(std::uint64_t name, const std::string& content) {
    LocalBlob blob = made(name, content);
    EXPECT_TRUE(files().keepContent(blob.sha256, content).ok());
    pin(blob);
    EXPECT_TRUE(stores_->store().keepCopy(sampleState(recordNamed(name), 37, name)).ok());
    return blob;
  }
  LocalBlob made(std::uint64_t name, const std::string& content) {
    LocalBlob blob;
    blob.attachment = recordNamed(name);
    blob.sha256 = sha256Of(content);
    blob.sizeBytes = content.size();
    return blob;
  }
  void pin(const LocalBlob& blob) {
    EXPECT_TRUE(stores_->store().inTransaction([&] { return files().pin(blob); }).ok());
  }
  LocalAttachments& files() { return stores_->attachments(); }
  AttachmentStep next() {
    AttachmentStep step;
    blobs_.next(kEpoch, step);
    return step;
  }
  AttachmentStep wanted(const LocalBlob& blob, std::uint64_t haveBytes) {
    AttachmentStep step;
    blobs_.onWanted({blob.sha256, haveBytes}, step);
    return step;
  }
  AttachmentStep chunk(const LocalBlob& blob, std::uint64_t offset, const Bytes& bytes) {
    AttachmentStep step;
    blobs_.onChunk({blob.sha256, offset, bytes}, step);
    return step;
  }

  std::unique_ptr<TestLocalStore> stores_ = openTestLocalStore();
  ManualClock clock_;
  ClientAttachments blobs_{files(), clock_};
};

TEST_F(ClientAttachmentsTest, OffersOneAtATimeAndSendsFromWhereTheOfficeIs) {
  const LocalBlob first = ready(1, "the first file");
  const LocalBlob second = ready(2, "the second file");
  AttachmentStep step = next();
  ASSERT_EQ(step.frames.size(), 1U);
  EXPECT_EQ(std::get<AttachmentOffer>(*decodeFrame(step.frames[0])).attachment, first.attachment);
  EXPECT_TRUE(next().frames.empty()) << "its answer is not here yet";
  EXPECT_FALSE(wanted(first, 4).outOfOrder);
  step = next();
  ASSERT_EQ(step.frames.size(), 1U);
  const auto sent = std::get<AttachmentChunk>(*decodeFrame(step.frames[0]));
  EXPECT_EQ(sent.offsetBytes, 4U);
  EXPECT_EQ(sent.bytes, "first file");
  EXPECT_TRUE(next().frames.empty()) << "one chunk in flight";
  EXPECT_EQ(wanted(first, first.sizeBytes).news.back().blob.stage, ReceiptStage::kApplied);
  step = next();
  EXPECT_EQ(std::get<AttachmentOffer>(*decodeFrame(step.frames[0])).attachment, second.attachment);
  EXPECT_FALSE(blobs_.idle());
  wanted(second, second.sizeBytes);
  EXPECT_TRUE(next().frames.empty());
  EXPECT_TRUE(blobs_.idle());
}

TEST_F(ClientAttachmentsTest, WhatTheOfficeHasLessOfThanBeforeIsSentAgain) {
  const LocalBlob blob = ready(1, "the first file");
  next();
  wanted(blob, 10);
  next();
  wanted(blob, 2);
  const auto sent = std::get<AttachmentChunk>(*decodeFrame(next().frames.at(0)));
  EXPECT_EQ(sent.offsetBytes, 2U);
}

TEST_F(ClientAttachmentsTest, AnOfficeThatSaysWhatItMayNotEndsTheSession) {
  const LocalBlob blob = ready(1, "the first file");
  EXPECT_TRUE(wanted(blob, 0).outOfOrder) << "nothing was offered";
  EXPECT_TRUE(chunk(blob, 0, "x").outOfOrder) << "nothing was asked for";
  next();
  EXPECT_TRUE(wanted(made(2, "another"), 0).outOfOrder);
  EXPECT_TRUE(wanted(blob, blob.sizeBytes + 1).outOfOrder);
  AttachmentStep step;
  blobs_.onDeclined({sha256Of("another"), DeclinedWhat::kOffer, {}, "No."}, step);
  EXPECT_TRUE(step.outOfOrder);
  step = {};
  blobs_.onDeclined({blob.sha256, DeclinedWhat::kAsk, {}, "No."}, step);
  EXPECT_TRUE(step.outOfOrder);
}

TEST_F(ClientAttachmentsTest, DeclinedUntilLaterWaitsForTheNextSession) {
  const LocalBlob blob = ready(1, "the first file");
  next();
  AttachmentStep step;
  blobs_.onDeclined({blob.sha256, DeclinedWhat::kOffer, DeclinedUntil::kLater, "Full."}, step);
  EXPECT_EQ(step.news.back().failed, ErrorCode::kUnavailable);
  EXPECT_TRUE(next().frames.empty());
  EXPECT_TRUE(blobs_.idle());
  ClientAttachments later(files(), clock_);
  step = {};
  later.next(kEpoch, step);
  EXPECT_EQ(step.frames.size(), 1U);
}

TEST_F(ClientAttachmentsTest, TakesWhatItAskedForInOrderAndNothingMore) {
  const LocalBlob blob = made(1, "the first file");
  pin(blob);
  EXPECT_EQ(std::get<AttachmentAsk>(*decodeFrame(next().frames.at(0))).haveBytes, 0U);
  EXPECT_TRUE(chunk(blob, 1, "he").outOfOrder);
  EXPECT_TRUE(chunk(blob, 0, "the first file, and more").outOfOrder);
  AttachmentStep step = chunk(blob, 0, "the first");
  EXPECT_EQ(std::get<AttachmentWanted>(*decodeFrame(step.frames.at(0))).haveBytes, 9U);
  step = chunk(blob, 9, " file");
  EXPECT_TRUE(step.news.back().blob.whole);
  EXPECT_EQ(std::get<AttachmentWanted>(*decodeFrame(step.frames.at(0))).haveBytes, blob.sizeBytes);
  EXPECT_TRUE(next().frames.empty());
}

TEST_F(ClientAttachmentsTest, BytesThatAreAnothersAreToldAndThrownAway) {
  const LocalBlob blob = made(1, "the first file");
  pin(blob);
  next();
  const AttachmentStep step = chunk(blob, 0, "the wrong file");
  EXPECT_EQ(step.news.back().failed, ErrorCode::kInvalid);
  EXPECT_FALSE(step.news.back().blob.whole);
  EXPECT_TRUE(next().frames.empty()) << "not again in this session";
}

}  // namespace
}  // namespace rapport
