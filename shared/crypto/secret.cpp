#include "shared/crypto/secret.h"

#include <sodium.h>

namespace rapport {

void wipe(void* memory, std::size_t sizeBytes) { sodium_memzero(memory, sizeBytes); }

}  // namespace rapport
