#pragma once

#include <cstddef>

#include "shared/base/bytes.h"

// Inside shared/crypto only: how its .cpp files reach libsodium.
namespace rapport::sodium {

// libsodium must be readied once before anything random or timed; ends the program if it cannot be,
// because nothing that follows would be safe.
void ready();

inline const unsigned char* bytesOf(ByteView view) {
  return reinterpret_cast<const unsigned char*>(view.data());
}
inline unsigned char* bytesOf(Bytes& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

}  // namespace rapport::sodium
