#include "shared/crypto/base64url.h"

#include <gtest/gtest.h>

#include "tests/shared/crypto/hex.h"

namespace rapport {
namespace {

TEST(Base64Url, GivesTheStandardsExamplesWithoutPadding) {
  EXPECT_EQ(toBase64Url(""), "");
  EXPECT_EQ(toBase64Url("f"), "Zg");
  EXPECT_EQ(toBase64Url("foobar"), "Zm9vYmFy");
  EXPECT_EQ(toBase64Url("\xfb\xff"), "-_8");
}

TEST(Base64Url, ComesBackAtEveryLength) {
  for (std::size_t length = 0; length < 100; ++length) {
    const Bytes bytes = testing::counting(length);
    EXPECT_EQ(fromBase64Url(toBase64Url(bytes)), bytes) << length;
  }
}

TEST(Base64Url, RefusesEveryOtherSpelling) {
  for (const char* text :
       {"Zg==", "Zg=", "Z", "Zm9v YmFy", "+/8", "Zm9vYmFy\n", "Zh", "Zm9vYmF\xc3"}) {
    EXPECT_FALSE(fromBase64Url(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace rapport
