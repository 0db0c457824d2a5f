#include "mobile/app/tablet_files.h"

#include <algorithm>
#include <fstream>
#include <limits>

#include <gtest/gtest.h>

#include "mobile/app/chosen_file.h"
#include "shared/protocol/frame_codec.h"
#include "shared/sync/carried_file.h"
#include "tests/support/failing_disk.h"
#include "tests/support/loopback.h"
#include "tests/support/temp_folder.h"

namespace rapport::testing {
namespace {

class TabletFilesTest : public ::testing::Test {
 protected:
  RecordId note(const std::string& text) {
    return ana_.put({{}, "note", {write("text", text)}, {}, nullptr}).id;
  }
  Result<CarriedAway> carry() {
    return files_.carryOut([this](std::uint64_t bytes) { toldBytes_ = bytes; });
  }
  Bytes contentOf(const std::string& path) {
    const auto file = systemDisk().open(path);
    if (!file) return {};
    return *(*file)->read(0, *(*file)->sizeBytes());
  }
  std::vector<std::string> leftBehind() {
    std::vector<std::string> paths;
    for (const Disk::Entry& each : systemDisk().filesBelow(carryFolder_))
      paths.push_back(each.path);
    std::ranges::sort(paths);
    return paths;
  }
  // What the office reads in it.
  std::vector<Frame> framesIn(const Bytes& content) {
    std::vector<Frame> frames;
    std::size_t at = 0;
    const auto source = [&](std::size_t wanted) -> Result<Bytes> {
      Bytes some = content.substr(std::min(at, content.size()), wanted);
      at += some.size();
      return some;
    };
    const auto keyOf = [&](const CarriedHead& head) -> Result<Bytes> {
      EXPECT_EQ(head.replica, ana_.replica());
      return Bytes(ana_.key().publicKey().view());
    };
    const auto each = [&](ByteView frame) {
      frames.push_back(*decodeFrame(frame));
      return Status{};
    };
    EXPECT_TRUE(readCarried(*office_.opens(), source, {keyOf, each}).ok());
    return frames;
  }

  ManualClock clock_;
  SeededRandom random_{31};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kWorker, "Ana"};
  TempFolder folder_;
  const std::string carryFolder_ = (folder_.path() / "to carry").string();
  FailingDisk disk_;
  TabletFiles files_{
      {ana_.store(), ana_.attachments(), ana_.key(), clock_, random_, disk_, carryFolder_, [this] {
         return ana_.profile().letGoOfAttachments(std::numeric_limits<std::uint64_t>::max());
       }}};
  std::uint64_t toldBytes_ = 0;
};

TEST_F(TabletFilesTest, WhatTheOfficeLacksIsInTheFileForItAlone) {
  note("Sent");
  syncOnce(office_, ana_);
  const RecordId late = note("Not sent");
  ana_.attach(late, "what was drawn on the wall");
  const auto away = carry();
  ASSERT_TRUE(away.ok()) << away.error().message;
  EXPECT_EQ(away->files, 1U);
  EXPECT_EQ(leftBehind(), std::vector<std::string>{away->path});
  const Bytes content = contentOf(away->path);
  EXPECT_EQ(content.size(), away->sizeBytes);
  EXPECT_EQ(toldBytes_, away->sizeBytes);
  EXPECT_EQ(content.find("Not sent"), Bytes::npos);
  std::size_t changes = 0;
  std::string drawn;
  for (const Frame& frame : framesIn(content)) {
    if (const auto* offer = std::get_if<OfferChanges>(&frame)) changes += offer->changes.size();
    if (const auto* chunk = std::get_if<AttachmentChunk>(&frame)) drawn += chunk->bytes;
  }
  EXPECT_EQ(changes, away->changes);
  EXPECT_GE(changes, 2U);
  EXPECT_EQ(drawn, "what was drawn on the wall");
  EXPECT_GT(*ana_.store().waitingCount(), 0U) << "it waits here as before";
}

TEST_F(TabletFilesTest, WhereTheOfficeHasEverythingNoFileIsWritten) {
  note("Sent");
  syncOnce(office_, ana_);
  const auto away = carry();
  ASSERT_FALSE(away.ok());
  EXPECT_EQ(away.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(leftBehind(), std::vector<std::string>{});
}

TEST_F(TabletFilesTest, AFullDiskLeavesNothingBehind) {
  syncOnce(office_, ana_);
  note("Not sent");
  disk_.set(FailingDisk::Space::kNone);
  const auto away = carry();
  ASSERT_FALSE(away.ok());
  EXPECT_EQ(away.error().code, ErrorCode::kStorageFull);
  EXPECT_EQ(leftBehind(), std::vector<std::string>{});
  disk_.set(FailingDisk::Space::kThere);
  EXPECT_TRUE(carry().ok());
}

TEST_F(TabletFilesTest, AFileThatIsThereIsNotWrittenOver) {
  syncOnce(office_, ana_);
  note("Not sent");
  const auto first = carry();
  ASSERT_TRUE(first.ok());
  const Bytes before = contentOf(first->path);
  note("Nor this");
  const auto second = carry();
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().code, ErrorCode::kConflict);
  EXPECT_EQ(contentOf(first->path), before);
  clock_.setWall(clock_.wallNow() + std::chrono::minutes(1));
  EXPECT_TRUE(carry().ok());
  EXPECT_EQ(leftBehind().size(), 2U);
}

// What a life that was killed left of it is not in the next one.
TEST_F(TabletFilesTest, HalfAFileOfBeforeIsWrittenAnew) {
  syncOnce(office_, ana_);
  note("Not sent");
  const auto probe = carry();
  ASSERT_TRUE(probe.ok());
  ASSERT_TRUE(systemDisk().rename(probe->path, probe->path + ".part").ok());
  ASSERT_TRUE((*systemDisk().openToWrite(probe->path + ".part"))
                  ->write(probe->sizeBytes, "of another life")
                  .ok());
  const auto away = carry();
  ASSERT_TRUE(away.ok());
  EXPECT_EQ(contentOf(away->path).size(), away->sizeBytes);
  EXPECT_FALSE(framesIn(contentOf(away->path)).empty());
}

TEST_F(TabletFilesTest, WithoutTheOfficesKeyNothingIsWritten) {
  office_.givesItsKey(false);
  LoopbackTablet ben(office_, clock_, random_, Role::kWorker, "Ben");
  ben.put({{}, "note", {write("text", "Not sent")}, {}, nullptr});
  TabletFiles files{
      {ben.store(), ben.attachments(), ben.key(), clock_, random_, disk_, carryFolder_, nullptr}};
  const auto away = files.carryOut([](std::uint64_t) {});
  ASSERT_FALSE(away.ok());
  EXPECT_EQ(away.error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(leftBehind(), std::vector<std::string>{});
}

TEST_F(TabletFilesTest, FilesGoThatTheOfficeHasAndNoOthers) {
  const RecordId sent = note("Sent");
  ana_.attach(sent, "the first drawing");
  const auto none = files_.letGo();
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.error().code, ErrorCode::kNotFound);
  syncOnce(office_, ana_);
  const Attached late = ana_.attach(sent, "the second drawing");
  const auto gone = files_.letGo();
  ASSERT_TRUE(gone.ok()) << gone.error().message;
  EXPECT_EQ(gone->files, 1U);
  EXPECT_TRUE(*ana_.attachments().find(late.attachment));
}

std::string chosen(const TempFolder& folder, const std::string& name, ByteView content) {
  const std::string path = folder.file(name);
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

TEST_F(TabletFilesTest, WhatIsChosenIsCopiedIntoTheRecordAndReadBackWhole) {
  const RecordId about = note("What hung there");
  const Bytes content(3'000'000, 'w');
  const std::string path = chosen(folder_, "wall.txt", content);
  const auto attached = files_.attach(ana_.notebook(), {.about = about, .path = path});
  ASSERT_TRUE(attached.ok()) << attached.error().message;
  ASSERT_TRUE(systemDisk().remove(path).ok());
  EXPECT_EQ(*files_.content(attached->attachment), content);
  const auto kept = files_.of(about);
  ASSERT_EQ(kept->size(), 1U);
  EXPECT_EQ(kept->front().attachment, attached->attachment);
}

TEST_F(TabletFilesTest, WhatCannotBeReadIsNotWhatIsEmpty) {
  const RecordId about = note("What hung there");
  const auto unreadable =
      files_.attach(ana_.notebook(), {.about = about, .path = folder_.file("nowhere.txt")});
  ASSERT_FALSE(unreadable.ok());
  EXPECT_EQ(unreadable.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(unreadable.error().message, kFileUnreadable);
  const auto folder =
      files_.attach(ana_.notebook(), {.about = about, .path = folder_.path().string()});
  ASSERT_FALSE(folder.ok());
  EXPECT_EQ(folder.error().message, kFileUnreadable);
  const auto empty =
      files_.attach(ana_.notebook(), {.about = about, .path = chosen(folder_, "empty.txt", "")});
  ASSERT_FALSE(empty.ok());
  EXPECT_EQ(empty.error().code, ErrorCode::kInvalid);
  EXPECT_EQ(empty.error().message, kFileEmpty);
  EXPECT_TRUE(files_.of(about)->empty());
}

TEST_F(TabletFilesTest, WhatWasLetGoOfIsAskedForAndComes) {
  const Attached sent = ana_.attach(note("Sent"), "the first drawing");
  syncOnce(office_, ana_);
  ASSERT_TRUE(files_.letGo().ok());
  EXPECT_EQ(files_.content(sent.attachment).error().code, ErrorCode::kNotFound);
  ASSERT_TRUE(files_.fetch(ana_.notebook(), sent.attachment).ok());
  EXPECT_EQ(files_.counts()->wanted, 1U);
  syncOnce(office_, ana_);
  EXPECT_EQ(*files_.content(sent.attachment), "the first drawing");
  EXPECT_EQ(files_.fetch(ana_.notebook(), note("No file")).error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace rapport::testing
