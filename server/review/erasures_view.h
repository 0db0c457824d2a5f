#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "server/review/records_view.h"
#include "shared/base/result.h"

namespace rapport {

// Which records were erased, when and by whom, as they were erased: {"items": [{"id", "type", "at",
// "user"}], "next"}. Of what they said nothing is known any more. `type` is null for a kind that
// this server does not know, `user` empty where the office itself decided. kInvalid: no place in
// this list.
Result<nlohmann::json> erasuresView(const Viewer& viewer, const std::string& after,
                                    std::size_t limit);

}  // namespace rapport
