#pragma once

#include "tests/mobile/viewmodels/office_hand.h"
#include "tests/mobile/viewmodels/solo_desk.h"

namespace rapport::testing {

// Saturday 21 November, 11:52: an event is open, a session is running, somebody disagrees, and the
// office sent something back. The demonstration programme, and a morning's work on top.
inline constexpr WallTime kWorkingDay{std::chrono::seconds{1'795'261'920}};

// The demonstration's theme "Transport" where themes are picked, in every language.
inline constexpr char kTransport[] = "theme:40dc2157-9846-5176-8b8f-25904647ed19";

// `clock` stands at kWorkingDay afterwards; on the way it visits the morning. `ledger` lets the
// office go on from there.
void liveThrough(SoloDesk& desk, ManualClock& clock, OfficeHand::Ledger& ledger);

// On the same day the programme goes over to as many bands as it may have, and another language.
void regroup(SoloDesk& desk, const Clock& clock);

}  // namespace rapport::testing
