#include "shared/media/recording.h"

#include <gtest/gtest.h>

#include "shared/media/photo_parts.h"
#include "tests/shared/media/made_recordings.h"

namespace rapport {
namespace {

using testing::kNamed;

struct Recording {
  MediaKind kind;
  Bytes (*made)();
};

// In the middle of a long run of the same byte, where a sample is enough.
bool isDull(const Bytes& all, std::size_t at) {
  constexpr std::size_t kSample = 997;
  return at > 0 && at + 1 < all.size() && all[at] == all[at - 1] && all[at] == all[at + 1] &&
         at % kSample != 0;
}

class SoundAlone : public ::testing::TestWithParam<Recording> {
 protected:
  Bytes whole() { return GetParam().made(); }
  Bytes clean() {
    const auto out = soundAlone(GetParam().kind, whole());
    EXPECT_TRUE(out.ok()) << (out ? "" : out.error().message);
    return out ? *out : Bytes{};
  }
};

TEST_P(SoundAlone, NamesNobodyAndNoPlace) {
  ASSERT_NE(whole().find(kNamed), Bytes::npos);
  const Bytes out = clean();
  for (const char* gone : {kNamed, "ID3", "TAG", "APETAGEX", "LYRICS", "LIST", "INFO", "bext",
                           "iXML", "ARTIST", "LOCATION", "Recorder 3000"}) {
    EXPECT_EQ(out.find(gone), Bytes::npos) << gone;
  }
}

TEST_P(SoundAlone, KeepsTheSound) {
  const Bytes out = clean();
  for (std::uint8_t part = 1; part <= testing::kSoundParts; ++part) {
    EXPECT_NE(out.find(testing::sound(part)), Bytes::npos) << int{part};
  }
  EXPECT_EQ(mediaKindOf(out), GetParam().kind);
}

TEST_P(SoundAlone, DoneTwiceChangesNothingMore) {
  const Bytes once = clean();
  const auto twice = soundAlone(GetParam().kind, once);
  ASSERT_TRUE(twice.ok());
  EXPECT_EQ(*twice, once);
}

TEST_P(SoundAlone, OfAFileThatIsCutAnywhereNamesNobodyOrRefuses) {
  const Bytes all = whole();
  for (std::size_t length = 0; length < all.size(); ++length) {
    if (isDull(all, length)) continue;
    const auto out = soundAlone(GetParam().kind, ByteView(all).substr(0, length));
    if (!out) {
      EXPECT_EQ(out.error().code, ErrorCode::kInvalid);
      continue;
    }
    EXPECT_EQ(out->find(kNamed), Bytes::npos) << length;
    EXPECT_EQ(soundAlone(GetParam().kind, *out).value(), *out) << length;
  }
}

TEST_P(SoundAlone, OfAFileWithOneByteWrongEndsWell) {
  const Bytes all = whole();
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (isDull(all, at)) continue;
    for (const char wrong : {'\0', '\xFF', '\x7F'}) {
      Bytes damaged = all;
      damaged[at] = wrong;
      const auto out = soundAlone(GetParam().kind, damaged);
      if (!out) continue;
      const auto twice = soundAlone(GetParam().kind, *out);
      EXPECT_TRUE(twice.ok() && *twice == *out) << at;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Recordings, SoundAlone,
                         ::testing::Values(Recording{MediaKind::kMp3, testing::mp3WithNames},
                                           Recording{MediaKind::kOgg, testing::opusWithNames},
                                           Recording{MediaKind::kOgg, testing::vorbisWithNames},
                                           Recording{MediaKind::kWav, testing::wavWithNames}));

TEST(SoundAloneWav, OfARecorderThatDiedKeepsWhatItHeard) {
  Bytes wav = *soundAlone(MediaKind::kWav, testing::wavWithNames());
  wav.resize(wav.size() - 10);
  const auto out = soundAlone(MediaKind::kWav, wav);
  ASSERT_TRUE(out.ok());
  EXPECT_EQ(littleEndian(*out, 4, 4) + 8, out->size()) << "its lengths are true again";
  EXPECT_NE(out->find(testing::sound(1)), Bytes::npos);
}

// Whose checksums are wrong is played by nobody.
TEST(SoundAloneOgg, ChecksEachPageAnew) {
  const Bytes out = *soundAlone(MediaKind::kOgg, testing::opusWithNames());
  EXPECT_EQ(testing::pagesOf(out), testing::pagesOf(testing::opusWithNames()) - 1)
      << "what filled two pages with words fits on one";
  EXPECT_TRUE(testing::pagesAreInOrder(out));
}

TEST(SoundAloneOgg, WhatIsNeitherOpusNorVorbisIsRefused) {
  const Bytes theora = testing::oggOf({"\x80theora and its sizes"}, {"and its frames"});
  EXPECT_EQ(soundAlone(MediaKind::kOgg, theora).error().code, ErrorCode::kInvalid);
  const Bytes two = testing::opusWithNames() + testing::opusWithNames();
  EXPECT_EQ(soundAlone(MediaKind::kOgg, two).error().code, ErrorCode::kInvalid)
      << "another stream behind it has comments of its own";
}

TEST(SoundAloneRecordings, IsForRecordings) {
  EXPECT_EQ(soundAlone(MediaKind::kPdf, "%PDF-1.7").error().code, ErrorCode::kInvalid);
  EXPECT_EQ(soundAlone(MediaKind::kMp3, "ID3").error().code, ErrorCode::kInvalid);
}

}  // namespace
}  // namespace rapport
