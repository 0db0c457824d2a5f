#include "shared/sync/chain.h"

#include "shared/base/byte_writer.h"
#include "shared/crypto/digest.h"
#include "shared/crypto/mac.h"

namespace rapport {

Digest hashOfChange(ByteView encoded) { return digestOf(encoded); }

Digest chainAfter(const Digest& chain, const Digest& hash) {
  Bytes both(viewOf(chain));
  both.append(viewOf(hash));
  return digestOf(both);
}

Bytes macOfVerdict(const SecretKey& key, const Digest& hash, ReceiptStage stage,
                   HybridTime effective) {
  ByteWriter message;
  message.raw(viewOf(hash));
  message.byte(static_cast<std::uint8_t>(stage));
  message.zigzag(effective.millis);
  message.varint(effective.logical);
  const Mac16 mac = mac16(key, message.bytes());
  return Bytes(mac.begin(), mac.end());
}

}  // namespace rapport
