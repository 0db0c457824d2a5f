#include "shared/crypto/sealed_box.h"

#include <cstring>

#include <sodium.h>

#include "shared/crypto/sodium.h"

namespace rapport {

static_assert(kSealOverheadBytes == crypto_box_SEALBYTES);

std::optional<SealingPublicKey> SealingPublicKey::fromBytes(ByteView bytes) {
  SealingPublicKey key;
  if (bytes.size() != key.bytes.size()) return std::nullopt;
  std::memcpy(key.bytes.data(), bytes.data(), bytes.size());
  return key;
}

SealingKey SealingKey::generate(Random& random) {
  SecretKey secret;
  random.fill(secret.span());
  return fromSecret(secret);
}

SealingKey SealingKey::fromSecret(const SecretKey& secret) {
  SealingKey key;
  key.secret_ = secret.copy();
  crypto_scalarmult_base(key.public_.bytes.data(), key.secret_.data());
  return key;
}

Result<Bytes> SealingKey::open(ByteView sealed) const {
  const Error cannot{ErrorCode::kRefused,
                     "This sealed text cannot be opened: it was sealed to another key, or it was "
                     "changed on its way."};
  if (sealed.size() < kSealOverheadBytes) return cannot;
  Bytes plain(sealed.size() - kSealOverheadBytes, '\0');
  if (crypto_box_seal_open(sodium::bytesOf(plain), sodium::bytesOf(sealed), sealed.size(),
                           public_.bytes.data(), secret_.data()) != 0) {
    return cannot;
  }
  return plain;
}

Result<Bytes> seal(const SealingPublicKey& key, ByteView plain) {
  sodium::ready();
  Bytes sealed(plain.size() + kSealOverheadBytes, '\0');
  if (crypto_box_seal(sodium::bytesOf(sealed), sodium::bytesOf(plain), plain.size(),
                      key.bytes.data()) != 0) {
    return Error{ErrorCode::kInvalid, "This public key cannot be sealed to."};
  }
  return sealed;
}

// As libsodium makes one: the one-time public key, and a box under it and a nonce that is the hash
// of both public keys.
Result<Bytes> seal(const SealingPublicKey& key, ByteView plain, Random& random) {
  sodium::ready();
  const SealingKey once = SealingKey::generate(random);
  std::array<unsigned char, crypto_box_NONCEBYTES> nonce{};
  Bytes both(once.publicKey().view());
  both.append(key.view());
  crypto_generichash(nonce.data(), nonce.size(), sodium::bytesOf(both), both.size(), nullptr, 0);
  Bytes box(plain.size() + crypto_box_MACBYTES, '\0');
  if (crypto_box_easy(sodium::bytesOf(box), sodium::bytesOf(plain), plain.size(), nonce.data(),
                      key.bytes.data(), once.secret().data()) != 0) {
    return Error{ErrorCode::kInvalid, "This public key cannot be sealed to."};
  }
  return Bytes(once.publicKey().view()) + box;
}

}  // namespace rapport
