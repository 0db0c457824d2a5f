#include "shared/crypto/digest.h"

#include <sodium.h>

#include "shared/crypto/sodium.h"

namespace rapport {

struct DigestStream::State {
  crypto_generichash_state blake;
};

Digest digestOf(ByteView bytes) {
  Digest digest;
  crypto_generichash(digest.data(), digest.size(), sodium::bytesOf(bytes), bytes.size(), nullptr,
                     0);
  return digest;
}

DigestStream::DigestStream() : state_(std::make_unique<State>()) {
  crypto_generichash_init(&state_->blake, nullptr, 0, std::tuple_size_v<Digest>);
}

DigestStream::DigestStream(DigestStream&&) noexcept = default;
DigestStream& DigestStream::operator=(DigestStream&&) noexcept = default;
DigestStream::~DigestStream() = default;

void DigestStream::add(ByteView part) {
  crypto_generichash_update(&state_->blake, sodium::bytesOf(part), part.size());
}

Digest DigestStream::finish() {
  Digest digest;
  crypto_generichash_final(&state_->blake, digest.data(), digest.size());
  return digest;
}

}  // namespace rapport
