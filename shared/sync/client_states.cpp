#include <algorithm>

#include "shared/base/limits.h"
#include "shared/crypto/signing.h"
#include "shared/merge/apply.h"
#include "shared/merge/filter.h"
#include "shared/merge/read.h"
#include "shared/model/access.h"
#include "shared/sync/client_session.h"
#include "shared/sync/formerly.h"

// What a client session takes into the store: verdicts on its own changes, and the server's states.

namespace rapport {

Status ClientSession::keepCopy(const RecordState& state) {
  if (const Status kept = store_.keepCopy(state); !kept) return kept;
  const RecordType* type = catalogue_.type(state.type);
  return store_.markNeedsPerson(state.id, type != nullptr && needsPerson(*type, state));
}

Status ClientSession::settle(const FrameVerdict& verdict, Standing& standing, ClientStep& step) {
  if (verdict.counter <= standing.settledThrough) return {};
  if (verdict.counter != standing.settledThrough + 1) {
    return Error{ErrorCode::kInvalid, "The office left out an answer."};
  }
  const auto own = store_.change(verdict.counter);
  if (!own) return own.error();
  if (!*own) return Error{ErrorCode::kInvalid, "The office answered a change that was never made."};
  Receipt receipt;
  receipt.stage = static_cast<ReceiptStage>(verdict.stage);
  receipt.verdict = {receipt.stage,  verdict.reason, verdict.effective,
                     verdict.before, verdict.after,  verdict.mac};
  receipt.learntAt = clock_.wallNow();
  if (const Status kept = store_.keepReceipt(verdict.counter, receipt); !kept) return kept;
  standing.settledThrough = verdict.counter;
  if ((*own)->change.former && verdict.telling == Telling::kAgain) {
    // It had entered under its old name: what that name wrote up to there is this replica's own.
    rememberFormer(standing.formerly, (*own)->change.former->dot);
  }
  step.receipts.push_back({(*own)->change.record, (*own)->change.dot, receipt});
  // What was sent back has left the overlay with its receipt, and takes no other change with it.
  if (receipt.stage != ReceiptStage::kApplied) return {};
  if (!verdict.after) return store_.leaveOverlay((*own)->change.record, verdict.counter);
  return settleApplied(**own, verdict, standing, step);
}

// Folds an applied change into its copy, if the copy is the one that the server applied it to; else
// it stays in the overlay until a state covers it.
Status ClientSession::settleApplied(const OwnChange& own, const FrameVerdict& verdict,
                                    const Standing& standing, ClientStep& step) {
  const RecordId id = own.change.record;
  auto copy = store_.copy(id);
  if (!copy) return copy.error();
  const std::optional<Number> held = *copy ? (*copy)->number : std::nullopt;
  const Number after = *verdict.after;
  if (held && held->epoch == after.epoch && held->n >= after.n) {
    return store_.leaveOverlay(id, own.change.dot.counter);
  }
  const RecordType* type = catalogue_.type(own.change.type);
  if (type != nullptr && !mayRead(*type, role_)) {
    // Handed in, not for reading back: no state will ever cover it.
    return store_.leaveOverlay(id, own.change.dot.counter);
  }
  if (verdict.telling == Telling::kAgain || held != verdict.before) {
    uncovered_[id] = std::max(uncovered_[id], after.n);
    return {};
  }
  RecordState state = *copy ? **std::move(copy) : RecordState{};
  if (!held) {
    state.id = id;
    state.type = own.change.type;
    state.formVersion = own.change.formVersion;
  }
  apply(state, own.change,
        {Numbers(after), verdict.effective, Author::kTablet, &standing.formerly, nullptr});
  step.changed.push_back(id);
  uncovered_.erase(id);
  const auto visible = filterFor(role_, type, state);
  const Status kept = visible ? keepCopy(*visible) : store_.forgetCopy(id);
  if (!kept) return kept;
  return store_.leaveOverlay(id, own.change.dot.counter);
}

ClientStep ClientSession::onVerdicts(const Verdicts& verdicts) {
  if (pushesInFlight_ == 0)
    return fail(RefusalCode::kOutOfOrder, "The office answered what was not asked.");
  ClientStep step;
  Standing reached;
  const Status settled = store_.inTransaction([&]() -> Status {
    auto standing = store_.standing();
    if (!standing) return standing.error();
    for (const FrameVerdict& verdict : verdicts.verdicts) {
      if (const Status each = settle(verdict, *standing, step); !each) return each;
    }
    const bool last = pushesInFlight_ == 1 && standing->settledThrough == standing->counter;
    if (last && statesHere_ && uncovered_.empty()) noteSuccess(*standing);
    reached = *standing;
    return store_.keepStanding(*standing);
  });
  if (!settled) return fail(RefusalCode::kTrouble, settled.error().message);
  --pushesInFlight_;
  settledThrough_ = reached.settledThrough;
  push(step);
  ask(step);
  return step;
}

Status ClientSession::takeState(const RecordState& state, ClientStep& step) {
  if (!state.number)
    return Error{ErrorCode::kInvalid, "The office sent a record without its number."};
  const auto copy = store_.copy(state.id);
  if (!copy) return copy.error();
  const bool newer = !*copy || !(*copy)->number || (*copy)->number->epoch != state.number->epoch ||
                     (*copy)->number->n < state.number->n;
  if (!newer) return {};
  if (const Status kept = keepCopy(state); !kept) return kept;
  step.changed.push_back(state.id);
  const auto overlay = store_.overlayOf(state.id);
  if (!overlay) return overlay.error();
  std::uint64_t covered = 0;
  for (const OwnChange& own : *overlay) {
    const auto& after = own.receipt.verdict.after;
    const bool holds = own.receipt.stage == ReceiptStage::kApplied && after &&
                       (after->epoch != state.number->epoch || after->n <= state.number->n);
    if (holds) covered = own.change.dot.counter;
  }
  const auto waited = uncovered_.find(state.id);
  if (waited != uncovered_.end() && waited->second <= state.number->n) uncovered_.erase(waited);
  return covered > 0 ? store_.leaveOverlay(state.id, covered) : Status{};
}

Status ClientSession::takeForget(RecordId id, ClientStep& step) {
  step.changed.push_back(id);
  uncovered_.erase(id);
  if (const Status forgotten = store_.forgetCopy(id); !forgotten) return forgotten;
  const auto overlay = store_.overlayOf(id);
  if (!overlay) return overlay.error();
  std::uint64_t applied = 0;
  for (const OwnChange& own : *overlay) {
    if (own.receipt.stage == ReceiptStage::kApplied) applied = own.change.dot.counter;
  }
  return applied > 0 ? store_.leaveOverlay(id, applied) : Status{};
}

ClientStep ClientSession::onStates(const States& states) {
  ClientStep step;
  const Status taken = store_.inTransaction([&]() -> Status {
    for (const RecordState& state : states.states) {
      if (const Status each = takeState(state, step); !each) return each;
    }
    for (const RecordId& id : states.forget) {
      if (const Status each = takeForget(id, step); !each) return each;
    }
    auto standing = store_.standing();
    if (!standing) return standing.error();
    standing->cursor = states.cursor;
    const bool sent = pushesInFlight_ == 0 && standing->settledThrough == standing->counter;
    if (sent && states.remaining == 0 && uncovered_.empty()) noteSuccess(*standing);
    return store_.keepStanding(*standing);
  });
  if (!taken) return fail(RefusalCode::kTrouble, taken.error().message);
  remaining_ = states.remaining;
  statesHere_ = states.remaining == 0;
  step.frames.push_back(encodeFrame(Took{states.cursor}));
  Need need;
  for (const auto& [id, number] : uncovered_) {
    if (need.records.size() >= limits::kStatesPerFrame) break;
    std::uint64_t& askedFor = asked_[id];
    if (number > states.cursor.number.n || askedFor >= number) continue;
    askedFor = number;
    need.records.push_back(id);
  }
  if (!need.records.empty()) step.frames.push_back(encodeFrame(need));
  spokeAt_ = clock_.steadyNow();
  return step;
}

// Remembers when everything here was last exchanged.
void ClientSession::noteSuccess(Standing& standing) const {
  standing.lastSuccess = clock_.wallNow();
}

}  // namespace rapport
