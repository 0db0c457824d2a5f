#include "shared/crypto/sealed_folder.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

SecretKey keyOf(std::uint8_t each) {
  SecretKey key;
  std::fill(key.span().begin(), key.span().end(), each);
  return key;
}

std::size_t filesBelow(const fs::path& folder) {
  if (!fs::exists(folder)) return 0;
  std::size_t files = 0;
  for (const auto& each : fs::recursive_directory_iterator(folder)) files += each.is_regular_file();
  return files;
}

class SealedFolderTest : public ::testing::Test {
 protected:
  Bytes wholeOf(std::string_view identity) {
    const auto file = folder_.openWhole(identity);
    return file ? file->read(0, 1000).value() : Bytes("none");
  }
  void grow(std::string_view scope, std::string_view identity, ByteView bytes) {
    auto part = folder_.openPart(scope, identity);
    ASSERT_TRUE(part.ok() && part->append(bytes).ok() && part->sync().ok());
  }

  testing::TempFolder place_;
  const std::string path_ = place_.file("blobs");
  const SealedFolder folder_{path_, keyOf(7)};
};

TEST_F(SealedFolderTest, KeepsAWholeFileUnderANameThatTellsNothing) {
  ASSERT_TRUE(folder_.keepWhole("photo", "a picture").ok());
  EXPECT_EQ(wholeOf("photo"), "a picture");
  EXPECT_EQ(filesBelow(path_), 1U);
  EXPECT_EQ(SealedFolder(path_, keyOf(8)).openWhole("photo").error().code, ErrorCode::kNotFound);
  ASSERT_TRUE(folder_.keepWhole("photo", "a picture").ok()) << "again";
  EXPECT_EQ(wholeOf("photo"), "a picture");
}

TEST_F(SealedFolderTest, PartsOfTwoScopesKnowNothingOfEachOther) {
  grow("ana", "photo", "a pic");
  EXPECT_EQ(folder_.openPart("ana", "photo")->sizeBytes(), 5U);
  EXPECT_EQ(folder_.openPart("ben", "photo")->sizeBytes(), 0U);
  EXPECT_EQ(folder_.partsIn("ana").files, 1U);
  EXPECT_GT(folder_.partsIn("ana").sizeBytes, 5U);
  EXPECT_EQ(folder_.partsIn("cleo").files, 0U);
}

TEST_F(SealedFolderTest, APartBecomesWholeOnce) {
  grow("ana", "photo", "a pic");
  grow("ana", "photo", "ture");
  EXPECT_EQ(wholeOf("photo"), "none");
  ASSERT_TRUE(folder_.promote("ana", "photo").ok());
  EXPECT_EQ(wholeOf("photo"), "a picture");
  EXPECT_EQ(folder_.partsIn("ana").files, 0U);
  EXPECT_FALSE(folder_.promote("ana", "photo").ok());
  grow("ben", "photo", "a picture");
  ASSERT_TRUE(folder_.promote("ben", "photo").ok()) << "another brings the same";
  EXPECT_EQ(filesBelow(path_), 1U);
}

TEST_F(SealedFolderTest, ASweepTakesWhatNothingSpeaksOfOnceItIsOld) {
  ASSERT_TRUE(folder_.keepWhole("photo", "a picture").ok());
  ASSERT_TRUE(folder_.keepWhole("stray", "of a crash").ok());
  grow("ana", "begun", "a pic");
  const std::set<std::string> names{folder_.nameOf("photo")};
  EXPECT_EQ(folder_.sweepWhole(names, seconds{3600}), 0U) << "too young";
  EXPECT_EQ(folder_.sweepParts({}, seconds{3600}), 0U) << "too young";
  EXPECT_EQ(folder_.sweepWhole(names, seconds{0}), 1U);
  EXPECT_EQ(wholeOf("stray"), "none");
  EXPECT_EQ(folder_.partsIn("ana").files, 1U);
  EXPECT_EQ(folder_.sweepParts({folder_.partNameOf("ana", "begun")}, seconds{0}), 0U) << "at work";
  EXPECT_EQ(folder_.sweepParts({folder_.partNameOf("ben", "begun")}, seconds{0}), 1U);
  EXPECT_EQ(wholeOf("photo"), "a picture");
  EXPECT_EQ(SealedFolder(place_.file("none"), keyOf(7)).sweepWhole({}, seconds{0}), 0U);
}

TEST_F(SealedFolderTest, WhatCannotBeKeptIsNotThere) {
  ASSERT_TRUE(folder_.keepWhole("photo", "a picture").ok());
  std::ofstream(place_.file("plain")) << "no folder";
  const SealedFolder wrong(place_.file("plain"), keyOf(7));
  EXPECT_EQ(wrong.keepWhole("photo", "a picture").error().code, ErrorCode::kStorageFailed);
}

}  // namespace
}  // namespace rapport
