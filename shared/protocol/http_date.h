#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"

namespace rapport {

// The time as HTTP's Date header spells it (RFC 9110 section 5.6.7, IMF-fixdate): whole seconds in
// UTC, "Thu, 26 Nov 2026 14:30:05 GMT".
std::string toHttpDate(WallTime time);
// Nothing for any other spelling, also those that the RFC calls obsolete.
std::optional<WallTime> parseHttpDate(std::string_view text);

}  // namespace rapport
