#pragma once

#include <cstdint>
#include <vector>

#include "shared/base/result.h"
#include "shared/sync/server_store.h"

namespace rapport {

class Connection;

// People's drafts. `programme` is the programme's key in this database.

Result<std::vector<DraftRow>> readDrafts(Connection& connection, std::int64_t programme,
                                         PersonId person);
Status putDraftRow(Connection& connection, std::int64_t programme, const DraftRow& draft);
Status forgetDraftRow(Connection& connection, std::int64_t programme, PersonId person,
                      ReplicaId device, std::string_view key);
// Those whose key or words name the record.
Status forgetDraftsNaming(Connection& connection, std::int64_t programme, RecordId record);

}  // namespace rapport
