#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "shared/base/bytes.h"

namespace rapport {

// SHA-256 (FIPS 180-4): what attachments are named by and public keys are pinned by.
using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256Of(ByteView bytes);

// The same for what arrives in parts.
class Sha256Stream {
 public:
  Sha256Stream();
  Sha256Stream(Sha256Stream&&) noexcept;
  Sha256Stream& operator=(Sha256Stream&&) noexcept;
  ~Sha256Stream();

  void add(ByteView part);
  // The hash of all parts; the stream is spent after it.
  Sha256 finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapport
