#pragma once

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/sync/receipt.h"

namespace rapport {

template <std::size_t kSize>
class Secret;
using SecretKey = Secret<32>;

// PROTOCOL.md "Hashes": how changes are hashed, chained, and how a verdict is proved later.

Digest hashOfChange(ByteView encoded);
// The chain of a replica after one more change. It begins with 32 zero bytes.
Digest chainAfter(const Digest& chain, const Digest& hash);
// 16 bytes over hash, stage and effective time.
Bytes macOfVerdict(const SecretKey& key, const Digest& hash, ReceiptStage stage,
                   HybridTime effective);

}  // namespace rapport
