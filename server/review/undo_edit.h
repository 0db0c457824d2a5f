#pragma once

#include <nlohmann/json_fwd.hpp>

#include "server/review/page_edit.h"
#include "shared/base/result.h"

namespace rapport {

// What undoes a change of the record as the page showed it, from {"seen", "change", "field"?}: all
// of it, or what it did at one field or cell. An edit like any other: what nobody on that page had
// seen stands beside it. kConflict: the page must reload, or something of the change does not stand
// there any more; kNotFound: no such record, or no such change that this role may know of; else as
// inverseOf (shared/merge/undo.h).
Result<ServerWrite> undoFrom(ServerReader& reader, const Catalogue& catalogue, const Editor& editor,
                             RecordId id, const nlohmann::json& body);

}  // namespace rapport
