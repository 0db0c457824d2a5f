#pragma once

#include <nlohmann/json_fwd.hpp>

#include "shared/model/catalogue.h"

namespace rapport {

// {"types": […]}: every declaration as the console draws lists and editors from it.
nlohmann::json typesView(const Catalogue& catalogue);

}  // namespace rapport
