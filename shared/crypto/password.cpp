#include "shared/crypto/password.h"

#include <array>
#include <vector>

#include <sodium.h>

#include "shared/base/limits.h"
#include "shared/crypto/sodium.h"

namespace rapport {

Result<std::string> hashPassword(std::string_view password, const PasswordCost& cost) {
  if (password.size() > limits::kPasswordBytes) {
    return Error{ErrorCode::kTooLarge, "This password is too long. Use at most " +
                                           std::to_string(limits::kPasswordBytes) + " bytes."};
  }
  sodium::ready();
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost.passes,
                            cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return Error{ErrorCode::kUnavailable,
                 "There is not enough memory to check a password now. Try again in a moment."};
  }
  return std::string(text.data());
}

PasswordVerdict checkPassword(std::string_view password, const std::string& stored,
                              const PasswordCost& cost) {
  if (password.size() > limits::kPasswordBytes) return PasswordVerdict::kWrong;
  sodium::ready();
  // libsodium reads up to this many bytes, whatever the text's length.
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (stored.size() >= text.size()) return PasswordVerdict::kWrong;
  stored.copy(text.data(), stored.size());
  if (crypto_pwhash_str_verify(text.data(), password.data(), password.size()) != 0) {
    return PasswordVerdict::kWrong;
  }
  return crypto_pwhash_str_needs_rehash(text.data(), cost.passes, cost.memoryBytes) == 0
             ? PasswordVerdict::kRight
             : PasswordVerdict::kRightButWeak;
}

std::string decoyHash(Random& random, const PasswordCost& cost) {
  constexpr std::size_t kSaltBytes = 16, kHashBytes = 32;
  const auto drawn = [&random](std::size_t sizeBytes) {
    std::vector<std::uint8_t> bytes(sizeBytes);
    random.fill(bytes);
    constexpr int kVariant = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
    std::string text(sodium_base64_encoded_len(sizeBytes, kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
    text.pop_back();  // its terminator
    return text;
  };
  return "$argon2id$v=19$m=" + std::to_string(cost.memoryBytes / 1024) +
         ",t=" + std::to_string(cost.passes) + ",p=1$" + drawn(kSaltBytes) + "$" +
         drawn(kHashBytes);
}

std::string generatePassword(Random& random) {
  // 32 signs, so five bits each and no bias: no i, l, o, u, which are misread or make words.
  constexpr std::string_view kSigns = "0123456789abcdefghjkmnpqrstvwxyz";
  constexpr std::size_t kLength = 20;
  std::array<std::uint8_t, kLength> drawn{};
  random.fill(drawn);
  std::string password;
  for (std::size_t i = 0; i < kLength; ++i) {
    if (i != 0 && i % 5 == 0) password.push_back('-');
    password.push_back(kSigns[drawn[i] & 31U]);
  }
  sodium_memzero(drawn.data(), drawn.size());
  return password;
}

}  // namespace rapport
