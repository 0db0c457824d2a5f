#include "shared/crypto/signing.h"

#include <cstring>

#include <gtest/gtest.h>

#include "tests/shared/crypto/hex.h"

namespace rapport {
namespace {

using testing::fromHex;
using testing::hexOf;

SigningKey keyFromHex(std::string_view hex) {
  SecretKey seed;
  std::memcpy(seed.data(), fromHex(hex).data(), 32);
  return SigningKey::fromSeed(seed);
}

struct Vector {
  const char* seed;
  const char* publicKey;
  const char* message;
  const char* signature;
};

// RFC 8032, section 7.1, tests 1 to 3.
constexpr Vector kVectors[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b"
     "4"
     "6bd25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11"
     "d"
     "8c387b2eaeb4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc"
     "6"
     "594a7c15e9716ed28dc027beceea1ec40a"},
};

TEST(SigningKey, GivesTheStandardsSignatures) {
  for (const Vector& vector : kVectors) {
    const SigningKey key = keyFromHex(vector.seed);
    EXPECT_EQ(hexOf(key.publicKey().bytes), vector.publicKey);
    const Signature signature = key.sign(fromHex(vector.message));
    EXPECT_EQ(hexOf(signature.bytes), vector.signature);
    EXPECT_TRUE(verify(key.publicKey(), fromHex(vector.message), signature));
  }
}

TEST(SigningKey, ComesBackFromItsSeed) {
  SeededRandom random(1);
  const SigningKey key = SigningKey::generate(random);
  EXPECT_EQ(SigningKey::fromSeed(key.seed()).publicKey(), key.publicKey());
  EXPECT_NE(SigningKey::generate(random).publicKey(), key.publicKey());
}

TEST(Verify, RefusesEveryChangedBitAnotherKeyAndAnotherMessage) {
  SeededRandom random(2);
  const SigningKey key = SigningKey::generate(random);
  const Signature signature = key.sign("message");
  EXPECT_FALSE(verify(key.publicKey(), "massage", signature));
  EXPECT_FALSE(verify(SigningKey::generate(random).publicKey(), "message", signature));
  for (std::size_t bit = 0; bit < 512; ++bit) {
    Signature changed = signature;
    changed.bytes[bit / 8] = static_cast<std::uint8_t>(changed.bytes[bit / 8] ^ (1U << bit % 8));
    EXPECT_FALSE(verify(key.publicKey(), "message", changed)) << bit;
  }
  EXPECT_FALSE(verify(PublicKey{}, "message", Signature{}));
}

TEST(PublicKey, IsReadFromExactlyItsLength) {
  EXPECT_TRUE(PublicKey::fromBytes(Bytes(32, 'a')).has_value());
  EXPECT_FALSE(PublicKey::fromBytes(Bytes(31, 'a')).has_value());
  EXPECT_TRUE(Signature::fromBytes(Bytes(64, 'a')).has_value());
  EXPECT_FALSE(Signature::fromBytes(Bytes(65, 'a')).has_value());
}

}  // namespace
}  // namespace rapport
