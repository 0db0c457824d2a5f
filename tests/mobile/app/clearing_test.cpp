#include "mobile/app/clearing.h"

#include <filesystem>
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"

namespace rapport::testing {
namespace {

namespace fs = std::filesystem;

class ClearingTest : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"profile.db", "profile.db-wal", "database.key", "device.key"}) {
      std::ofstream(folder_.file(name)) << "something of a person's";
    }
    fs::create_directories(folder_.path() / "attachments" / "whole");
    std::ofstream(folder_.file("attachments/whole/photo")) << "sealed";
    std::ofstream(folder_.file("screen.ini")) << "language=es";
  }
  std::set<std::string> left() const {
    std::set<std::string> names;
    for (const auto& each : fs::directory_iterator(folder_.path())) {
      names.insert(each.path().filename().string());
    }
    return names;
  }
  ProfileFiles files() const { return {folder_.path().string(), folder_.file("database.key")}; }

  TempFolder folder_;
};

TEST_F(ClearingTest, EverythingOfThePersonGoesAndTheReasonStays) {
  ASSERT_TRUE(clearProfile(files(), "Access was withdrawn.").ok());
  EXPECT_EQ(left(), (std::set<std::string>{"cleared", "screen.ini"}));
  EXPECT_EQ(whyCleared(folder_.path().string()), "Access was withdrawn.");
  ASSERT_TRUE(forgetWhyCleared(folder_.path().string()).ok());
  EXPECT_EQ(whyCleared(folder_.path().string()), std::nullopt);
  EXPECT_TRUE(forgetWhyCleared(folder_.path().string()).ok());
}

TEST_F(ClearingTest, WhatWasCutOffIsGoneOnWith) {
  std::ofstream(folder_.file("clearing")) << "Access was withdrawn.";
  fs::remove(folder_.file("database.key"));
  ASSERT_TRUE(finishClearing(files()).ok());
  EXPECT_EQ(left(), (std::set<std::string>{"cleared", "screen.ini"}));
  EXPECT_EQ(whyCleared(folder_.path().string()), "Access was withdrawn.");
}

TEST_F(ClearingTest, WhatWasNeverBegunClearsNothing) {
  const auto before = left();
  ASSERT_TRUE(finishClearing(files()).ok());
  EXPECT_EQ(left(), before);
  EXPECT_EQ(whyCleared(folder_.path().string()), std::nullopt);
}

TEST_F(ClearingTest, AKeyThatIsKeptElsewhereGoesToo) {
  const TempFolder elsewhere;
  fs::rename(folder_.file("database.key"), elsewhere.file("kept.key"));
  ASSERT_TRUE(clearProfile({folder_.path().string(), elsewhere.file("kept.key")}, "Why.").ok());
  EXPECT_FALSE(fs::exists(elsewhere.file("kept.key")));
}

}  // namespace
}  // namespace rapport::testing
