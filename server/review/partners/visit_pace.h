#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace rapport {

// How far the promised rhythm of visits is kept with one partner at this moment.
enum class VisitPace : std::uint8_t {
  kNone,  // no rhythm was agreed, or the partner is not active
  kFine,
  kDue,    // as long as the cadence has passed since the last visit
  kQuiet,  // more than one and a half: what the alert "inconsistent" (presence.h) calls a gap
};
// none, fine, due, quiet.
const char* nameOf(VisitPace pace);

// By when the next visit was due. `last` is the last planned visit that was held, else the day on
// which the partnership began.
std::chrono::sys_days visitDue(std::chrono::days cadence, std::chrono::sys_days last);
// Without a cadence of at least a day there is none.
VisitPace visitPace(std::optional<std::chrono::days> cadence, std::chrono::sys_days last,
                    std::chrono::sys_days today);

}  // namespace rapport
