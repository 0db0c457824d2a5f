#pragma once

#include <nlohmann/json_fwd.hpp>

#include "server/review/records_view.h"
#include "shared/base/result.h"

namespace rapport {

// {counts: {type: n}, conflicts, refused, devices, last_upload: {at, device, person} | null,
// recent: [{id, type, title, at, person, device}]}, of the types that the role may read.
Result<nlohmann::json> overviewView(const Viewer& viewer);

}  // namespace rapport
