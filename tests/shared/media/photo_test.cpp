#include "shared/media/photo.h"

#include <gtest/gtest.h>

#include "shared/media/photo_parts.h"
#include "tests/shared/media/made_photos.h"

namespace rapport {
namespace {

using testing::ByteOrder;
using testing::kSecret;

struct Photo {
  MediaKind kind;
  Bytes (*made)(std::uint16_t orientation);
};

Bytes bigJpeg(std::uint16_t orientation) { return testing::jpegWithPlace(orientation); }
Bytes littleJpeg(std::uint16_t orientation) {
  return testing::jpegWithPlace(orientation, ByteOrder::kLittle);
}

class Stripping : public ::testing::TestWithParam<Photo> {
 protected:
  Bytes clean(std::uint16_t orientation) {
    const auto out = withoutMetadata(GetParam().kind, GetParam().made(orientation));
    EXPECT_TRUE(out.ok()) << (out ? "" : out.error().message);
    return out ? *out : Bytes{};
  }
};

TEST_P(Stripping, LeavesNoPlaceNorAnythingElseThatTellsOfIt) {
  ASSERT_NE(GetParam().made(6).find(kSecret), Bytes::npos);
  const Bytes out = clean(6);
  for (const char* gone :
       {"52.09", "Oudegracht", "xap", "MPF", "Photoshop", "tEXt", "iTXt", "tIME", "priv", "XMP "}) {
    EXPECT_EQ(out.find(gone), Bytes::npos) << gone;
  }
  // Nor the directory that held it: its tag, in either order.
  EXPECT_EQ(out.find("\x88\x25"), Bytes::npos);
  EXPECT_EQ(out.find("\x25\x88"), Bytes::npos);
}

TEST_P(Stripping, KeepsThePictureAndWhichWayIsUp) {
  for (std::uint16_t orientation = 2; orientation <= 8; ++orientation) {
    const Bytes out = clean(orientation);
    EXPECT_NE(out.find(testing::picture()), Bytes::npos);
    const std::size_t tiff = out.find(Bytes("MM\0*", 4));
    ASSERT_NE(tiff, Bytes::npos);
    EXPECT_EQ(orientationIn(ByteView(out).substr(tiff)), orientation);
  }
  EXPECT_EQ(clean(1).find(Bytes("MM\0*", 4)), Bytes::npos) << "an upright picture needs no word";
}

TEST_P(Stripping, DoneTwiceChangesNothingMore) {
  const Bytes once = clean(6);
  const auto twice = withoutMetadata(GetParam().kind, once);
  ASSERT_TRUE(twice.ok());
  EXPECT_EQ(*twice, once);
  EXPECT_EQ(mediaKindOf(once), GetParam().kind);
}

TEST_P(Stripping, OfAFileThatIsCutAnywhereLeavesNoPlaceOrRefuses) {
  const Bytes whole = GetParam().made(6);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto out = withoutMetadata(GetParam().kind, ByteView(whole).substr(0, length));
    if (!out) continue;
    EXPECT_EQ(out->find(kSecret), Bytes::npos) << length;
    EXPECT_EQ(withoutMetadata(GetParam().kind, *out).value(), *out) << length;
  }
}

TEST_P(Stripping, OfAFileWithOneByteWrongEndsWell) {
  const Bytes whole = GetParam().made(6);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char wrong : {'\0', '\xFF', '\x7F'}) {
      Bytes damaged = whole;
      damaged[at] = wrong;
      const auto out = withoutMetadata(GetParam().kind, damaged);
      if (!out) continue;
      EXPECT_TRUE(withoutMetadata(GetParam().kind, *out).ok()) << at;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Photos, Stripping,
                         ::testing::Values(Photo{MediaKind::kJpeg, bigJpeg},
                                           Photo{MediaKind::kJpeg, littleJpeg},
                                           Photo{MediaKind::kPng, testing::pngWithPlace},
                                           Photo{MediaKind::kWebp, testing::webpWithPlace}));

TEST(StrippingJpeg, KeepsColoursAndBothScans) {
  const auto out = withoutMetadata(MediaKind::kJpeg, testing::jpegWithPlace(1));
  ASSERT_TRUE(out.ok());
  EXPECT_NE(out->find("ICC_PROFILE"), Bytes::npos);
  EXPECT_NE(out->find("Adobe"), Bytes::npos);
  EXPECT_NE(out->find("JFIF"), Bytes::npos);
  const std::size_t first = out->find(testing::picture());
  EXPECT_NE(out->find(testing::picture(), first + 1), Bytes::npos);
  EXPECT_TRUE(out->ends_with("\xFF\xD9"));
}

TEST(StrippingPhotos, IsForPhotos) {
  EXPECT_EQ(withoutMetadata(MediaKind::kPdf, "%PDF-1.7").error().code, ErrorCode::kInvalid);
  EXPECT_EQ(withoutMetadata(MediaKind::kJpeg, "no photo").error().code, ErrorCode::kInvalid);
}

}  // namespace
}  // namespace rapport
