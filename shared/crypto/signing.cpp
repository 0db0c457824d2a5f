#include "shared/crypto/signing.h"

#include <cstring>

#include <sodium.h>

#include "shared/crypto/sodium.h"

namespace rapport {
namespace {

template <typename T>
std::optional<T> copied(ByteView bytes) {
  T made;
  if (bytes.size() != made.bytes.size()) return std::nullopt;
  std::memcpy(made.bytes.data(), bytes.data(), bytes.size());
  return made;
}

}  // namespace

std::optional<PublicKey> PublicKey::fromBytes(ByteView bytes) { return copied<PublicKey>(bytes); }

std::optional<Signature> Signature::fromBytes(ByteView bytes) { return copied<Signature>(bytes); }

SigningKey SigningKey::generate(Random& random) {
  SecretKey seed;
  random.fill(seed.span());
  return fromSeed(seed);
}

SigningKey SigningKey::fromSeed(const SecretKey& seed) {
  SigningKey key;
  crypto_sign_seed_keypair(key.public_.bytes.data(), key.secret_.data(), seed.data());
  return key;
}

SecretKey SigningKey::seed() const {
  SecretKey seed;
  crypto_sign_ed25519_sk_to_seed(seed.data(), secret_.data());
  return seed;
}

Signature SigningKey::sign(ByteView message) const {
  Signature signature;
  crypto_sign_detached(signature.bytes.data(), nullptr, sodium::bytesOf(message), message.size(),
                       secret_.data());
  return signature;
}

bool verify(const PublicKey& key, ByteView message, const Signature& signature) {
  return crypto_sign_verify_detached(signature.bytes.data(), sodium::bytesOf(message),
                                     message.size(), key.bytes.data()) == 0;
}

}  // namespace rapport
