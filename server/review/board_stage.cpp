#include "server/review/board_stage.h"

namespace rapport {

BoardStage stageOf(const FeedbackFact& item) {
  if (isToldBack(item)) return BoardStage::kToldBack;
  if (item.handling == Handling::kTaken || item.handling == Handling::kClosed) {
    return BoardStage::kActing;
  }
  const bool known = item.handling == Handling::kAcknowledged || item.firstResponseOn.has_value();
  return known ? BoardStage::kAcknowledged : BoardStage::kHeard;
}

const char* nameOf(BoardStage stage) {
  switch (stage) {
    case BoardStage::kHeard:
      return "heard";
    case BoardStage::kAcknowledged:
      return "acknowledged";
    case BoardStage::kActing:
      return "acting";
    case BoardStage::kToldBack:
      return "told_back";
  }
  return "";
}

}  // namespace rapport
