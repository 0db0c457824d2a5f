#pragma once

#include <cstddef>

#include "shared/base/bytes.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/crypto/secret.h"

namespace rapport {

// A text under a key of its own, which others then get in sealed boxes (sealed_box.h):
//
//    1 byte    1, the version
//   24 bytes   a random nonce
//   the text   XChaCha20-Poly1305 (libsodium's IETF construction), and 16 bytes more
//
// `about` is what the text belongs to: elsewhere it does not open.
inline constexpr std::size_t kSealedBodyOverheadBytes = 41;

Bytes sealBody(const SecretKey& key, ByteView plain, ByteView about, Random& random);
// kRefused: another key, another place, or changed on its way. kInvalid: of a newer version.
Result<Bytes> openBody(const SecretKey& key, ByteView body, ByteView about);

}  // namespace rapport
