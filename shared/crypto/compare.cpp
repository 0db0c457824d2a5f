#include "shared/crypto/compare.h"

#include <sodium.h>

namespace rapport {

bool equalInConstantTime(ByteView left, ByteView right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace rapport
