#include "shared/crypto/mac.h"

#include <cstring>

#include <gtest/gtest.h>

#include "shared/crypto/compare.h"
#include "tests/shared/crypto/hex.h"

namespace rapport {
namespace {

SecretKey keyOf(std::uint8_t fill) {
  SecretKey key;
  std::memset(key.data(), fill, 32);
  return key;
}

template <typename Mac>
Bytes bytesOf(const Mac& mac) {
  return {reinterpret_cast<const char*>(mac.data()), mac.size()};
}

TEST(Mac, FitsItsMessageAndKeyAlone) {
  for (const Bytes& mac : {bytesOf(mac16(keyOf(1), "m")), bytesOf(mac32(keyOf(1), "m"))}) {
    EXPECT_TRUE(macFits(keyOf(1), "m", mac));
    EXPECT_FALSE(macFits(keyOf(2), "m", mac));
    EXPECT_FALSE(macFits(keyOf(1), "n", mac));
    for (std::size_t bit = 0; bit < mac.size() * 8; ++bit) {
      Bytes changed = mac;
      changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
      EXPECT_FALSE(macFits(keyOf(1), "m", changed));
    }
  }
}

TEST(Mac, OfAnyOtherLengthNeverFits) {
  const Bytes mac = bytesOf(mac32(keyOf(1), "m"));
  for (std::size_t length = 0; length < mac.size(); ++length) {
    EXPECT_FALSE(macFits(keyOf(1), "m", mac.substr(0, length))) << length;
  }
  EXPECT_FALSE(macFits(keyOf(1), "m", mac + '\0'));
}

TEST(Mac, IsKeyedBlake2b) {
  SecretKey key;
  std::memcpy(key.data(), testing::counting(32).data(), 32);
  // hashlib.blake2b(b"abc", key=bytes(range(32)), digest_size=…)
  EXPECT_EQ(testing::hexOf(mac32(key, "abc")),
            "d63a32d3e44738d7907f964316c241adaba0abfeabc32349677578a15a203f7f");
  EXPECT_EQ(testing::hexOf(mac16(key, "abc")), "1a64be47e4729d951c302ee543f97cf3");
}

TEST(EqualInConstantTime, ComparesAllBytesAndTheLength) {
  EXPECT_TRUE(equalInConstantTime("", ""));
  EXPECT_TRUE(equalInConstantTime("same", "same"));
  EXPECT_FALSE(equalInConstantTime("same", "sama"));
  EXPECT_FALSE(equalInConstantTime("same", "same!"));
}

TEST(Secret, IsWipedWhenItIsMovedFromAndWhenItGoes) {
  SecretKey first = keyOf(7);
  const SecretKey second = std::move(first);
  EXPECT_EQ(first.view(), Bytes(32, '\0'));  // NOLINT: looks at what the move left
  EXPECT_EQ(second.view(), Bytes(32, 7));
}

}  // namespace
}  // namespace rapport
