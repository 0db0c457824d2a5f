#pragma once

#include <nlohmann/json_fwd.hpp>

#include "shared/model/catalogue.h"

namespace rapport {

// {"types": […], "areas": […]}: every declaration as the console draws lists and editors from it,
// and the areas that lists are grouped by, in their order. Drops are no records and are left out.
nlohmann::json typesView(const Catalogue& catalogue);

}  // namespace rapport
