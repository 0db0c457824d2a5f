#include "shared/crypto/password.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "shared/base/limits.h"

namespace rapport {
namespace {

constexpr PasswordCost kCheap{1, 8 * 1024};

TEST(Password, RightOneIsRightAndWrongOneWrong) {
  const std::string stored = *hashPassword("correct horse", kCheap);
  EXPECT_EQ(checkPassword("correct horse", stored, kCheap), PasswordVerdict::kRight);
  EXPECT_EQ(checkPassword("correct hors", stored, kCheap), PasswordVerdict::kWrong);
  EXPECT_EQ(checkPassword("", stored, kCheap), PasswordVerdict::kWrong);
}

TEST(Password, HashIsSaltedArgon2id) {
  const std::string stored = *hashPassword("same", kCheap);
  EXPECT_EQ(stored.rfind("$argon2id$v=19$m=8,t=1,p=1$", 0), 0U) << stored;
  EXPECT_NE(stored, *hashPassword("same", kCheap));
}

TEST(Password, DefaultCostIs64MebibytesAndThreePasses) {
  const std::string stored = *hashPassword("x");
  EXPECT_EQ(stored.rfind("$argon2id$v=19$m=65536,t=3,p=1$", 0), 0U) << stored;
  EXPECT_EQ(checkPassword("x", stored), PasswordVerdict::kRight);
}

TEST(Password, CheaperHashIsRightAndToldToBeWeak) {
  const std::string stored = *hashPassword("x", kCheap);
  EXPECT_EQ(checkPassword("x", stored), PasswordVerdict::kRightButWeak);
}

// The same shape as a real one, so that checking it does the same work.
TEST(Password, DecoyLooksLikeAHashOfItsCostAndFitsNothing) {
  SeededRandom random(7);
  const std::string decoy = decoyHash(random, kCheap);
  const std::string real = *hashPassword("x", kCheap);
  EXPECT_EQ(decoy.size(), real.size());
  EXPECT_EQ(decoy.substr(0, decoy.find("p=1$") + 4), real.substr(0, real.find("p=1$") + 4));
  EXPECT_EQ(std::count(decoy.begin(), decoy.end(), '$'), 5);
  EXPECT_EQ(checkPassword("x", decoy, kCheap), PasswordVerdict::kWrong);
  EXPECT_NE(decoy, decoyHash(random, kCheap));
}

TEST(Password, StoredTextThatIsNoHashIsWrong) {
  for (const std::string& stored : {std::string(), std::string("x"), std::string(500, '$'),
                                    std::string("$argon2id$v=19$m=8,t=1,p=1$$")}) {
    EXPECT_EQ(checkPassword("x", stored, kCheap), PasswordVerdict::kWrong);
  }
}

TEST(Password, TooLongIsRefusedBeforeAnyWork) {
  const std::string tooLong(limits::kPasswordBytes + 1, 'a');
  EXPECT_EQ(hashPassword(tooLong, kCheap).error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(checkPassword(tooLong, *hashPassword("x", kCheap), kCheap), PasswordVerdict::kWrong);
}

TEST(GeneratedPassword, IsReadableAndNeverTheSame) {
  SeededRandom random(7);
  std::set<std::string> seen;
  std::set<char> signs;
  for (int i = 0; i < 200; ++i) {
    const std::string password = generatePassword(random);
    EXPECT_EQ(password.size(), 23U);
    EXPECT_EQ(std::count(password.begin(), password.end(), '-'), 3);
    EXPECT_EQ(password.find_first_of("ilouILOU"), std::string::npos);
    EXPECT_TRUE(seen.insert(password).second);
    signs.insert(password.begin(), password.end());
  }
  EXPECT_EQ(signs.size(), 33U) << "every sign is drawn, and the dash";
}

}  // namespace
}  // namespace rapport
