#include "shared/protocol/packing.h"

#include <gtest/gtest.h>
#include <zstd.h>

#include "shared/base/byte_writer.h"
#include "shared/base/limits.h"
#include "shared/base/random.h"

namespace rapport {
namespace {

Bytes squeezed(ByteView body) {
  Bytes out(ZSTD_compressBound(body.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), body.data(), body.size(), 1));
  return out;
}

// A frame that says it unpacks to so much.
Bytes claiming(FrameKind kind, std::uint64_t sizeBytes, ByteView packed) {
  ByteWriter out;
  out.byte(static_cast<std::uint8_t>(kind));
  out.byte(1);
  out.varint(sizeBytes);
  out.raw(packed);
  return out.take();
}

bool failsWith(const Bytes& frame, ErrorCode code) {
  const auto unpacked = unpackFrame(frame);
  return !unpacked.ok() && unpacked.error().code == code;
}

bool isTooLarge(const Bytes& frame) { return failsWith(frame, ErrorCode::kTooLarge); }
bool isMalformed(const Bytes& frame) { return failsWith(frame, ErrorCode::kInvalid); }

Bytes noise(std::size_t sizeBytes) {
  SeededRandom random(7);
  Bytes bytes(sizeBytes, '\0');
  random.fill({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
  return bytes;
}

TEST(Packing, WhateverIsPackedComesBack) {
  for (const std::size_t size : {0U, 1U, 127U, 128U, 5'000U, 200'000U, 900'000U}) {
    for (const Bytes& body : {Bytes(size, 'a'), noise(size)}) {
      const auto unpacked = unpackFrame(packFrame(FrameKind::kStates, body));
      ASSERT_TRUE(unpacked.ok()) << size;
      EXPECT_EQ(unpacked->kind, FrameKind::kStates);
      EXPECT_EQ(unpacked->body, body);
    }
  }
}

TEST(Packing, CompressesOnlyWhereItPays) {
  EXPECT_LT(packFrame(FrameKind::kPush, Bytes(5'000, 'a')).size(), 100U);
  EXPECT_EQ(packFrame(FrameKind::kPush, noise(5'000)).size(), 5'002U);
  EXPECT_EQ(packFrame(FrameKind::kPush, Bytes(100, 'a')).size(), 102U);
}

TEST(Packing, LeavesControlMessagesAsTheyAre) {
  const Bytes body(3'000, 'a');
  for (const FrameKind kind :
       {FrameKind::kWelcome, FrameKind::kHello, FrameKind::kAccepted, FrameKind::kRefusal,
        FrameKind::kPull, FrameKind::kTook, FrameKind::kHeartbeat, FrameKind::kFork}) {
    EXPECT_EQ(packFrame(kind, body).size(), body.size() + 2);
    EXPECT_TRUE(isMalformed(claiming(kind, body.size(), squeezed(body))));
    EXPECT_TRUE(isTooLarge(packFrame(kind, Bytes(limits::kControlBytes + 200, 'a'))));
  }
}

TEST(Packing, RefusesFramesWithoutKindOrFlags) {
  EXPECT_TRUE(isMalformed(""));
  EXPECT_TRUE(isMalformed("\x05"));
  EXPECT_TRUE(isMalformed("\x05\x02"));
  EXPECT_TRUE(isMalformed("\x05\x03"));
}

TEST(Packing, RefusesFramesThatAreTooLarge) {
  EXPECT_TRUE(unpackFrame(packFrame(FrameKind::kPush, noise(limits::kFrameBytes - 2))).ok());
  EXPECT_TRUE(isTooLarge(packFrame(FrameKind::kPush, noise(limits::kFrameBytes - 1))));
}

TEST(Packing, RefusesBombsWhateverTheySay) {
  const Bytes bomb = squeezed(Bytes(limits::kFrameUnpackedBytes + 1, '\0'));
  ASSERT_LT(bomb.size(), 1'000U);
  EXPECT_TRUE(isTooLarge(claiming(FrameKind::kPush, limits::kFrameUnpackedBytes + 1, bomb)));
  EXPECT_TRUE(isMalformed(claiming(FrameKind::kPush, limits::kFrameUnpackedBytes, bomb)));
  EXPECT_TRUE(isMalformed(claiming(FrameKind::kPush, 100, bomb)));
  EXPECT_TRUE(isTooLarge(claiming(FrameKind::kPush, UINT64_MAX, bomb)));
  const Bytes largest = squeezed(Bytes(limits::kFrameUnpackedBytes, '\0'));
  EXPECT_TRUE(unpackFrame(claiming(FrameKind::kPush, limits::kFrameUnpackedBytes, largest)).ok());
}

TEST(Packing, TheSizeMustBeTrue) {
  const Bytes body(5'000, 'a');
  EXPECT_TRUE(unpackFrame(claiming(FrameKind::kPush, body.size(), squeezed(body))).ok());
  EXPECT_TRUE(isMalformed(claiming(FrameKind::kPush, body.size() - 1, squeezed(body))));
  EXPECT_TRUE(isMalformed(claiming(FrameKind::kPush, body.size() + 1, squeezed(body))));
  EXPECT_TRUE(isMalformed(claiming(FrameKind::kPush, 0, squeezed(body))));
}

TEST(Packing, ABodyIsExactlyOneFrameOfZstd) {
  const Bytes body(5'000, 'a');
  const Bytes one = squeezed(body);
  const Bytes skipped("\x50\x2A\x4D\x18\x01\x00\x00\x00x", 9);
  EXPECT_TRUE(isMalformed(claiming(FrameKind::kPush, body.size() * 2, one + one)));
  EXPECT_TRUE(isMalformed(claiming(FrameKind::kPush, body.size(), skipped + one)));
  EXPECT_TRUE(isMalformed(claiming(FrameKind::kPush, body.size(), one + skipped)));
  EXPECT_TRUE(isMalformed(claiming(FrameKind::kPush, body.size(), one + "x")));
  EXPECT_TRUE(isMalformed(claiming(FrameKind::kPush, body.size(), one.substr(0, one.size() - 1))));
  EXPECT_TRUE(isMalformed(claiming(FrameKind::kPush, 1, "")));
}

}  // namespace
}  // namespace rapport
