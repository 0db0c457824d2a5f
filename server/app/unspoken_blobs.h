#pragma once

#include <cstddef>

#include "shared/base/blob_files.h"
#include "shared/sync/server_blobs.h"

namespace rapport {

// Removes blobs that nothing speaks of, pins that no record speaks of first, so that what they
// alone kept goes too; answers how many files went. What was left alone
// for less than limits::kStrayLife stays. Fails as the ledger does, and has then removed no file.
Result<std::size_t> removeUnspoken(BlobLedger& ledger, BlobFiles& blobs);

}  // namespace rapport
