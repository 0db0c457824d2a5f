#pragma once

#include "shared/base/result.h"
#include "shared/merge/brought_heads.h"
#include "shared/sync/server_store.h"

namespace rapport {

// What copies that were joined into this record held; what was erased of it is left out.
Result<BroughtHeads> broughtTo(ServerReader& programme, RecordId record);

}  // namespace rapport
