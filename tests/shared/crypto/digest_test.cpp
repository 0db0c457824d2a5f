#include "shared/crypto/digest.h"

#include <gtest/gtest.h>

#include "shared/crypto/sha256.h"
#include "tests/shared/crypto/hex.h"

namespace rapport {
namespace {

using testing::hexOf;

TEST(DigestOf, IsBlake2bWith256Bits) {
  EXPECT_EQ(hexOf(digestOf("")),
            "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  EXPECT_EQ(hexOf(digestOf("abc")),
            "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(DigestStream, IsTheDigestOfAllPartsWhereverTheyAreCut) {
  const Bytes whole = testing::counting(1000);
  for (const std::size_t cut : {0U, 1U, 127U, 128U, 129U, 1000U}) {
    DigestStream stream;
    stream.add(ByteView(whole).substr(0, cut));
    DigestStream moved = std::move(stream);
    moved.add(ByteView(whole).substr(cut));
    EXPECT_EQ(moved.finish(), digestOf(whole)) << cut;
  }
}

TEST(Sha256Of, GivesTheStandardsExamples) {
  EXPECT_EQ(hexOf(sha256Of("")),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hexOf(sha256Of("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256Stream, IsTheHashOfAllParts) {
  Sha256Stream stream;
  stream.add("a");
  stream.add("");
  stream.add("bc");
  EXPECT_EQ(stream.finish(), sha256Of("abc"));
}

}  // namespace
}  // namespace rapport
