#include <algorithm>
#include <limits>
#include <utility>

#include "shared/base/limits.h"
#include "shared/sync/client_session.h"

// What a tablet does once its access was withdrawn: it gives the office what that does not have,
// and clears itself when the office has said that it holds it.

namespace rapport {
namespace {

constexpr char kWithdrawn[] =
    "The coordinator has withdrawn this tablet's access. What was not sent yet is with the office; "
    "everything else is cleared from this tablet. To use it again, ask the coordinator for a new "
    "link or code.";
constexpr char kOnceMore[] =
    "The coordinator has withdrawn this tablet's access. It connects once more, to hand over what "
    "was not sent yet.";
constexpr char kNotAll[] =
    "The coordinator has withdrawn this tablet's access, and the office cannot take everything "
    "from "
    "it just now. Nothing is cleared; it is tried again by itself.";

// What an office that went back does not have is no more than saved here, whatever was told of it.
Status claimNoMore(LocalStore& store, std::uint64_t after) {
  while (true) {
    const auto owns = store.changesAfter(after, limits::kChangesPerFrame);
    if (!owns) return owns.error();
    for (const OwnChange& own : *owns) {
      after = own.change.dot.counter;
      const bool claims = own.receipt.stage == ReceiptStage::kApplied ||
                          own.receipt.stage == ReceiptStage::kReviewed;
      if (!claims) continue;
      Receipt saved = own.receipt;
      saved.stage = ReceiptStage::kSaved;
      if (const Status kept = store.keepReceipt(after, saved); !kept) return kept;
    }
    if (owns->size() < limits::kChangesPerFrame) return {};
  }
}

}  // namespace

// Said in the middle of a session: the next one is for handing over.
ClientStep ClientSession::refused(const Refusal& refusal) {
  const bool live = phase_ == Phase::kSettling || phase_ == Phase::kLive;
  if (live && refusal.code == RefusalCode::kRevoked) return fail(RefusalCode::kBusy, kOnceMore);
  return fail(refusal.code, refusal.message);
}

// Neither names nor epochs matter any more: whatever the office does not hold goes, in the order in
// which it was written.
ClientStep ClientSession::handOver() {
  Standing standing;
  const Status noted = store_.inTransaction([&]() -> Status {
    auto now = store_.standing();
    if (!now) return now.error();
    standing = *std::move(now);
    const std::uint64_t held = std::min(standing.settledThrough, accepted_.appliedThrough);
    const bool lacks = held < std::exchange(standing.settledThrough, held);
    const Status kept = store_.keepStanding(standing);
    return kept && lacks ? claimNoMore(store_, held) : kept;
  });
  if (!noted) return fail(RefusalCode::kTrouble, noted.error().message);
  role_ = accepted_.role;
  epoch_ = accepted_.epoch;
  settledThrough_ = sentThrough_ = sentBefore_ = standing.settledThrough;
  judgedThrough_ = std::numeric_limits<std::uint64_t>::max();
  phase_ = Phase::kHandingOver;
  ClientStep step;
  push(step);
  return step;
}

void ClientSession::finishHandOver(ClientStep& step) {
  if (phase_ != Phase::kHandingOver || step.close || pushesInFlight_ > 0) return;
  const auto standing = store_.standing();
  if (!standing) {
    step = fail(RefusalCode::kTrouble, standing.error().message);
    return;
  }
  if (standing->settledThrough < standing->counter) return;
  if (blobs_ && !blobs_->idle()) return;
  if (drafts_ && !drafts_->idle(ClientDrafts::Purpose::kHandOver)) return;
  const auto blobs =
      attachments_ != nullptr ? attachments_->counts() : Result<LocalBlobCounts>(LocalBlobCounts{});
  ClientStep end = !blobs               ? fail(RefusalCode::kTrouble, blobs.error().message)
                   : blobs->waiting > 0 ? fail(RefusalCode::kBusy, kNotAll)
                                        : fail(RefusalCode::kRevoked, kWithdrawn);
  step.refusal = end.refusal;
  step.close = true;
  step.clear = blobs && blobs->waiting == 0;
}

}  // namespace rapport
