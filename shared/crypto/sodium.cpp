#include "shared/crypto/sodium.h"

#include <cstdio>
#include <cstdlib>

#include <sodium.h>

namespace rapport::sodium {

void ready() {
  static const bool done = [] {
    if (sodium_init() >= 0) return true;
    std::fputs("libsodium cannot be used on this machine: no source of randomness.\n", stderr);
    std::abort();
  }();
  (void)done;
}

}  // namespace rapport::sodium
