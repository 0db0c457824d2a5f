#include <gtest/gtest.h>

#include "shared/crypto/sealed_stream.h"
#include "shared/crypto/signing.h"
#include "shared/sync/carried_file.h"
#include "tests/support/loopback.h"

// The file that a person carries: whoever reads it believes nothing.

namespace rapport::testing {
namespace {

class CarriedFile : public ::testing::Test {
 protected:
  Bytes written(const std::vector<Bytes>& frames, const SigningKey& device) {
    Bytes file;
    auto writer =
        CarriedWriter::begin(head_, office_.publicKey(), device, random_, [&file](ByteView bytes) {
          file.append(bytes);
          return Status{};
        });
    EXPECT_TRUE(writer.ok());
    for (const Bytes& frame : frames) EXPECT_TRUE(writer->add(frame).ok());
    EXPECT_TRUE(writer->finish().ok());
    return file;
  }
  Status read(const Bytes& file, const SigningKey& device) {
    frames_.clear();
    std::size_t at = 0;
    const auto source = [&](std::size_t wanted) -> Result<Bytes> {
      Bytes some = file.substr(std::min(at, file.size()), wanted);
      at += some.size();
      return some;
    };
    const auto keyOf = [&](const CarriedHead& head) -> Result<Bytes> {
      EXPECT_EQ(head, head_);
      return Bytes(device.publicKey().view());
    };
    const auto each = [&](ByteView frame) {
      frames_.emplace_back(frame);
      return Status{};
    };
    return readCarried(office_, source, {keyOf, each});
  }

  SeededRandom random_{11};
  const SealingKey office_ = SealingKey::generate(random_);
  const SigningKey device_ = SigningKey::generate(random_);
  const CarriedHead head_{"quillan", {makeUuidV4(random_)}, WallTime{std::chrono::seconds{1}}};
  std::vector<Bytes> frames_;
};

TEST_F(CarriedFile, SaysWhatWasWritten) {
  const std::vector<Bytes> frames{"one", Bytes(200'000, 'x'), "three"};
  ASSERT_TRUE(read(written(frames, device_), device_).ok());
  EXPECT_EQ(frames_, frames);
  ASSERT_TRUE(read(written({}, device_), device_).ok());
  EXPECT_TRUE(frames_.empty());
}

TEST_F(CarriedFile, IsNobodysButTheDevicesThatItNames) {
  const SigningKey other = SigningKey::generate(random_);
  const Status done = read(written({"one"}, other), device_);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kRefused);
}

TEST_F(CarriedFile, ChangedOrCutAnywhereItIsRefused) {
  const Bytes whole = written({"one", "two"}, device_);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    Bytes spoilt = whole;
    spoilt[at] = static_cast<char>(spoilt[at] ^ 1);
    EXPECT_FALSE(read(spoilt, device_)) << at;
    EXPECT_FALSE(read(whole.substr(0, at), device_)) << at;
  }
  EXPECT_FALSE(read(whole + "x", device_));
}

// Sealed to the office by anybody, as sealing lets them: the lengths are theirs too.
TEST_F(CarriedFile, WhatAStrangerSealsIsBounded) {
  for (const Bytes& plain :
       {Bytes("rapport carried1\xFF\xFF\xFF\xFF"), Bytes("rapport carried1\x04\0\0\0xxxx", 24),
        Bytes("rapport carried2"), Bytes("short")}) {
    Bytes file;
    auto stream = SealedStreamWriter::begin(office_.publicKey(), random_, [&](ByteView bytes) {
      file.append(bytes);
      return Status{};
    });
    ASSERT_TRUE(stream.ok());
    ASSERT_TRUE(stream->add(plain).ok());
    ASSERT_TRUE(stream->finish().ok());
    EXPECT_FALSE(read(file, device_));
  }
}

}  // namespace
}  // namespace rapport::testing
