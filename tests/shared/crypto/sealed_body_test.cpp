#include "shared/crypto/sealed_body.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

class SealedBody : public ::testing::Test {
 protected:
  SealedBody() { random_.fill(key_.span()); }
  SeededRandom random_{41};
  SecretKey key_;
};

TEST_F(SealedBody, OpensUnderItsKeyInItsPlace) {
  for (const std::size_t size : {0U, 1U, 300U, 50'000U}) {
    const Bytes plain(size, 'w');
    const Bytes body = sealBody(key_, plain, "record 1", random_);
    EXPECT_EQ(body.size(), size + kSealedBodyOverheadBytes);
    const auto opened = openBody(key_, body, "record 1");
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(*opened, plain);
  }
}

TEST_F(SealedBody, TheSameWordsNeverLookTheSame) {
  EXPECT_NE(sealBody(key_, "words", "", random_), sealBody(key_, "words", "", random_));
}

TEST_F(SealedBody, InAnotherPlaceOrUnderAnotherKeyItStaysShut) {
  const Bytes body = sealBody(key_, "words", "record 1", random_);
  EXPECT_EQ(openBody(key_, body, "record 2").error().code, ErrorCode::kRefused);
  SecretKey other;
  random_.fill(other.span());
  EXPECT_EQ(openBody(other, body, "record 1").error().code, ErrorCode::kRefused);
}

TEST_F(SealedBody, EveryByteOfItCounts) {
  const Bytes body = sealBody(key_, "words", "record 1", random_);
  for (std::size_t at = 0; at < body.size(); ++at) {
    Bytes changed = body;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_FALSE(openBody(key_, changed, "record 1").ok()) << at;
    EXPECT_FALSE(openBody(key_, body.substr(0, at), "record 1").ok()) << at;
  }
  EXPECT_FALSE(openBody(key_, body + "x", "record 1").ok());
}

}  // namespace
}  // namespace rapport
