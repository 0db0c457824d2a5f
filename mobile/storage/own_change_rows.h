#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/sync/local_store.h"

namespace rapport {

class Connection;
class Statement;

// Rows of the table own_change. `programme` is its key in this database.

// A query whose rows readOwnChanges takes. `index` is the one of own_change to walk, or empty: its
// key. `rest` begins with WHERE.
std::string selectOwnChanges(std::string_view index, std::string_view rest);

// kConflict when the counter is taken.
Status insertOwnChange(Connection& connection, std::int64_t programme, const OwnChange& change);
// Other bytes and another receipt under the same counter, in the overlay again. kNotFound when
// there is no such change.
Status updateBytes(Connection& connection, std::int64_t programme, const OwnChange& change);
// Other bytes of the same change, and nothing of what stood before it. kNotFound as above.
Status replaceBytes(Connection& connection, std::int64_t programme, const OwnChange& change);
// Every row that the bound statement still gives.
Result<std::vector<OwnChange>> readOwnChanges(Statement& select);
Result<std::optional<Bytes>> readBefore(Connection& connection, std::int64_t programme,
                                        std::uint64_t counter);
// kNotFound when there is no such change. One that was sent back leaves the overlay by this.
Status updateReceipt(Connection& connection, std::int64_t programme, std::uint64_t counter,
                     const Receipt& receipt, Overlay overlay);

}  // namespace rapport
