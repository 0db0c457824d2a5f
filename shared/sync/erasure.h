#pragma once

#include <set>
#include <vector>

#include "shared/base/result.h"
#include "shared/merge/change.h"
#include "shared/merge/state.h"
#include "shared/model/catalogue.h"
#include "shared/sync/server_store.h"

namespace rapport {

// What is erased with a record: what belongs to it (the fields that are declared `belongs`), and a
// correction with what it corrects.

// Records that this one belongs to.
std::vector<RecordId> ownersOf(const RecordType& type, const RecordState& record);
// … and that this change says so of.
std::vector<RecordId> ownersOf(const RecordType& type, const Change& change);

// The record, and everything in the programme that belongs to it, or to what belongs to it. Walks
// every record of the programme, once for each step away from it.
Result<std::set<RecordId>> belongingTo(ServerReader& programme, const Catalogue& types,
                                       RecordId record);

}  // namespace rapport
