#include "shared/sync/drafts.h"
#include "shared/sync/server_session.h"

// What a session does with drafts.

namespace rapport {

ServerStep ServerSession::onBegun(BegunDrafts begun) {
  if (draftsInFlight_) return end(RefusalCode::kOutOfOrder, "This message may not come now.");
  if (begun.drafts.empty()) return {};
  draftsInFlight_ = true;
  ServerStep step;
  step.begun = std::move(begun);
  return step;
}

ServerStep ServerSession::keptDrafts(const Result<BegunKept>& kept) {
  if (phase_ == Phase::kClosed) return {};
  draftsInFlight_ = false;
  if (!kept) return end(RefusalCode::kTrouble, troubleOf(kept.error()));
  ServerStep step;
  step.frames.push_back(encodeFrame(*kept));
  return step;
}

ServerStep ServerSession::onBegunAsk(ServerReader* reader) {
  if (reader == nullptr) return end(RefusalCode::kTrouble, "The programme is not here any more.");
  const auto elsewhere = draftsElsewhere(*reader, *replica_);
  if (!elsewhere) return inTrouble(elsewhere.error());
  ServerStep step;
  for (const BegunElsewhere& each : *elsewhere) step.frames.push_back(encodeFrame(each));
  return step;
}

}  // namespace rapport
