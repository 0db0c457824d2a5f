#include "shared/media/media_kind.h"

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "tests/shared/media/made_photos.h"

namespace rapport {
namespace {

TEST(MediaKind, IsReadFromTheBytesAndNotFromTheName) {
  EXPECT_EQ(mediaKindOf(testing::jpegWithPlace(1)), MediaKind::kJpeg);
  EXPECT_EQ(mediaKindOf(testing::pngWithPlace(1)), MediaKind::kPng);
  EXPECT_EQ(mediaKindOf(testing::webpWithPlace(1)), MediaKind::kWebp);
  EXPECT_EQ(mediaKindOf("OggS\0\2 and so on"), MediaKind::kOgg);
  EXPECT_EQ(mediaKindOf("RIFF....WAVEfmt "), MediaKind::kWav);
  EXPECT_EQ(mediaKindOf("ID3\4 and so on"), MediaKind::kMp3);
  EXPECT_EQ(mediaKindOf("\xFF\xFB\x90\x64"), MediaKind::kMp3);
  EXPECT_EQ(mediaKindOf("%PDF-1.7\n"), MediaKind::kPdf);
  EXPECT_EQ(mediaKindOf("Minutes of Tuesday.\n¿Quién viene?"), MediaKind::kText);
}

TEST(MediaKind, WhatABrowserCouldRunIsTextOrNothing) {
  EXPECT_EQ(mediaKindOf("<html><script>alert(1)</script>"), MediaKind::kText);
  EXPECT_EQ(mediaKindOf("<svg xmlns='http://www.w3.org/2000/svg'/>"), MediaKind::kText);
  EXPECT_EQ(mediaTypeOf(MediaKind::kText), "text/plain");
}

TEST(MediaKind, WhatIsNotOnTheListIsNothing) {
  EXPECT_FALSE(mediaKindOf(""));
  EXPECT_FALSE(
      mediaKindOf(Bytes("\0\0\0\x18"
                        "ftypheic",
                        12)));
  EXPECT_FALSE(
      mediaKindOf(Bytes("\0\0\0\x18"
                        "ftypmp42",
                        12)));
  EXPECT_FALSE(mediaKindOf("PK\3\4 an archive"));
  EXPECT_FALSE(
      mediaKindOf("\x7F"
                  "ELF\2\1\1"));
  EXPECT_FALSE(mediaKindOf("half a word \xC3("));
}

TEST(MediaKind, HasOneNameAndALimit) {
  for (const char* name : {"image/jpeg", "image/png", "image/webp", "audio/ogg", "audio/wav",
                           "audio/mpeg", "application/pdf", "text/plain"}) {
    const auto kind = mediaKindNamed(name);
    ASSERT_TRUE(kind) << name;
    EXPECT_EQ(mediaTypeOf(*kind), name);
    EXPECT_LE(mostBytesOf(*kind), limits::kBlobBytes);
  }
  EXPECT_FALSE(mediaKindNamed("text/html"));
  EXPECT_FALSE(mediaKindNamed("image/svg+xml"));
}

TEST(MediaKind, TextMayBeCutInsideACharacter) {
  EXPECT_EQ(mediaKindOf("caf\xC3"), MediaKind::kText);
}

}  // namespace
}  // namespace rapport
