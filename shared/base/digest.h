#pragma once

#include <array>
#include <cstdint>

namespace rapport {

// BLAKE2b-256, made by shared/crypto. Here so that folders without cryptography can carry one.
using Digest = std::array<std::uint8_t, 32>;

}  // namespace rapport
