#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "shared/base/bytes.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/crypto/secret.h"

namespace rapport {

// An X25519 key that others seal to.
struct SealingPublicKey {
  std::array<std::uint8_t, 32> bytes{};
  bool operator==(const SealingPublicKey&) const = default;
  ByteView view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
  // Exactly 32 bytes; else nothing.
  static std::optional<SealingPublicKey> fromBytes(ByteView bytes);
};

// The private half; whoever holds it opens what was sealed.
class SealingKey {
 public:
  static SealingKey generate(Random& random);
  static SealingKey fromSecret(const SecretKey& secret);

  const SealingPublicKey& publicKey() const { return public_; }
  const SecretKey& secret() const { return secret_; }
  // kRefused for what was sealed to another key, or changed on its way.
  Result<Bytes> open(ByteView sealed) const;

 private:
  SealingKey() = default;

  SecretKey secret_;
  SealingPublicKey public_;
};

// How many bytes longer the sealed text is.
inline constexpr std::size_t kSealOverheadBytes = 48;

// A libsodium sealed box (X25519, XSalsa20-Poly1305): only the key's owner can read it, and not
// even the writer can open it again. Says nothing about who wrote it. kInvalid when the key is no
// point that can be sealed to.
Result<Bytes> seal(const SealingPublicKey& key, ByteView plain);
// The same box, its one-time key drawn from here: for what must come out the same from one seed.
Result<Bytes> seal(const SealingPublicKey& key, ByteView plain, Random& random);

}  // namespace rapport
