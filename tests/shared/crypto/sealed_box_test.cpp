#include "shared/crypto/sealed_box.h"

#include <cstring>

#include <gtest/gtest.h>

#include "tests/shared/crypto/hex.h"

namespace rapport {
namespace {

TEST(SealedBox, IsOpenedByItsOwnerAlone) {
  SeededRandom random(3);
  const SealingKey owner = SealingKey::generate(random);
  const SealingKey other = SealingKey::generate(random);
  for (const Bytes& plain : {Bytes{}, Bytes("told in confidence"), testing::counting(70000)}) {
    const Result<Bytes> sealed = seal(owner.publicKey(), plain);
    ASSERT_TRUE(sealed.ok());
    EXPECT_EQ(sealed->size(), plain.size() + kSealOverheadBytes);
    EXPECT_EQ(*owner.open(*sealed), plain);
    EXPECT_EQ(other.open(*sealed).error().code, ErrorCode::kRefused);
  }
}

TEST(SealedBox, SealsTheSameTextDifferentlyEachTime) {
  SeededRandom random(4);
  const SealingKey owner = SealingKey::generate(random);
  EXPECT_NE(*seal(owner.publicKey(), "same"), *seal(owner.publicKey(), "same"));
}

TEST(SealedBox, ComesOutTheSameFromOneSeedAndOpensLikeAnyOther) {
  SeededRandom random(8);
  const SealingKey owner = SealingKey::generate(random);
  for (const Bytes& plain : {Bytes{}, Bytes("told in confidence"), testing::counting(70000)}) {
    SeededRandom one(9), same(9), other(10);
    const Bytes sealed = *seal(owner.publicKey(), plain, one);
    EXPECT_EQ(sealed, *seal(owner.publicKey(), plain, same));
    EXPECT_NE(sealed, *seal(owner.publicKey(), plain, other));
    EXPECT_NE(sealed, *seal(owner.publicKey(), plain, one));
    EXPECT_EQ(sealed.size(), plain.size() + kSealOverheadBytes);
    EXPECT_EQ(*owner.open(sealed), plain);
  }
  // A point of small order: nothing that is sealed to it is secret.
  EXPECT_EQ(seal(SealingPublicKey{}, "text", random).error().code, ErrorCode::kInvalid);
}

TEST(SealedBox, ChangedOrCutIsRefused) {
  SeededRandom random(5);
  const SealingKey owner = SealingKey::generate(random);
  const Bytes sealed = *seal(owner.publicKey(), "text");
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    Bytes changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(owner.open(changed).ok()) << i;
    EXPECT_FALSE(owner.open(sealed.substr(0, i)).ok()) << i;
  }
}

TEST(SealedBox, KeyComesBackFromItsSecret) {
  SeededRandom random(6);
  const SealingKey owner = SealingKey::generate(random);
  const SealingKey again = SealingKey::fromSecret(owner.secret());
  EXPECT_EQ(again.publicKey(), owner.publicKey());
  EXPECT_EQ(*again.open(*seal(owner.publicKey(), "text")), "text");
}

TEST(SealedBox, PublicHalfIsTheStandardsPoint) {
  // RFC 7748, section 6.1: Bob's keys.
  SecretKey secret;
  std::memcpy(
      secret.data(),
      testing::fromHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb").data(),
      32);
  EXPECT_EQ(testing::hexOf(SealingKey::fromSecret(secret).publicKey().bytes),
            "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
}

TEST(SealedBox, PointThatCannotBeSealedToIsRefused) {
  EXPECT_EQ(seal(SealingPublicKey{}, "text").error().code, ErrorCode::kInvalid);
}

}  // namespace
}  // namespace rapport
