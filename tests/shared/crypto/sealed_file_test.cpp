#include "shared/crypto/sealed_file.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "shared/base/random.h"
#include "tests/support/temp_folder.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;

Bytes contentsOf(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void overwrite(const std::string& path, const Bytes& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

class SealedFileTest : public ::testing::Test {
 protected:
  SealedFileTest() {
    SeededRandom random(5);
    random.fill(key_.span());
    random.fill(otherKey_.span());
    random.fill({reinterpret_cast<std::uint8_t*>(plain_.data()), plain_.size()});
  }

  Result<SealedFile> open(SealedFile::Opening opening, const std::string& identity = "one") {
    return SealedFile::open(path_, key_, identity, opening);
  }
  void write(std::initializer_list<std::size_t> pieces) {
    auto file = open(SealedFile::Opening::kGrow);
    ASSERT_TRUE(file.ok());
    for (const std::size_t sizeBytes : pieces) {
      ASSERT_TRUE(file->append(ByteView(plain_).substr(file->sizeBytes(), sizeBytes)).ok());
      ASSERT_TRUE(file->sync().ok());
    }
  }

  testing::TempFolder folder_;
  const std::string path_ = folder_.file("blob");
  SecretKey key_, otherKey_;
  Bytes plain_ = Bytes(600'000, '\0');
};

TEST_F(SealedFileTest, GivesBackWhatWasWrittenFromAnyByteOn) {
  write({1, 70'000, 300'000, 99});
  const auto file = open(SealedFile::Opening::kRead);
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(file->sizeBytes(), 370'100U);
  for (const std::size_t from : {0U, 1U, 2U, 70'000U, 70'001U, 332'000U, 370'099U}) {
    const auto read = file->read(from, 100'000);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(*read, plain_.substr(from, std::min<std::size_t>(100'000, 370'100 - from))) << from;
  }
  EXPECT_EQ(file->read(370'100, 10)->size(), 0U);
  EXPECT_EQ(*file->sha256(), sha256Of(ByteView(plain_).substr(0, 370'100)));
}

TEST_F(SealedFileTest, GoesOnAfterATornEndWithWhatWasSynced) {
  write({1000, 2000});
  const Bytes whole = contentsOf(path_);
  const std::size_t first = 1000 + 44;
  for (std::size_t length = first; length < whole.size(); length += 97) {
    overwrite(path_, whole.substr(0, length));
    auto file = open(SealedFile::Opening::kGrow);
    ASSERT_TRUE(file.ok());
    ASSERT_EQ(file->sizeBytes(), 1000U) << length;
    ASSERT_TRUE(file->append(ByteView(plain_).substr(1000, 2000)).ok());
    EXPECT_EQ(*file->sha256(), sha256Of(ByteView(plain_).substr(0, 3000)));
  }
}

TEST_F(SealedFileTest, CutsAnEndWhoseLengthCameToTheDiskBeforeItsBytes) {
  write({1000, 2000});
  Bytes torn = contentsOf(path_);
  std::fill(torn.begin() + 1044 + 4, torn.end(), '\0');
  overwrite(path_, torn);
  const auto file = open(SealedFile::Opening::kGrow);
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(file->sizeBytes(), 1000U);
}

TEST_F(SealedFileTest, EveryFlippedBitIsSeen) {
  write({40, 30});
  const Bytes whole = contentsOf(path_);
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    Bytes flipped = whole;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    overwrite(path_, flipped);
    const auto file = open(SealedFile::Opening::kRead);
    ASSERT_TRUE(file.ok());
    const auto hash = file->sha256();
    // A damaged length makes it shorter; who knows the size sees that.
    EXPECT_TRUE(!hash || file->sizeBytes() != 70) << bit;
    if (!hash) {
      EXPECT_EQ(hash.error().code, ErrorCode::kStorageFailed);
    }
  }
}

TEST_F(SealedFileTest, PiecesCannotBeMovedSwappedOrRepeated) {
  write({500, 500});
  const Bytes whole = contentsOf(path_);
  const Bytes first = whole.substr(0, 544), second = whole.substr(544);
  for (const Bytes& moved : {second, second + first, first + first, first + second + second}) {
    overwrite(path_, moved);
    EXPECT_FALSE(open(SealedFile::Opening::kRead)->sha256().ok());
  }
}

TEST_F(SealedFileTest, OpensUnderItsOwnKeyAndIdentityAlone) {
  write({500});
  EXPECT_TRUE(open(SealedFile::Opening::kRead)->sha256().ok());
  EXPECT_FALSE(open(SealedFile::Opening::kRead, "another")->sha256().ok());
  EXPECT_FALSE(
      SealedFile::open(path_, otherKey_, "one", SealedFile::Opening::kRead)->sha256().ok());
}

TEST_F(SealedFileTest, HidesItsContentsAndIsItsOwnersAlone) {
  std::string words = "the baker's blue door on the third floor";
  auto file = open(SealedFile::Opening::kGrow);
  ASSERT_TRUE(file->append(words).ok() && file->append(words).ok() && file->sync().ok());
  const Bytes there = contentsOf(path_);
  EXPECT_EQ(there.find("baker"), Bytes::npos);
  EXPECT_NE(there.substr(28, 40), there.substr(28 + 84, 40)) << "a nonce of its own each time";
  EXPECT_EQ(fs::status(path_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(SealedFileTest, WhatIsNotThereIsNotMadeByReading) {
  EXPECT_EQ(open(SealedFile::Opening::kRead).error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(fs::exists(path_));
}

}  // namespace
}  // namespace rapport
