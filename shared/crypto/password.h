#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/base/random.h"
#include "shared/base/result.h"

namespace rapport {

// What one guess costs. The default takes about a fifth of a second; only tests ask for less.
struct PasswordCost {
  unsigned long long passes = 3;
  std::size_t memoryBytes = std::size_t{64} * 1024 * 1024;
};

// argon2id in its usual text form, with salt and cost inside. Blocks for the time of the cost:
// never on a network thread. kTooLarge past limits::kPasswordBytes, kUnavailable without memory.
Result<std::string> hashPassword(std::string_view password, const PasswordCost& cost = {});

enum class PasswordVerdict {
  kWrong,
  kRight,
  kRightButWeak,  // right, and the hash was made with another cost: hash it anew
};

// As slow as hashing. A stored text that is no hash is kWrong.
PasswordVerdict checkPassword(std::string_view password, const std::string& stored,
                              const PasswordCost& cost = {});

// What looks like a hash of this cost and fits no password: checking against it takes as long as
// against a real one, and making it takes no time.
std::string decoyHash(Random& random, const PasswordCost& cost = {});

// Twenty letters and digits that are not mistaken for each other, in fives: "k7m2q-…". 100 bits.
std::string generatePassword(Random& random);

}  // namespace rapport
