#pragma once

#include <map>
#include <string>
#include <vector>

#include "server/review/partners/stewardship.h"
#include "server/review/records_view.h"
#include "shared/base/result.h"

namespace rapport {

// Every stewardship by the id of its partner. Read whole whoever asks, because dates that a role
// may not read still decide who holds it; what of it leaves is its caller's to filter. Empty where
// the viewer's role does not read stewardships.
Result<std::map<std::string, std::vector<Stewardship>>> stewardFacts(const Viewer& viewer);

}  // namespace rapport
