#include "server/blobs/blob_folder.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "shared/base/random.h"
#include "shared/crypto/sha256.h"
#include "tests/support/temp_folder.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;

SecretKey someKey() {
  SecretKey key;
  SeededRandom(9).fill(key.span());
  return key;
}

ReplicaId replica(std::uint64_t seed) {
  SeededRandom random(seed);
  return {makeUuidV4(random)};
}

class BlobFolderTest : public ::testing::Test {
 protected:
  std::unique_ptr<IncomingBlob> receive(const Bytes& content, ReplicaId from,
                                        const std::string& programme = "quillan") {
    auto blob = blobs_.receive(programme, from, sha256Of(content), content.size());
    EXPECT_TRUE(blob.ok()) << (blob ? "" : blob.error().message);
    return blob ? *std::move(blob) : nullptr;
  }
  void bring(const Bytes& content, const std::string& programme = "quillan") {
    const auto blob = receive(content, ana_, programme);
    ASSERT_TRUE(blob->append(content).ok());
    ASSERT_TRUE(blob->finish().ok());
  }
  bool has(const Bytes& content, const std::string& programme = "quillan") {
    const auto whole = blobs_.open(programme, sha256Of(content));
    return whole.ok() && (*whole)->read(0, content.size() + 1).value() == content;
  }
  std::vector<fs::path> files() {
    std::vector<fs::path> found;
    for (const auto& each : fs::recursive_directory_iterator(place_.path())) {
      if (each.is_regular_file()) found.push_back(each.path());
    }
    return found;
  }

  testing::TempFolder place_;
  BlobFolder blobs_{place_.file("blobs"), someKey()};
  const ReplicaId ana_ = replica(1), ben_ = replica(2);
  const Bytes photo_ = "a picture of the bus stop";
};

TEST_F(BlobFolderTest, ABlobComesInPiecesOverSeveralConnections) {
  ASSERT_TRUE(receive(photo_, ana_)->append("a picture").ok());
  EXPECT_EQ(receive(photo_, ana_)->haveBytes(), 9U);
  EXPECT_FALSE(has(photo_));
  const auto later = receive(photo_, ana_);
  ASSERT_TRUE(later->append(photo_.substr(9)).ok());
  ASSERT_TRUE(later->finish().ok());
  EXPECT_TRUE(has(photo_));
  EXPECT_EQ(files().size(), 1U);
}

TEST_F(BlobFolderTest, ReplicasDoNotSeeEachOthersUploads) {
  ASSERT_TRUE(receive(photo_, ana_)->append("a picture").ok());
  EXPECT_EQ(receive(photo_, ben_)->haveBytes(), 0U);
}

TEST_F(BlobFolderTest, ProgrammesShareNothing) {
  bring(photo_);
  EXPECT_TRUE(has(photo_));
  EXPECT_EQ(blobs_.open("heron", sha256Of(photo_)).error().code, ErrorCode::kNotFound);
  bring(photo_, "heron");
  EXPECT_EQ(files().size(), 2U);
}

TEST_F(BlobFolderTest, OtherBytesThanTheNameSaysAreThrownAway) {
  const auto blob = receive(photo_, ana_);
  ASSERT_TRUE(blob->append("a picture of the bus shop").ok());
  EXPECT_EQ(blob->finish().error().code, ErrorCode::kInvalid);
  EXPECT_FALSE(has(photo_));
  EXPECT_EQ(receive(photo_, ana_)->haveBytes(), 0U);
}

TEST_F(BlobFolderTest, OfTwoConnectionsTheLaterGoesOn) {
  const auto earlier = receive(photo_, ana_);
  ASSERT_TRUE(earlier->append("a picture").ok());
  const auto later = receive(photo_, ana_);
  EXPECT_EQ(earlier->append("x").error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(earlier->finish().error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(later->haveBytes(), 9U);
  ASSERT_TRUE(later->append(photo_.substr(9)).ok());
  EXPECT_TRUE(later->finish().ok());
}

TEST_F(BlobFolderTest, OneReplicaBeginsOnlySoMany) {
  std::vector<std::unique_ptr<IncomingBlob>> begun;
  for (std::size_t i = 0; i < limits::kUploadsBegun; ++i) {
    begun.push_back(receive("photo " + std::to_string(i), ana_));
    ASSERT_TRUE(begun.back()->append("p").ok());
  }
  const auto more = blobs_.receive("quillan", ana_, sha256Of(photo_), photo_.size());
  EXPECT_EQ(more.error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(files().size(), limits::kUploadsBegun) << "nothing of it stays";
  EXPECT_NE(receive("photo 3", ana_), nullptr) << "what was begun goes on";
  EXPECT_NE(receive(photo_, ben_), nullptr) << "another's are its own";
}

TEST_F(BlobFolderTest, CheckSeesWhatIsMissingShortOrChanged) {
  bring(photo_);
  const Digest sha256 = sha256Of(photo_);
  EXPECT_TRUE(blobs_.check("quillan", sha256, photo_.size()).ok());
  EXPECT_FALSE(blobs_.check("quillan", sha256, photo_.size() + 1).ok());
  EXPECT_FALSE(blobs_.check("quillan", sha256Of("another"), 7).ok());
  std::fstream file(files().front(), std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(40);
  file.put('~');
  file.close();
  EXPECT_EQ(blobs_.check("quillan", sha256, photo_.size()).error().code, ErrorCode::kStorageFailed);
}

TEST_F(BlobFolderTest, ASweepTakesOldStraysAndOldUploadsAndNothingElse) {
  bring(photo_);
  bring("a stray");
  ASSERT_TRUE(receive("begun", ben_)->append("b").ok());
  const std::vector<BlobFolder::Spoken> pinned{{"quillan", sha256Of(photo_)}};
  EXPECT_EQ(blobs_.sweep(pinned), 0U);
  for (const fs::path& each : files()) {
    fs::last_write_time(each, fs::file_time_type::clock::now() - std::chrono::hours{25});
  }
  EXPECT_EQ(blobs_.sweep(pinned), 1U);
  EXPECT_TRUE(has(photo_));
  EXPECT_FALSE(has("a stray"));
  for (const fs::path& each : files()) {
    fs::last_write_time(each, fs::file_time_type::clock::now() - limits::kUploadLife);
  }
  EXPECT_EQ(blobs_.sweep(pinned), 1U);
  EXPECT_TRUE(has(photo_));
}

// A clock that was years behind when an upload began, say.
TEST_F(BlobFolderTest, ASweepLeavesAloneWhatIsBeingSentHoweverOldItLooks) {
  auto sent = receive(photo_, ben_);
  ASSERT_TRUE(sent->append(photo_.substr(0, 4)).ok());
  for (const fs::path& each : files()) {
    fs::last_write_time(each, fs::file_time_type::clock::now() - limits::kUploadLife);
  }
  EXPECT_EQ(blobs_.sweep({}), 0U);
  ASSERT_TRUE(sent->append(photo_.substr(4)).ok());
  EXPECT_TRUE(sent->finish().ok());
  EXPECT_TRUE(has(photo_));
}

TEST_F(BlobFolderTest, ManyMayBringTheSameAtOnce) {
  std::vector<std::thread> threads;
  std::atomic<int> kept{0};
  for (std::uint64_t each = 0; each < 8; ++each) {
    threads.emplace_back([&, each] {
      const auto blob =
          blobs_.receive("quillan", replica(100 + each), sha256Of(photo_), photo_.size());
      if (blob && (*blob)->append(photo_) && (*blob)->finish()) ++kept;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(kept, 8);
  EXPECT_TRUE(has(photo_));
  EXPECT_EQ(files().size(), 1U);
}

}  // namespace
}  // namespace rapport
