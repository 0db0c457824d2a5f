#pragma once

#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace rapport {

// Dates of the demonstration, which must be as fresh next year as today.
//
//   "@day-3"          the date three days before today      "2026-11-25"
//   "@day+1 10:00"    that date at ten, on the wall here    "2026-11-29T10:00:00-06:00"
//   "@now"            the quarter hour now running, as events begin; "@now-45" and "@now+30" are
//                     minutes away from it
//
// Replaces each such text between quotation marks in a line of JSON; other text stays as it is.
// kInvalid, with the text in question, for one that begins with @day or @now and is neither.
Result<std::string> resolveDemoDates(std::string_view line, WallTime now,
                                     std::chrono::minutes utcOffset);

}  // namespace rapport
