#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/review/window.h"

namespace rapport {

// One person's time as the steward of one side.
struct Stewardship {
  bool ours = true;
  std::optional<std::chrono::sys_days> from{}, to{};  // both days are theirs; nothing: open
  bool hasNote = false;                               // a handover note
  bool partnerTold = false;                           // that they go
  std::size_t stepsOpen = 0;                          // of the handover, not done yet
  std::string id{}, person{};                         // of the record; as it was written
};

enum class StewardState : std::uint8_t { kNone, kOne, kTwo };
// none, one, two.
const char* nameOf(StewardState state);

// Who holds it on a day. On the day on which one ends and another begins it is the one who begins.
std::vector<const Stewardship*> stewardsOn(const std::vector<Stewardship>& all, bool ours,
                                           std::chrono::sys_days day);
StewardState stewardState(const std::vector<Stewardship>& all, bool ours,
                          std::chrono::sys_days day);

// Steward continuity (PRODUCT.md "Dashboard formulas"): days with exactly one steward on both
// sides, of the days of the window since the partnership began; how many on either side ended in
// it, and how many of those left a note.
struct StewardContinuity {
  std::size_t days = 0;
  std::size_t steady = 0;
  std::size_t changes = 0;
  std::size_t withNote = 0;
};
StewardContinuity stewardContinuity(const std::vector<Stewardship>& all,
                                    std::chrono::sys_days since, const Window& window);

// What somebody should see to before a change of steward becomes a surprise.
struct StewardWarning {
  enum class Kind : std::uint8_t {
    kNobody,     // this side has no steward
    kTwo,        // this side has two, and somebody must say which
    kLeaves,     // goes within 30 days, and nobody follows
    kUntold,     // goes, or went in the last 90 days, and the partner was not told
    kNoNote,     // … and left no note
    kStepsOpen,  // … and steps of the handover are open
    kOften,      // our side changed twice or more in the window
  };
  Kind kind;
  bool ours = true;
  const Stewardship* who = nullptr;  // of those that speak of one
};
// nobody, two, leaves, untold, no_note, steps_open, often.
const char* nameOf(StewardWarning::Kind kind);

// In the order above. `today` is the first day that is not over.
std::vector<StewardWarning> stewardWarnings(const std::vector<Stewardship>& all,
                                            std::chrono::sys_days today);

}  // namespace rapport
