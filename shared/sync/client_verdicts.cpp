#include <algorithm>

#include "shared/merge/apply.h"
#include "shared/merge/filter.h"
#include "shared/model/access.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/client_session.h"
#include "shared/sync/formerly.h"

// The office's answers to this tablet's own changes: each is kept, and what was applied is folded
// into the copy of its record.

namespace rapport {
namespace {

// What is left of it: its record.
Result<Change> erasedChange(LocalStore& store, std::uint64_t counter) {
  auto own = store.change(counter);
  if (!own) return own.error();
  if (*own) return std::move((*own)->change);
  return Error{ErrorCode::kStorageFailed, "This tablet lacks one of its own changes."};
}

struct Answered {
  Change change;
  bool erased = false;  // here, before its answer came
};

// The changes that verdicts are on, without the receipts that they are about to replace.
Result<std::vector<Answered>> ownAfter(LocalStore& store, std::uint64_t counter, std::size_t most) {
  std::vector<Answered> changes;
  changes.reserve(most);
  Status understood;
  const Status read = store.outgoingAfter(counter, [&](const OutgoingChange& own) {
    auto change =
        own.encoded.empty() ? erasedChange(store, own.counter) : decodeKeptChange(own.encoded);
    if (!change) {
      understood = change.error();
      return false;
    }
    changes.push_back({*std::move(change), own.encoded.empty()});
    return changes.size() < most;
  });
  if (!read) return read.error();
  if (!understood) return understood.error();
  return changes;
}

// The record as this change leaves it, where the office applied it to `state`.
RecordState withOwn(RecordState state, const Change& own, const FrameVerdict& verdict,
                    const Standing& standing) {
  if (!state.number) {
    state.id = own.record;
    state.type = own.type;
    state.formVersion = own.formVersion;
  }
  apply(state, own,
        {Numbers(*verdict.after), verdict.effective, Author::kTablet, &standing.formerly, nullptr});
  return state;
}

}  // namespace

Status ClientSession::settle(const Change& own, const FrameVerdict& verdict, Standing& standing,
                             ClientStep& step) {
  Receipt receipt;
  receipt.stage = static_cast<ReceiptStage>(verdict.stage);
  receipt.verdict = {receipt.stage,  verdict.reason, verdict.effective,
                     verdict.before, verdict.after,  verdict.mac};
  receipt.learntAt = clock_.wallNow();
  standing.settledThrough = verdict.counter;
  if (own.former && verdict.enteredAs) {
    // What that name wrote up to there is this replica's own. The office says which: a repeated
    // answer alone may be on a change that was judged under the new name.
    rememberFormer(standing.formerly, {*verdict.enteredAs, verdict.counter});
  }
  // What was sent back leaves the overlay with its receipt, and takes no other change with it.
  Overlay overlay = Overlay::kStays;
  if (receipt.stage == ReceiptStage::kApplied) {
    const auto folded = fold(own, verdict, standing, step);
    if (!folded) return folded.error();
    overlay = *folded;
  }
  if (verdict.after) toldOf_ = std::max(toldOf_, verdict.after->n);
  step.receipts.push_back({own.record, own.dot, receipt});
  if (receipt.stage == ReceiptStage::kErased) {
    step.erased.push_back(own.record);
    return store_.eraseChange(verdict.counter, receipt);
  }
  return store_.keepReceipt(verdict.counter, receipt, overlay);
}

// Where much was captured nearly every answer is on a new record: its copy is written without
// being looked for first. False: it is none that may be folded so.
Result<bool> ClientSession::foldFirst(const Change& own, const FrameVerdict& verdict,
                                      const Standing& standing) {
  const RecordType* type = catalogue_.type(own.type);
  const bool first = verdict.after && !verdict.before && verdict.telling != Telling::kAgain &&
                     !outdated_ && !own.operations.empty();
  if (!first || (type != nullptr && !mayRead(*type, role_))) return false;
  const auto visible = filterFor(role_, type, withOwn({}, own, verdict, standing));
  return visible ? store_.keepFirstCopy(*visible, attentionOf(*visible)) : Result<bool>(false);
}

// Folds an applied change into its copy, if the copy is the one that the server applied it to; else
// it stays in the overlay until a state covers it.
Result<Overlay> ClientSession::fold(const Change& own, const FrameVerdict& verdict,
                                    const Standing& standing, ClientStep& step) {
  const RecordId id = own.record;
  const auto leave = [&]() -> Result<Overlay> {
    const Status left = store_.leaveOverlay(id, own.dot.counter);
    return left ? Result<Overlay>(Overlay::kLeaves) : left.error();
  };
  if (!verdict.after) return leave();
  const auto begun = foldFirst(own, verdict, standing);
  if (!begun) return begun.error();
  if (*begun) {
    step.changed.push_back(id);
    uncovered_.erase(id);
    return Overlay::kLeaves;
  }
  auto copy = store_.copy(id);
  if (!copy) return copy.error();
  const auto outdated = outdatedFor(id);
  if (!outdated) return outdated.error();
  std::optional<Number> held;
  if (*copy) held = (*copy)->number;
  const Number after = *verdict.after;
  const bool holds = held && held->epoch == after.epoch && held->n >= after.n;
  if (holds && !*outdated) return leave();
  const RecordType* type = catalogue_.type(own.type);
  // Handed in, not for reading back: no state will ever cover it.
  if (type != nullptr && !mayRead(*type, role_)) return leave();
  // Sealed, and for the office alone to read, though its author's role may read the record now.
  const bool sealed = own.operations.empty();
  if (*outdated || sealed || verdict.telling == Telling::kAgain || held != verdict.before) {
    uncovered_[id] = std::max(uncovered_[id], after.n);
    return Overlay::kStays;
  }
  step.changed.push_back(id);
  uncovered_.erase(id);
  const auto visible = filterFor(
      role_, type, withOwn(*copy ? **std::move(copy) : RecordState{}, own, verdict, standing));
  const Status kept = visible ? keepCopy(*visible) : store_.forgetCopy(id);
  // Earlier changes of the record left before: its copy has what they were applied to.
  return kept ? Result<Overlay>(Overlay::kLeaves) : kept.error();
}

// Every verdict in its turn; those told before are passed over.
Status ClientSession::settleAll(const Verdicts& verdicts, Standing& standing, ClientStep& step) {
  const std::uint64_t known = standing.settledThrough;
  const auto owns = ownAfter(store_, known, verdicts.verdicts.size());
  if (!owns) return owns.error();
  for (const FrameVerdict& verdict : verdicts.verdicts) {
    if (verdict.counter <= standing.settledThrough) continue;
    if (verdict.counter != standing.settledThrough + 1) {
      return Error{ErrorCode::kInvalid, "The office left out an answer."};
    }
    const auto place = static_cast<std::size_t>(verdict.counter - known - 1);
    if (place >= owns->size()) {
      return Error{ErrorCode::kInvalid, "The office answered a change that was never made."};
    }
    const Answered& own = (*owns)[place];
    if (own.erased) {  // its receipt says so
      standing.settledThrough = verdict.counter;
      continue;
    }
    if (const Status each = settle(own.change, verdict, standing, step); !each) return each;
  }
  return {};
}

ClientStep ClientSession::onVerdicts(const Verdicts& verdicts) {
  if (pushesInFlight_ == 0)
    return fail(RefusalCode::kOutOfOrder, "The office answered what was not asked.");
  ClientStep step;
  Standing reached;
  const Status settled = store_.inTransaction([&]() -> Status {
    auto standing = store_.standing();
    if (!standing) return standing.error();
    if (const Status all = settleAll(verdicts, *standing, step); !all) return all;
    const bool last = pushesInFlight_ == 1 && standing->settledThrough == standing->counter;
    if (last && statesHere_ && uncovered_.empty()) noteSuccess(*standing);
    reached = *standing;
    return store_.keepStanding(*standing);
  });
  if (!settled) return fail(RefusalCode::kTrouble, settled.error().message);
  if (!step.erased.empty()) store_.forgetPast();
  pushAnswered();
  settledThrough_ = reached.settledThrough;
  push(step);
  ask(step);
  askForPassed(step);
  return step;
}

}  // namespace rapport
