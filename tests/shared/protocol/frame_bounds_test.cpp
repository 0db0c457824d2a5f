#include <gtest/gtest.h>

#include "shared/base/byte_writer.h"
#include "shared/base/limits.h"
#include "shared/merge/state_codec.h"
#include "shared/protocol/packing.h"
#include "tests/shared/protocol/examples.h"

// Messages that are well-formed but for one thing, and what a sentence for people may be.

namespace rapport {
namespace {

using namespace test;  // NOLINT: the examples are the language of these tests

bool isRead(const Frame& frame) { return decodeFrame(encodeAny(frame)).ok(); }

template <typename Thing>
std::vector<Thing> many(std::size_t count, const Thing& thing) {
  return std::vector<Thing>(count, thing);
}

TEST(FrameBounds, ThingsInAFrameAreCounted) {
  constexpr std::size_t kChanges = limits::kChangesPerFrame;
  constexpr std::size_t kStates = limits::kStatesPerFrame;
  EXPECT_TRUE(isRead(Push{many<Bytes>(kChanges, "x")}));
  EXPECT_FALSE(isRead(Push{many<Bytes>(kChanges + 1, "x")}));
  EXPECT_TRUE(isRead(Verdicts{many(kChanges, FrameVerdict{})}));
  EXPECT_FALSE(isRead(Verdicts{many(kChanges + 1, FrameVerdict{})}));
  EXPECT_TRUE(isRead(Need{many(kStates, kPromise)}));
  EXPECT_FALSE(isRead(Need{many(kStates + 1, kPromise)}));
  EXPECT_TRUE(isRead(States{{}, 0, many(kStates, RecordState{}), many(kStates, kPromise)}));
  EXPECT_FALSE(isRead(States{{}, 0, many(kStates + 1, RecordState{}), {}}));
  EXPECT_FALSE(isRead(States{{}, 0, {}, many(kStates + 1, kPromise)}));
}

TEST(FrameBounds, AChangeInAPushIsBounded) {
  EXPECT_TRUE(isRead(Push{{Bytes(limits::kChangeBytes, 'x')}}));
  EXPECT_FALSE(isRead(Push{{Bytes(limits::kChangeBytes + 1, 'x')}}));
}

TEST(FrameBounds, UnknownCodesAreRefused) {
  FrameVerdict verdict;
  verdict.stage = static_cast<VerdictStage>(3);
  EXPECT_FALSE(isRead(Verdicts{{verdict}}));
  EXPECT_FALSE(isRead(Refusal{static_cast<RefusalCode>(10), "so"}));
  EXPECT_FALSE(decodeFrame(packFrame(static_cast<FrameKind>(15), "")).ok());
  EXPECT_FALSE(decodeFrame(packFrame(static_cast<FrameKind>(0), "")).ok());
}

FrameVerdict refusedFor(std::string reason) {
  FrameVerdict verdict;
  verdict.stage = VerdictStage::kRefused;
  verdict.reason = std::move(reason);
  return verdict;
}

std::string reasonTold(std::string reason) {
  const auto decoded = decodeFrame(encodeFrame(Verdicts{{refusedFor(std::move(reason))}}));
  return decoded.ok() ? std::get<Verdicts>(*decoded).verdicts[0].reason : "the frame was refused";
}

std::string messageTold(std::string message) {
  const auto decoded = decodeFrame(encodeFrame(Refusal{RefusalCode::kBusy, std::move(message)}));
  return decoded.ok() ? std::get<Refusal>(*decoded).message : "the frame was refused";
}

TEST(Sentences, AreCutBetweenCharacters) {
  std::string sentence(limits::kReasonBytes - 1, 'x');
  const std::string cut = sentence;
  sentence += "ñ and more";
  EXPECT_EQ(reasonTold(sentence), cut);
  EXPECT_EQ(messageTold(sentence), cut);
  EXPECT_EQ(reasonTold(std::string(limits::kReasonBytes, 'x')).size(), limits::kReasonBytes);
}

TEST(Sentences, ThatAreNoTextAreLeftOut) {
  EXPECT_EQ(reasonTold("half a letter: \xC3"), "");
  EXPECT_EQ(messageTold("half a letter: \xC3"), "");
}

TEST(Sentences, ThatAreNoTextAreRefused) {
  ByteWriter out;
  out.varint(1);
  out.varint(7);
  out.byte(0);
  out.byte(static_cast<std::uint8_t>(VerdictStage::kRefused));
  out.zigzag(0);
  out.varint(0);
  out.blob("\xC3");
  out.blob("");
  EXPECT_FALSE(decodeFrame(packFrame(FrameKind::kVerdicts, out.bytes())).ok());
}

TEST(ReservedBounds, OrderAndCountsHold) {
  const Cursor cursor{{kEpochNow, 42}, kTag};
  const ForgottenRecord one{kPromise, ForgetReason::kErased};
  const ForgottenRecord other{kOtherRecord, ForgetReason::kErased};
  EXPECT_TRUE(isRead(Forget{cursor, {one, other}}));
  EXPECT_FALSE(isRead(Forget{cursor, {other, one}}));
  EXPECT_FALSE(isRead(Forget{cursor, {one, one}}));
  EXPECT_FALSE(isRead(Forget{cursor, {{kPromise, static_cast<ForgetReason>(2)}}}));

  const DroppedAnswer answer{kPromise.uuid, 30, 1, {{1, true}, {2, false}}};
  const DroppedAnswer unsorted{kPromise.uuid, 30, 1, {{2, true}, {1, false}}};
  EXPECT_TRUE(isRead(Drop{{answer}}));
  EXPECT_FALSE(isRead(Drop{{answer, answer}}));
  EXPECT_FALSE(isRead(Drop{{unsorted}}));
  EXPECT_FALSE(isRead(DropKept{{kPromise.uuid, kPromise.uuid}}));

  EXPECT_TRUE(isRead(BegunDrafts{{{kTabletA, "note", 1, ""}}}));
  EXPECT_FALSE(isRead(BegunDrafts{{{kTabletA, "note", 1, "words"}}}));
  EXPECT_FALSE(isRead(BegunDrafts{{{{}, "", 1, "words"}}}));
  EXPECT_FALSE(isRead(BegunDrafts{{{{}, "no\xC3", 1, "words"}}}));
  EXPECT_FALSE(isRead(BegunDrafts{{{{}, "note", 1, Bytes(limits::kTextBytes + 1, 'x')}}}));
  EXPECT_FALSE(isRead(BegunElsewhere{
      true, std::vector<BegunElsewhere::Draft>(limits::kDraftsElsewhere + 1,
                                               {kTabletA, "Tablet", "note", {}, "words"})}));

  EXPECT_FALSE(isRead(Relay{kTabletA, 0, {}, Bytes(64, 'x')}));
  EXPECT_FALSE(isRead(OfferChanges{{OfferedGap{0, 1}}}));
  EXPECT_FALSE(isRead(OfferChanges{{OfferedGap{5, 4}}}));
}

TEST(ReservedBounds, LineagesNameAnEpochOnce) {
  const RestoredEpoch second{kEpochNow, {kEpochBefore, 9}};
  const RestoredEpoch ofItself{kEpochNow, {kEpochNow, 9}};
  EXPECT_TRUE(isRead(EpochNews{kEpochNow, kServerReplica, 0, {second}}));
  EXPECT_FALSE(isRead(EpochNews{kEpochNow, kServerReplica, 0, {second, second}}));
  EXPECT_FALSE(isRead(EpochNews{kEpochNow, kServerReplica, 0, {ofItself}}));
}

TEST(ReservedBounds, SealedBodiesNeedAReader) {
  const SealedKey key{Digest{}, Bytes(limits::kSealedKeyBytes, 'k')};
  EXPECT_TRUE(isRead(Sealed{{{1, kPromise, {key}, "body"}}}));
  EXPECT_FALSE(isRead(Sealed{{{1, kPromise, {}, "body"}}}));
  EXPECT_FALSE(isRead(Sealed{{{1, kPromise, {key, key}, "body"}}}));
  EXPECT_FALSE(isRead(Sealed{{{1, kPromise, {key}, Bytes(limits::kSealedBytes + 1, 'x')}}}));
  const SealedBody body{1, kPromise, {key}, "body"};
  EXPECT_FALSE(isRead(Sealed{{body, body}}));
}

TEST(FrameBounds, BlobsAreBounded) {
  constexpr std::uint64_t kMost = limits::kBlobBytes;
  EXPECT_TRUE(isRead(AttachmentOffer{kPromise, Digest{}, kMost}));
  EXPECT_FALSE(isRead(AttachmentOffer{kPromise, Digest{}, kMost + 1}));
  EXPECT_FALSE(isRead(AttachmentWanted{Digest{}, kMost + 1}));
  EXPECT_TRUE(isRead(AttachmentChunk{Digest{}, kMost - 3, "abc"}));
  EXPECT_FALSE(isRead(AttachmentChunk{Digest{}, kMost - 2, "abc"}));
  EXPECT_FALSE(isRead(AttachmentChunk{Digest{}, 0, Bytes(limits::kChunkBytes + 1, 'x')}));
  EXPECT_FALSE(isRead(AttachmentChunk{Digest{}, 0, ""}));
  EXPECT_FALSE(isRead(AttachmentOffer{kPromise, Digest{}, 0}));
  EXPECT_FALSE(isRead(AttachmentAsk{kPromise, Digest{}, kMost + 1}));
}

// The largest record that can be kept, behind a frame that was about to be full.
TEST(FrameBounds, WhatMayBeKeptFitsAFrame) {
  const auto filler = [](std::size_t sizeBytes) {
    SeededRandom random(3);
    Bytes bytes(sizeBytes, '\0');
    random.fill({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
    return bytes;
  };
  const PackedStates states{{},
                            0,
                            1,
                            filler(limits::kFrameTargetBytes + limits::kStateBytes),
                            many(limits::kStatesPerFrame, kPromise)};
  EXPECT_LE(encodeFrame(states).size(), limits::kFrameBytes);
  EXPECT_LE(encodeFrame(Push{many(limits::kChangesPerAct,
                                  filler(limits::kActBytes / limits::kChangesPerAct))})
                .size(),
            limits::kFrameBytes);
}

}  // namespace
}  // namespace rapport
