#include <algorithm>
#include <utility>

#include "shared/base/limits.h"
#include "shared/merge/apply.h"
#include "shared/merge/filter.h"
#include "shared/model/access.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/client_session.h"

// What the office applied is folded into the copy of its record. Where many answers follow each
// other, that waits until the line is quiet: a day's work is known to be at the office sooner, and
// until then it is shown as it was written. Whoever leaves before is sent what was not folded.

namespace rapport {
namespace {

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

Error lacksOwnChange() {
  return {ErrorCode::kStorageFailed, "This tablet lacks one of its own changes."};
}

}  // namespace

// Whether the verdicts of this frame may be folded later.
bool ClientSession::foldsLater(const Verdicts& verdicts) const {
  const bool more = pushesInFlight_ > 1 || !toFold_.empty();
  return more && phase_ != Phase::kHandingOver && !outdated_ &&
         toFold_.size() + verdicts.verdicts.size() <= limits::kFoldsWaiting;
}

// Whether it can be told without looking at the copy that the change will be folded into it: the
// change made the record, or follows one that waits as well.
bool ClientSession::isFoldedSurely(const Answered& own, const FrameVerdict& verdict) const {
  const RecordType* type = catalogue_.type(own.change.type);
  const bool visible = type == nullptr || mayRead(*type, role_);
  if (!verdict.after || verdict.telling == Telling::kAgain || own.sealed || own.change.former ||
      !visible) {
    return false;
  }
  const auto waiting = waitsFor_.find(own.change.record);
  return waiting == waitsFor_.end() ? !verdict.before : verdict.before == waiting->second;
}

Result<Overlay> ClientSession::foldOrWait(const Answered& own, const FrameVerdict& verdict,
                                          const Standing& standing, ClientStep& step) {
  if (foldsLater_ && isFoldedSurely(own, verdict)) {
    FrameVerdict& waits = toFold_.emplace_back(verdict);
    waits.record = own.change.record;
    waits.mac.clear();
    waitsFor_.insert_or_assign(own.change.record, *verdict.after);
    return Overlay::kStays;
  }
  if (waitsFor_.contains(own.change.record)) {
    if (const Status folded = foldWaiting(toFold_.size(), standing, step); !folded) {
      return folded.error();
    }
  }
  if (!own.headOnly) return fold(own.change, verdict, standing, step);
  const auto whole = store_.change(verdict.counter);
  if (!whole) return whole.error();
  if (!*whole) return lacksOwnChange();
  return fold((*whole)->change, verdict, standing, step);
}

// The oldest of what waits, as if its answers came now.
Status ClientSession::foldWaiting(std::size_t most, const Standing& standing, ClientStep& step) {
  std::vector<FrameVerdict> verdicts;
  while (verdicts.size() < most && !toFold_.empty()) {
    verdicts.push_back(std::move(toFold_.front()));
    toFold_.pop_front();
  }
  if (verdicts.empty()) return {};
  std::vector<Change> changes;
  changes.reserve(verdicts.size());
  Status understood;
  const Status read =
      store_.outgoingAfter(verdicts.front().counter - 1, [&](const OutgoingChange& own) {
        if (own.counter != verdicts[changes.size()].counter) return true;
        // Erased meanwhile: nothing of it is folded.
        auto change =
            own.encoded.empty() ? Result<Change>(Change{}) : decodeKeptChange(own.encoded);
        if (!change) {
          understood = change.error();
          return false;
        }
        changes.push_back(*std::move(change));
        return changes.size() < verdicts.size();
      });
  if (!read) return read;
  if (!understood) return understood;
  if (changes.size() < verdicts.size()) return lacksOwnChange();
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const auto waited = waitsFor_.find(verdicts[i].record);
    if (waited != waitsFor_.end() && waited->second == *verdicts[i].after) waitsFor_.erase(waited);
    if (changes[i].operations.empty()) continue;
    const auto folded = fold(changes[i], verdicts[i], standing, step);
    if (!folded) return folded.error();
    if (*folded == Overlay::kStays) continue;
    const Status left = store_.leaveOverlay(changes[i].record, verdicts[i].counter);
    if (!left) return left;
  }
  return {};
}

ClientStep ClientSession::foldSome(std::size_t most) {
  ClientStep step;
  if (toFold_.empty()) return step;
  const Status folded = store_.inTransaction([&]() -> Status {
    const auto standing = store_.standing();
    return standing ? foldWaiting(most, *standing, step) : Status(standing.error());
  });
  if (!folded) {
    // The next connection is sent what was not folded.
    toFold_.clear();
    waitsFor_.clear();
    return fail(RefusalCode::kTrouble, folded.error().message);
  }
  return step;
}

ClientStep ClientSession::rest() {
  ClientStep step = foldSome(limits::kFoldsAtOnce);
  askForPassed(step);
  sendBlobs(step);
  return step;
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

}  // namespace rapport
