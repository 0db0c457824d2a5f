#include <limits>

#include "shared/base/limits.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/client_session.h"
#include "shared/sync/offered_changes.h"

// What leaves the outbox: changes that were never judged, those of them that are sealed, and after
// a restore those that were judged, with what was said of them.

namespace rapport {
namespace {

constexpr std::uint64_t kEverything = std::numeric_limits<std::uint64_t>::max();

struct Filled : FilledFrame {
  bool sealedNext = false;  // the next act has something that is kept sealed
};

// Fills one push frame from the outbox, never tearing an act. What is sealed goes another way.
Result<Push> nextPush(LocalStore& store, std::uint64_t& sentThrough, Filled& filled) {
  Push push;
  std::size_t whole = 0;  // changes up to the end of the last complete act
  const Status read = store.outgoingAfter(sentThrough, [&](const OutgoingChange& own) {
    if (filled.isFull(push.changes.size()) && whole > 0) return false;
    filled.sealedNext = isSealedChange(own.encoded);
    if (filled.sealedNext) return false;
    push.changes.emplace_back(own.encoded);
    filled.sizeBytes += own.encoded.size();
    if (actOf(own.encoded) == Act::kEnds) {
      whole = push.changes.size();
      sentThrough = own.counter;
    }
    return true;
  });
  if (!read) return read.error();
  push.changes.resize(whole);
  return push;
}

}  // namespace

// An office that went back and was not told. It believes its own proof, begins a new epoch, and the
// copies here wait for that: the next connection finds it.
ClientStep ClientSession::prove(std::uint64_t heldThrough, std::uint64_t judgedThrough) {
  Filled filled{{pace_.frameBytes()}};
  const auto proof = nextOffered(store_, heldThrough, judgedThrough, filled);
  if (!proof) return fail(RefusalCode::kTrouble, proof.error().message);
  if (proof->changes.empty()) return begin();
  phase_ = Phase::kProving;
  spokeAt_ = clock_.steadyNow();
  ClientStep step;
  step.frames.push_back(encodeFrame(*proof));
  return step;
}

void ClientSession::push(ClientStep& step) {
  const bool live =
      phase_ == Phase::kSettling || phase_ == Phase::kLive || phase_ == Phase::kHandingOver;
  while (live && mayPush()) {
    Filled filled{{pace_.frameBytes()}};
    if (sentThrough_ < judgedThrough_) {
      const auto again = nextOffered(store_, sentThrough_, judgedThrough_, filled);
      if (!again) {
        step = fail(RefusalCode::kTrouble, again.error().message);
        return;
      }
      if (again->changes.empty()) {
        judgedThrough_ = 0;  // an act that was never judged as a whole: it goes as any other
        continue;
      }
      sendPush(step, encodeFrame(*again), filled.sizeBytes);
      continue;
    }
    const auto next = nextPush(store_, sentThrough_, filled);
    if (!next) {
      step = fail(RefusalCode::kTrouble, next.error().message);
      return;
    }
    if (!next->changes.empty()) {
      sendPush(step, encodeFrame(*next), filled.sizeBytes);
      continue;
    }
    if (!filled.sealedNext) return;
    filled = Filled{{pace_.frameBytes()}};
    const auto sealed = nextOffered(store_, sentThrough_, kEverything, filled);
    if (!sealed) {
      step = fail(RefusalCode::kTrouble, sealed.error().message);
      return;
    }
    if (sealed->changes.empty()) return;
    sendPush(step, encodeFrame(*sealed), filled.sizeBytes);
  }
}

bool ClientSession::mayPush() const {
  return pushesInFlight_ < limits::kPushesInFlight && pace_.hasRoom();
}

void ClientSession::sendPush(ClientStep& step, Bytes frame, std::size_t sizeBytes) {
  ++pushesInFlight_;
  step.frames.push_back(std::move(frame));
  spokeAt_ = clock_.steadyNow();
  pace_.sent(sizeBytes, spokeAt_);
}

void ClientSession::pushAnswered() {
  --pushesInFlight_;
  pace_.answered(clock_.steadyNow());
}

}  // namespace rapport
