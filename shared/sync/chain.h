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

// Names the commit that reached this number, so that a tablet's cursor tells whether it took it
// from this past: one half is drawn at random, the other proves that this server drew it. Never 0.
std::uint64_t tagOfCommit(const SecretKey& key, Number reached, std::uint32_t drawn);
bool isTagOfCommit(const SecretKey& key, Number reached, std::uint64_t tag);

}  // namespace rapport
