#include "shared/crypto/sha256.h"

#include <sodium.h>

#include "shared/crypto/sodium.h"

namespace rapport {

struct Sha256Stream::State {
  crypto_hash_sha256_state sha;
};

Sha256 sha256Of(ByteView bytes) {
  Sha256 hash;
  crypto_hash_sha256(hash.data(), sodium::bytesOf(bytes), bytes.size());
  return hash;
}

Sha256Stream::Sha256Stream() : state_(std::make_unique<State>()) {
  crypto_hash_sha256_init(&state_->sha);
}

Sha256Stream::Sha256Stream(Sha256Stream&&) noexcept = default;
Sha256Stream& Sha256Stream::operator=(Sha256Stream&&) noexcept = default;
Sha256Stream::~Sha256Stream() = default;

void Sha256Stream::add(ByteView part) {
  crypto_hash_sha256_update(&state_->sha, sodium::bytesOf(part), part.size());
}

Sha256 Sha256Stream::finish() {
  Sha256 hash;
  crypto_hash_sha256_final(&state_->sha, hash.data());
  return hash;
}

}  // namespace rapport
