#include "shared/protocol/change_codec.h"
#include "tests/fuzz/target.h"

namespace rapport::fuzz {

void tryBytes(ByteView bytes) {
  if (isSealedChange(bytes)) {
    const auto sealed = decodeSealedChange(bytes);
    if (sealed) demand(encodeSealedChange(*sealed) == bytes, "a sealed change has one spelling");
    return;
  }
  const auto change = decodeChange(bytes);
  if (!change) return;
  demand(encodeChange(*change) == bytes, "a change has one spelling");
}

}  // namespace rapport::fuzz
