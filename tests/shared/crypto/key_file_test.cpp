#include "shared/crypto/key_file.h"

#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "shared/crypto/system_random.h"
#include "tests/support/temp_folder.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;

class KeyFile : public ::testing::Test {
 protected:
  void write(const std::string& content, fs::perms permissions) {
    std::ofstream(path_, std::ios::binary) << content;
    fs::permissions(path_, permissions);
  }

  testing::TempFolder folder_;
  const std::string path_ = folder_.file("data.key");
  SystemRandom random_;
};

constexpr fs::perms kOwnerOnly = fs::perms::owner_read | fs::perms::owner_write;

TEST_F(KeyFile, IsMadeOnceForItsOwnerAloneAndReadAgain) {
  EXPECT_EQ(readKeyFile(path_).error().code, ErrorCode::kNotFound);
  const Result<SecretKey> made = readOrCreateKeyFile(path_, random_);
  ASSERT_TRUE(made.ok()) << made.error().message;
  EXPECT_EQ(fs::status(path_).permissions(), kOwnerOnly);
  EXPECT_EQ(fs::file_size(path_), 32U);
  EXPECT_EQ(readOrCreateKeyFile(path_, random_)->view(), made->view());
  EXPECT_EQ(readKeyFile(path_)->view(), made->view());
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 1) << "nothing is left over";
}

TEST_F(KeyFile, ThatOthersMayReadIsRefusedWithTheRemedy) {
  for (const fs::perms open : {fs::perms::group_read, fs::perms::others_read,
                               fs::perms::group_write, fs::perms::others_exec}) {
    write(std::string(32, 'k'), kOwnerOnly | open);
    const Result<SecretKey> read = readOrCreateKeyFile(path_, random_);
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().code, ErrorCode::kRefused);
    EXPECT_NE(read.error().message.find("chmod 600 " + path_), std::string::npos);
    fs::remove(path_);
  }
}

TEST_F(KeyFile, OfAnotherSizeIsRefusedAndNeverReplaced) {
  for (const std::size_t size : {0U, 31U, 33U, 100000U}) {
    write(std::string(size, 'k'), kOwnerOnly);
    EXPECT_EQ(readOrCreateKeyFile(path_, random_).error().code, ErrorCode::kRefused) << size;
    EXPECT_EQ(fs::file_size(path_), size);
    fs::remove(path_);
  }
}

TEST_F(KeyFile, ThatIsNoPlainFileIsRefusedWithoutWaiting) {
  ASSERT_EQ(mkfifo(path_.c_str(), 0600), 0);
  EXPECT_EQ(readKeyFile(path_).error().code, ErrorCode::kRefused);
  fs::remove(path_);
  fs::create_directory(path_);
  EXPECT_FALSE(readOrCreateKeyFile(path_, random_).ok());
}

TEST_F(KeyFile, InAFolderThatIsNotThereIsAStorageFailure) {
  EXPECT_EQ(readOrCreateKeyFile(folder_.file("no/data.key"), random_).error().code,
            ErrorCode::kStorageFailed);
}

TEST_F(KeyFile, ManyWhoMakeItAtOnceGetOneKey) {
  std::vector<Bytes> keys(8);
  std::vector<std::thread> threads;
  for (Bytes& key : keys) {
    threads.emplace_back([&] {
      SystemRandom own;
      const Result<SecretKey> made = readOrCreateKeyFile(path_, own);
      if (made) key = Bytes(made->view());
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const Bytes& key : keys) EXPECT_EQ(key, keys[0]);
  EXPECT_EQ(keys[0].size(), 32U);
}

}  // namespace
}  // namespace rapport
