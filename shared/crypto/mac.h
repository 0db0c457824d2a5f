#pragma once

#include <array>
#include <cstdint>

#include "shared/base/bytes.h"
#include "shared/crypto/secret.h"

namespace rapport {

using Mac16 = std::array<std::uint8_t, 16>;
using Mac32 = std::array<std::uint8_t, 32>;

// Keyed BLAKE2b (RFC 7693): only who holds the key can make it. The two lengths of one message have
// nothing in common.
Mac16 mac16(const SecretKey& key, ByteView message);
Mac32 mac32(const SecretKey& key, ByteView message);

// In constant time; `mac` must have exactly 16 or 32 bytes to fit.
bool macFits(const SecretKey& key, ByteView message, ByteView mac);

}  // namespace rapport
