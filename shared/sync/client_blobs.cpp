#include "shared/base/limits.h"
#include "shared/sync/client_session.h"

// Blobs between a client session's changes.

namespace rapport {
namespace {

void addTo(ClientStep& step, AttachmentStep blobs) {
  for (Bytes& frame : blobs.frames) step.frames.push_back(std::move(frame));
  for (AttachmentNews& news : blobs.news) step.attachments.push_back(std::move(news));
}

}  // namespace

std::optional<ClientStep> ClientSession::takeBlob(const Frame& frame) {
  if (!blobs_ || (phase_ != Phase::kLive && phase_ != Phase::kHandingOver)) return std::nullopt;
  AttachmentStep blobs;
  if (const auto* wanted = std::get_if<AttachmentWanted>(&frame)) {
    blobs_->onWanted(*wanted, blobs);
  } else if (const auto* chunk = std::get_if<AttachmentChunk>(&frame)) {
    blobs_->onChunk(*chunk, blobs);
  } else if (const auto* declined = std::get_if<AttachmentDeclined>(&frame)) {
    blobs_->onDeclined(*declined, blobs);
  } else {
    return std::nullopt;
  }
  if (blobs.outOfOrder) {
    return fail(RefusalCode::kOutOfOrder, "The office sent a message that may not come now.");
  }
  ClientStep step;
  addTo(step, std::move(blobs));
  return step;
}

// Behind every change that waits to go out: where a window of pushes is full, there may be more.
void ClientSession::sendBlobs(ClientStep& step) {
  const bool handingOver = phase_ == Phase::kHandingOver;
  const bool free = blobs_ && (phase_ == Phase::kLive || handingOver) && !step.close;
  if (!free || !mayPush() || (handingOver && pushesInFlight_ > 0)) return;
  AttachmentStep blobs;
  blobs_->next(epoch_, blobs, handingOver ? Blobs::kUp : Blobs::kBothWays);
  if (!blobs.frames.empty()) spokeAt_ = clock_.steadyNow();
  addTo(step, std::move(blobs));
}

}  // namespace rapport
