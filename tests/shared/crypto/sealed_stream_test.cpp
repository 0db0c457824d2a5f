#include "shared/crypto/sealed_stream.h"

#include <gtest/gtest.h>

#include "tests/shared/crypto/hex.h"

namespace rapport {
namespace {

constexpr std::size_t kBegin = 16 + 80 + 24;
constexpr std::size_t kBlock = kSealedBlockBytes + 17;

SealedStreamReader::Source from(const Bytes& bytes) {
  return [&bytes, at = std::size_t{0}](std::size_t wanted) mutable -> Result<Bytes> {
    const Bytes part = bytes.substr(at, wanted);
    at += part.size();
    return part;
  };
}

// The plain text, if all of it is there.
Result<Bytes> opened(const SealingKey& key, const Bytes& sealed, std::size_t size,
                     std::size_t atOnce = 10'000) {
  auto reader = SealedStreamReader::begin(key, from(sealed));
  if (!reader) return reader.error();
  Bytes plain;
  while (plain.size() < size) {
    const auto part = reader->take(std::min(atOnce, size - plain.size()));
    if (!part) return part.error();
    plain += *part;
  }
  if (const Status whole = reader->finish(); !whole) return whole.error();
  return plain;
}

struct SealedStream : ::testing::Test {
  SeededRandom random{9};
  SealingKey key = SealingKey::generate(random);

  Bytes sealed(const Bytes& plain, std::size_t atOnce = 7777) {
    Bytes out;
    auto writer = SealedStreamWriter::begin(key.publicKey(), random, [&out](ByteView bytes) {
      out += bytes;
      return Status{};
    });
    EXPECT_TRUE(writer.ok());
    for (std::size_t at = 0; at < plain.size(); at += atOnce) {
      EXPECT_TRUE(writer->add(ByteView(plain).substr(at, atOnce)).ok());
    }
    EXPECT_TRUE(writer->finish().ok());
    return out;
  }
};

TEST_F(SealedStream, WhatWasWrittenIsRead) {
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, kSealedBlockBytes - 1, kSealedBlockBytes,
        kSealedBlockBytes + 1, 3 * kSealedBlockBytes, 3 * kSealedBlockBytes + 5}) {
    const Bytes plain = testing::counting(size);
    const Bytes written = sealed(plain);
    const auto read = opened(key, written, size);
    ASSERT_TRUE(read.ok()) << size << ": " << read.error().message;
    EXPECT_EQ(*read, plain);
    EXPECT_LE(written.size(), kBegin + size + (size / kSealedBlockBytes + 1) * 17);
  }
}

TEST_F(SealedStream, AnotherKeyOpensNothing) {
  const SealingKey other = SealingKey::generate(random);
  EXPECT_EQ(opened(other, sealed("text"), 4).error().code, ErrorCode::kRefused);
  EXPECT_EQ(opened(key, "no sealed stream at all", 4).error().code, ErrorCode::kInvalid);
}

TEST_F(SealedStream, EveryCutIsNoticed) {
  const Bytes plain = testing::counting(2 * kSealedBlockBytes + 9);
  const Bytes whole = sealed(plain);
  std::vector<std::size_t> cuts{whole.size() - 1};
  for (std::size_t at = 0; at <= kBegin + 18; ++at) cuts.push_back(at);
  for (const std::size_t block : {1U, 2U}) {
    for (const int by : {-1, 0, 1, 17, 18}) {
      cuts.push_back(kBegin + block * kBlock + static_cast<std::size_t>(by));
    }
  }
  for (const std::size_t cut : cuts) {
    EXPECT_FALSE(opened(key, whole.substr(0, cut), plain.size()).ok()) << cut;
  }
}

TEST_F(SealedStream, BlocksThatAreChangedMovedOrAddedAreNoticed) {
  const Bytes plain = testing::counting(3 * kSealedBlockBytes);
  const Bytes whole = sealed(plain);
  for (std::size_t at = 16; at < whole.size(); at += 4093) {
    Bytes changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x40);
    EXPECT_FALSE(opened(key, changed, plain.size()).ok()) << at;
  }
  const Bytes first = whole.substr(kBegin, kBlock), second = whole.substr(kBegin + kBlock, kBlock);
  const Bytes begin = whole.substr(0, kBegin), rest = whole.substr(kBegin + 2 * kBlock);
  EXPECT_FALSE(opened(key, begin + second + first + rest, plain.size()).ok());
  EXPECT_FALSE(opened(key, begin + first + first + second + rest, plain.size()).ok());
  EXPECT_FALSE(opened(key, whole + "x", plain.size()).ok());
  EXPECT_FALSE(opened(key, whole, plain.size() - 1).ok()) << "not all of it was taken";
}

TEST_F(SealedStream, TheWriterCanReadBackWhatItWrote) {
  Bytes out;
  auto writer = SealedStreamWriter::begin(key.publicKey(), random, [&out](ByteView bytes) {
    out += bytes;
    return Status{};
  });
  ASSERT_TRUE(writer.ok());
  ASSERT_TRUE(writer->add("told in confidence").ok());
  ASSERT_TRUE(writer->finish().ok());
  auto reader = SealedStreamReader::begin(writer->key(), from(out));
  ASSERT_TRUE(reader.ok());
  EXPECT_EQ(*reader->take(18), "told in confidence");
  EXPECT_TRUE(reader->finish().ok());
}

TEST_F(SealedStream, ASinkThatFailsIsToldOn) {
  const auto writer = SealedStreamWriter::begin(key.publicKey(), random, [](ByteView) -> Status {
    return Error{ErrorCode::kStorageFull, "The disk is full."};
  });
  ASSERT_FALSE(writer.ok());
  EXPECT_EQ(writer.error().code, ErrorCode::kStorageFull);
}

}  // namespace
}  // namespace rapport
