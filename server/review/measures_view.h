#pragma once

#include <chrono>

#include <nlohmann/json_fwd.hpp>

#include "server/review/records_view.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/model/programme_settings.h"

namespace rapport {

// The first day that is not over yet somewhere on earth: figures speak of the days before it.
std::chrono::sys_days unfinishedDay(WallTime now);

// How the relationship is doing, of the twelve months before a day (PRODUCT.md "Dashboard
// formulas"): {"from", "to", "promises", "told_back", "presence", "reach", "exchange", "areas"},
// each null where the role may not read what it is made of. "months" are the same figures month by
// month, null where a month has too few. The alerts that follow from a figure stand beside it.
// Percentages of fewer than limits::kSmallestGroup are null, and people are a number, "<11" or
// "hidden" (suppression.h).
Result<nlohmann::json> measuresView(const Viewer& viewer, const ProgrammeSettings& settings,
                                    std::chrono::sys_days end);

}  // namespace rapport
