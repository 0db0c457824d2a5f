#pragma once

#include <memory>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"

namespace rapport {

// BLAKE2b with 32 bytes of output (RFC 7693).
Digest digestOf(ByteView bytes);

// The same for what arrives in parts.
class DigestStream {
 public:
  DigestStream();
  DigestStream(DigestStream&&) noexcept;
  DigestStream& operator=(DigestStream&&) noexcept;
  ~DigestStream();

  void add(ByteView part);
  // The digest of all parts; the stream is spent after it.
  Digest finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

inline ByteView viewOf(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace rapport
