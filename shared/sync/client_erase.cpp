#include "shared/sync/client_session.h"

// What a tablet does when the office tells it that records were erased for good.

namespace rapport {

// What waits for its verdict stays until then: it will be discarded.
Status ClientSession::eraseRecord(RecordId id, std::uint64_t settledThrough, ClientStep& step) {
  step.erased.push_back(id);
  step.changed.push_back(id);
  uncovered_.erase(id);
  asked_.erase(id);
  if (attachments_ != nullptr) {
    if (const Status gone = attachments_->erase(id); !gone) return gone;
  }
  return store_.eraseRecord(id, settledThrough);
}

ClientStep ClientSession::onForget(const Forget& forget) {
  ClientStep step;
  const Status erased = store_.inTransaction([&]() -> Status {
    const auto standing = store_.standing();
    if (!standing) return standing.error();
    for (const ForgottenRecord& each : forget.records) {
      if (each.reason != ForgetReason::kErased) {
        return Error{ErrorCode::kInvalid, "The office asks for what this app cannot do yet."};
      }
      const Status gone = eraseRecord(each.record, standing->settledThrough, step);
      if (!gone) return gone;
    }
    return {};
  });
  if (!erased) {
    const bool theirs = erased.error().code == ErrorCode::kInvalid;
    return fail(theirs ? RefusalCode::kUpdateNeeded : RefusalCode::kTrouble,
                erased.error().message);
  }
  store_.forgetPast();
  step.frames.push_back(encodeFrame(Took{forget.cursor}));
  spokeAt_ = clock_.steadyNow();
  return step;
}

}  // namespace rapport
