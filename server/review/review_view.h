#pragma once

#include <nlohmann/json_fwd.hpp>

#include "server/review/page_edit.h"
#include "server/review/records_view.h"
#include "shared/base/result.h"

namespace rapport {

// What was last said of a record, for the record's page: {"outcome", "comment", "user", "at",
// "current"}, null where nobody did or where the role may not know. `current`: nothing of the
// record came since.
Result<nlohmann::json> reviewView(const Viewer& viewer, const RecordState& record);

// A review from {"seen", "outcome", "comment"?} of a record as the page showed it: the first one,
// or what is said now in place of an earlier one. kConflict: the page is of another epoch;
// kNotFound: no such record for this role; kRefused: this role does not review; kInvalid: the body
// makes no sense.
Result<ServerWrite> reviewFrom(ServerReader& reader, const Catalogue& catalogue,
                               const Editor& editor, RecordId about, const nlohmann::json& body);

}  // namespace rapport
