#include <algorithm>

#include "shared/base/limits.h"
#include "shared/merge/read.h"
#include "shared/sync/client_session.h"
#include "shared/sync/forms.h"

// What the office sends down: states that become copies, and records to forget.

namespace rapport {
namespace {

std::vector<TypeNumber> numbersOf(const Catalogue& catalogue) {
  std::vector<TypeNumber> numbers;
  for (const RecordType& type : catalogue.types()) numbers.push_back(type.number);
  return numbers;
}

}  // namespace

bool ClientSession::isForm(const RecordState& state) const {
  const RecordType* form = catalogue_.type(kFormTypeName);
  return form != nullptr && form->number == state.type;
}

Status ClientSession::keepCopy(const RecordState& state) {
  return store_.keepCopy(state, attentionOf(state));
}

Attention ClientSession::attentionOf(const RecordState& state) const {
  const RecordType* type = catalogue_.type(state.type);
  return type != nullptr && needsPerson(*type, state) ? Attention::kPerson : Attention::kNone;
}

// A form may come after records of its type, changed later as it may be: they were kept without
// knowing what they mean, and are looked at now.
Status ClientSession::takeForm(const RecordState& form) {
  const std::vector<TypeNumber> before = numbersOf(catalogue_);
  adoptForm(catalogue_, form);
  for (const RecordType& type : catalogue_.types()) {
    if (std::ranges::binary_search(before, type.number)) continue;
    if (const Status looked = lookAgainAt(type.number); !looked) return looked;
  }
  return {};
}

Status ClientSession::lookAgainAt(TypeNumber type) {
  std::optional<RecordId> after;
  while (true) {
    const auto ids = store_.recordsOf(type, after, limits::kRecordsPerPage);
    if (!ids) return ids.error();
    for (const RecordId& id : *ids) {
      const auto copy = store_.copy(id);
      if (!copy) return copy.error();
      if (!*copy) continue;
      if (const Status kept = keepCopy(**copy); !kept) return kept;
    }
    if (ids->size() < limits::kRecordsPerPage) return {};
    after = ids->back();
  }
}

Status ClientSession::takeState(const RecordState& state, Own own, ClientStep& step) {
  if (!state.number)
    return Error{ErrorCode::kInvalid, "The office sent a record without its number."};
  // Only this tablet's own changes, folded in, bring a copy further than the states that arrived:
  // where it wrote nothing there is nothing to compare, and a first download is quick.
  const auto outdated = outdatedFor(state.id);
  if (!outdated) return outdated.error();
  if (own == Own::kSome && !*outdated) {
    const auto copy = store_.copy(state.id);
    if (!copy) return copy.error();
    const bool newer = !*copy || !(*copy)->number ||
                       (*copy)->number->epoch != state.number->epoch ||
                       (*copy)->number->n < state.number->n;
    if (!newer) return {};
  }
  if (const Status kept = keepCopy(state); !kept) return kept;
  if (isForm(state)) {
    if (const Status taken = takeForm(state); !taken) return taken;
  }
  step.changed.push_back(state.id);
  if (*outdated) {
    if (const Status returned = store_.returnToOverlay(state.id); !returned) return returned;
  }
  return own == Own::kNone ? Status{} : coverOverlay(state);
}

// Of a record whose copy waits for a newer one: whom that copy was filtered for.
Result<std::optional<Role>> ClientSession::outdatedFor(RecordId id) {
  return outdated_ ? store_.outdatedFor(id) : std::optional<Role>();
}

// Once every state is here that was to come, those of this tablet's own latest edits too: what the
// office did not send anew is not for this role, or is not there any more.
void ClientSession::dropOutdated(ClientStep& step) {
  if (!outdated_ || step.close || !statesHere_ || !uncovered_.empty()) return;
  const Status dropped = store_.inTransaction([&]() -> Status {
    const auto gone = store_.forgetOutdated(epoch_);
    if (!gone) return gone.error();
    step.changed.insert(step.changed.end(), gone->begin(), gone->end());
    return {};
  });
  if (!dropped) {
    step = fail(RefusalCode::kTrouble, dropped.error().message);
    return;
  }
  outdated_ = false;
  store_.forgetPast();
}

Result<ClientSession::Own> ClientSession::ownChanges() {
  if (sentThrough_ != sentBefore_) return Own::kSome;
  const auto overlay = store_.hasOverlay();
  if (!overlay) return overlay.error();
  return *overlay ? Own::kSome : Own::kNone;
}

Status ClientSession::coverOverlay(const RecordState& state) {
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
  if (outdated_) {
    if (const Status returned = store_.returnToOverlay(id); !returned) return returned;
  }
  const auto overlay = store_.overlayOf(id);
  if (!overlay) return overlay.error();
  std::uint64_t applied = 0;
  for (const OwnChange& own : *overlay) {
    if (own.receipt.stage == ReceiptStage::kApplied) applied = own.change.dot.counter;
  }
  return applied > 0 ? store_.leaveOverlay(id, applied) : Status{};
}

// What the cursor passed before its answer came is asked for too: nothing else would bring it.
void ClientSession::askForPassed(ClientStep& step) {
  if (step.close) return;
  Need need;
  for (const auto& [id, number] : uncovered_) {
    if (need.records.size() >= limits::kStatesPerFrame) break;
    std::uint64_t& askedFor = asked_[id];
    if (number > statesThrough_ || askedFor >= number) continue;
    askedFor = number;
    need.records.push_back(id);
  }
  if (!need.records.empty()) step.frames.push_back(encodeFrame(need));
}

ClientStep ClientSession::onStates(const States& states) {
  ClientStep step;
  const Status taken = store_.inTransaction([&]() -> Status {
    const auto own = ownChanges();
    if (!own) return own.error();
    for (const RecordState& state : states.states) {
      if (const Status each = takeState(state, *own, step); !each) return each;
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
  if (!states.forget.empty()) store_.forgetPast();
  remaining_ = states.remaining;
  statesHere_ = states.remaining == 0;
  statesThrough_ = states.cursor.number.n;
  step.frames.push_back(encodeFrame(Took{states.cursor}));
  askForPassed(step);
  spokeAt_ = clock_.steadyNow();
  return step;
}

// Remembers when everything here was last exchanged.
void ClientSession::noteSuccess(Standing& standing) const {
  standing.lastSuccess = clock_.wallNow();
}

}  // namespace rapport
