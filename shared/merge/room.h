#pragma once

#include "shared/base/result.h"
#include "shared/merge/change.h"
#include "shared/merge/state.h"

namespace rapport {

// Would the record, with this change, still fit the limits that every reader of its bytes holds it
// to? Errs on the small side, so that no codec ever meets a record it must refuse.
Status checkRoom(const RecordState& now, const Change& change);

}  // namespace rapport
