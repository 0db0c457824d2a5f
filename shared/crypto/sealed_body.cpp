#include "shared/crypto/sealed_body.h"

#include <array>

#include <sodium.h>

#include "shared/crypto/sodium.h"

namespace rapport {
namespace {

constexpr char kVersion = 1;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(kSealedBodyOverheadBytes == 1 + kNonceBytes + kTagBytes);

}  // namespace

Bytes sealBody(const SecretKey& key, ByteView plain, ByteView about, Random& random) {
  sodium::ready();
  std::array<std::uint8_t, kNonceBytes> nonce{};
  random.fill(nonce);
  Bytes locked(plain.size() + kTagBytes, '\0');
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      sodium::bytesOf(locked), nullptr, sodium::bytesOf(plain), plain.size(),
      sodium::bytesOf(about), about.size(), nullptr, nonce.data(), key.data());
  Bytes body(1, kVersion);
  body.append(reinterpret_cast<const char*>(nonce.data()), nonce.size());
  return body + locked;
}

Result<Bytes> openBody(const SecretKey& key, ByteView body, ByteView about) {
  sodium::ready();
  if (body.size() < kSealedBodyOverheadBytes || body.front() != kVersion) {
    return Error{ErrorCode::kInvalid, "This sealed text is none that this version reads."};
  }
  const ByteView nonce = body.substr(1, kNonceBytes);
  const ByteView locked = body.substr(1 + kNonceBytes);
  Bytes plain(locked.size() - kTagBytes, '\0');
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          sodium::bytesOf(plain), nullptr, nullptr, sodium::bytesOf(locked), locked.size(),
          sodium::bytesOf(about), about.size(), sodium::bytesOf(nonce), key.data()) != 0) {
    return Error{
        ErrorCode::kRefused,
        "This sealed text cannot be opened: it was sealed under another key or for another "
        "record, or it was changed on its way."};
  }
  return plain;
}

}  // namespace rapport
