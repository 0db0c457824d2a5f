#include "server/app/unspoken_blobs.h"

#include <vector>

namespace rapport {

Result<std::size_t> removeUnspoken(BlobLedger& ledger, BlobFiles& blobs) {
  const auto pinned = ledger.settle();
  if (!pinned) return pinned.error();
  std::vector<BlobFiles::Spoken> spoken;
  for (const PinnedBlob& blob : *pinned) spoken.push_back({blob.programme, blob.sha256});
  return blobs.sweep(spoken);
}

}  // namespace rapport
