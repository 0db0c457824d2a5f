#include "shared/crypto/system_random.h"

#include <sodium.h>

#include "shared/crypto/sodium.h"

namespace rapport {

SystemRandom::SystemRandom() { sodium::ready(); }

void SystemRandom::fill(std::span<std::uint8_t> out) { randombytes_buf(out.data(), out.size()); }

}  // namespace rapport
