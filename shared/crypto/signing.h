#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "shared/base/bytes.h"
#include "shared/base/random.h"
#include "shared/crypto/secret.h"

namespace rapport {

struct PublicKey {
  std::array<std::uint8_t, 32> bytes{};
  bool operator==(const PublicKey&) const = default;
  ByteView view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
  // Exactly 32 bytes; else nothing.
  static std::optional<PublicKey> fromBytes(ByteView bytes);
};

struct Signature {
  std::array<std::uint8_t, 64> bytes{};
  bool operator==(const Signature&) const = default;
  ByteView view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
  // Exactly 64 bytes; else nothing.
  static std::optional<Signature> fromBytes(ByteView bytes);
};

// An Ed25519 key pair (RFC 8032). Kept as its 32-byte seed, from which it is made again.
class SigningKey {
 public:
  static SigningKey generate(Random& random);
  static SigningKey fromSeed(const SecretKey& seed);

  const PublicKey& publicKey() const { return public_; }
  SecretKey seed() const;
  Signature sign(ByteView message) const;

 private:
  SigningKey() = default;

  Secret<64> secret_;
  PublicKey public_;
};

// Whether the owner of the key signed exactly this message.
bool verify(const PublicKey& key, ByteView message, const Signature& signature);

}  // namespace rapport
