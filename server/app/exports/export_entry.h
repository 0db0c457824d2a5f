#pragma once

#include "server/app/exports/export_status.h"
#include "shared/base/result.h"
#include "shared/model/catalogue.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/server_store.h"

namespace rapport {

// Writes down who took what, as a record of type `export_entry` (assets/records) under the export's
// id. Inside the writer's transaction.
Status writeExportEntry(ServerWriter& programme, const Arbiter& arbiter, const Catalogue& catalogue,
                        const ExportStatus& made);

}  // namespace rapport
