#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "server/review/records_view.h"
#include "shared/base/result.h"

namespace rapport {

// What tablets brought and the office did not take, kept for a coordinator until somebody has seen
// to it, newest first: {"items": [{place, at, received_at, user, device, reason, record, type,
// there, may_settle, operations}], "next"} (openapi.json, AsideEntry). What the role may not read
// is left out, and all words of a record that is, or was meant to be, sealed; a box that nobody
// opened has none. kInvalid: no place in this list.
Result<nlohmann::json> asideView(const Viewer& viewer, const std::string& after, std::size_t limit);

// Nobody puts away what they may not read: then nobody would. kRefused.
Status maySettleAside(const Viewer& viewer, std::int64_t place);

// The place that a page names. Nothing: it is none.
std::optional<std::int64_t> asidePlace(const std::string& text);

}  // namespace rapport
