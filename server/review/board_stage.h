#pragma once

#include <cstdint>

#include "server/review/loop_closure.h"

namespace rapport {

// How far an item of feedback has come on the board "You said, we did".
enum class BoardStage : std::uint8_t { kHeard, kAcknowledged, kActing, kToldBack };
inline constexpr BoardStage kBoardStages[] = {BoardStage::kHeard, BoardStage::kAcknowledged,
                                              BoardStage::kActing, BoardStage::kToldBack};

// Told back is what counts as told (isToldBack), and nothing else: what was answered or closed
// inside is still acting. Acting is what somebody has taken on; acknowledged is what the office
// says so of, or what was answered without anybody saying so.
BoardStage stageOf(const FeedbackFact& item);

// heard, acknowledged, acting, told_back.
const char* nameOf(BoardStage stage);

}  // namespace rapport
