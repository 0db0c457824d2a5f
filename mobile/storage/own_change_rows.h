#pragma once

#include <cstdint>
#include <vector>

#include "shared/base/result.h"
#include "shared/sync/local_store.h"

namespace rapport {

class Connection;
class Statement;

// Rows of the table own_change. `programme` is its key in this database.

// The columns that readOwnChanges expects; a WHERE follows.
inline constexpr char kSelectOwnChange[] =
    "SELECT encoded, hash, stage, reason, effective_millis, effective_logical, before_epoch,"
    " before_n, after_epoch, after_n, mac, chain, learnt_millis FROM own_change";

// kConflict when the counter is taken.
Status insertOwnChange(Connection& connection, std::int64_t programme, const OwnChange& change);
// Other bytes and another receipt under the same counter, in the overlay again. kNotFound when
// there is no such change.
Status updateBytes(Connection& connection, std::int64_t programme, const OwnChange& change);
// Every row that the bound statement still gives.
Result<std::vector<OwnChange>> readOwnChanges(Statement& select);
// kNotFound when there is no such change. One that was sent back leaves the overlay by this.
Status updateReceipt(Connection& connection, std::int64_t programme, std::uint64_t counter,
                     const Receipt& receipt);

}  // namespace rapport
