#include "shared/sync/client_session.h"

// Drafts, on their way between changes and blobs.

namespace rapport {

std::optional<ClientStep> ClientSession::takeDrafts(const Frame& frame) {
  const bool live = phase_ == Phase::kLive || phase_ == Phase::kHandingOver;
  if (!live || !drafts_) return std::nullopt;
  Status taken;
  if (const auto* kept = std::get_if<BegunKept>(&frame)) {
    taken = drafts_->onKept(*kept);
  } else if (const auto* elsewhere = std::get_if<BegunElsewhere>(&frame)) {
    taken = drafts_->onElsewhere(*elsewhere);
  } else {
    return std::nullopt;
  }
  if (taken) return ClientStep{};
  const bool theirs = taken.error().code == ErrorCode::kInvalid;
  return fail(theirs ? RefusalCode::kOutOfOrder : RefusalCode::kTrouble, taken.error().message);
}

void ClientSession::sendDrafts(ClientStep& step) {
  if (!drafts_ || step.close) return;
  const bool handsOver = phase_ == Phase::kHandingOver && pushesInFlight_ == 0;
  if (!handsOver && !isCaughtUp()) return;
  const auto purpose = handsOver ? ClientDrafts::Purpose::kHandOver : ClientDrafts::Purpose::kBoth;
  auto frame = drafts_->next(purpose);
  if (!frame) return;
  step.frames.push_back(*std::move(frame));
  spokeAt_ = clock_.steadyNow();
}

}  // namespace rapport
