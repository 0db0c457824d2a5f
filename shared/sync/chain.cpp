#include "shared/sync/chain.h"

#include <algorithm>

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

std::uint64_t tagOfCommit(const SecretKey& key, Number reached, std::uint32_t drawn) {
  ByteWriter message;
  message.raw("rapport commit\n");
  message.fixed64(reached.epoch.value);
  message.varint(reached.n);
  message.varint(drawn);
  const Mac16 mac = mac16(key, message.bytes());
  std::uint64_t tag = drawn;
  for (std::size_t i = 0; i < 4; ++i) tag = tag << 8U | mac[i];
  return std::max<std::uint64_t>(tag, 1);
}

bool isTagOfCommit(const SecretKey& key, Number reached, std::uint64_t tag) {
  return tagOfCommit(key, reached, static_cast<std::uint32_t>(tag >> 32U)) == tag;
}

}  // namespace rapport
