// Each reason for which a file is not attached has a sentence of its own in each language, and
// leaves nothing behind.

#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "mobile/viewmodels/tongue.h"
#include "shared/base/limits.h"
#include "tests/mobile/viewmodels/files_bench.h"

namespace rapport {
namespace {

using testing::FailingDisk;
using testing::FilesBench;

class WhyNotAttached : public ::testing::TestWithParam<Tongue> {
 protected:
  WhyNotAttached() { speak(GetParam()); }
  ~WhyNotAttached() override { speak(Tongue::kEnglish); }

  // What the screen says; nothing was kept.
  QString refused(const std::string& path) {
    bench_.choose(path);
    EXPECT_EQ(bench_.rows().count(), 0);
    EXPECT_TRUE(bench_.named("photos").empty());
    const QString said = bench_.model().problem();
    EXPECT_NE(said, "");
    if (GetParam() != Tongue::kEnglish) {
      EXPECT_FALSE(said.contains("Nothing was saved")) << said.toStdString();
      EXPECT_NE(said, wordsOf(Error{ErrorCode::kInvalid, "unknown"})) << path;
      EXPECT_NE(said, wordsOf(Error{ErrorCode::kTooLarge, "unknown"})) << path;
      EXPECT_NE(said, wordsOf(Error{ErrorCode::kNotFound, "unknown"})) << path;
    }
    return said;
  }
  // Of the size and no more: the beginning says the kind.
  std::string huge(const std::string& name, ByteView beginning, std::size_t sizeBytes) {
    const std::string path = bench_.write(name, beginning);
    std::filesystem::resize_file(path, sizeBytes);
    return path;
  }

  FilesBench bench_;
};

TEST_P(WhyNotAttached, IsSaidOfEachFile) {
  std::set<QString> said;
  said.insert(refused("/nowhere/wall.png"));
  said.insert(refused(std::filesystem::temp_directory_path().string()));
  EXPECT_EQ(said.size(), 1U) << "a folder cannot be read either";
  said.insert(refused(bench_.write("empty.txt", "")));
  said.insert(refused(bench_.write("film.mp4", Bytes("\0\0\0\x18"
                                                     "ftypmp42",
                                                     12))));
  said.insert(refused(huge("huge.png", Bytes("\x89PNG\r\n\x1A\n", 8), limits::kPhotoBytes + 1)));
  said.insert(refused(huge("talk.wav", "RIFF....WAVE", limits::kRecordingBytes + 1)));
  said.insert(refused(huge("plan.pdf", "%PDF-1.7", limits::kPaperBytes + 1)));
  said.insert(refused(bench_.write("broken.jpg", "\xFF\xD8\xFF\xE1")));
  said.insert(refused(bench_.write("broken.wav", "RIFF....WAVE")));
  EXPECT_EQ(said.size(), 8U) << "each its own";
}

TEST_P(WhyNotAttached, IsSaidOfAFullDiskAndTheTabletSaysSoUntilThereIsRoom) {
  const std::string photo = bench_.photo();
  bench_.solo().disk().set(FailingDisk::Space::kNone);
  const QString said = refused(photo);
  EXPECT_TRUE(bench_.desk().full());
  if (GetParam() == Tongue::kEnglish) {
    EXPECT_EQ(said,
              "The file was not saved: the tablet has no space left. What you saved before is "
              "safe. Make room in the settings, then add it again.");
  }
  bench_.solo().disk().set(FailingDisk::Space::kThere);
  bench_.choose(photo);
  EXPECT_EQ(bench_.rows().count(), 1);
  EXPECT_EQ(bench_.model().problem(), "");
  EXPECT_FALSE(bench_.desk().full());
}

TEST_P(WhyNotAttached, IsSaidOfARecordThatIsGone) {
  bench_.solo().behind([&](Notebook& notebook, Drafts&) {
    ASSERT_TRUE(notebook.put({.id = bench_.about(), .deletion = Deletion::kDelete}).ok());
  });
  const QString said = refused(bench_.photo());
  if (GetParam() == Tongue::kEnglish) {
    EXPECT_EQ(said, "This record is not on this tablet, or was deleted. Nothing was saved.");
  }
}

TEST_P(WhyNotAttached, IsSaidOfARecordThatIsFull) {
  bench_.solo().behind([&](Notebook& notebook, Drafts&) {
    for (std::size_t at = 0; at < limits::kAttachmentsPerRecord; ++at) {
      const std::string content = "list " + std::to_string(at);
      ASSERT_TRUE(attach(notebook, bench_.solo().attachments(),
                         {bench_.about(), {}, "list.txt", content, {}}, bench_.clock(),
                         bench_.solo().random())
                      .ok());
    }
  });
  bench_.choose(bench_.photo());
  const QString said = bench_.model().problem();
  if (GetParam() == Tongue::kEnglish) {
    EXPECT_EQ(said,
              "This record has as many files as it may have. Nothing was saved; attach it to "
              "another record.");
  } else {
    EXPECT_NE(said, wordsOf(Error{ErrorCode::kTooLarge, "unknown"}));
  }
}

INSTANTIATE_TEST_SUITE_P(In, WhyNotAttached,
                         ::testing::Values(Tongue::kEnglish, Tongue::kSpanish, Tongue::kArabic),
                         [](const auto& each) { return codeOf(each.param); });

}  // namespace
}  // namespace rapport
