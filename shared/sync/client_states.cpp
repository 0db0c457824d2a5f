#include <algorithm>

#include "shared/base/limits.h"
#include "shared/crypto/signing.h"
#include "shared/merge/apply.h"
#include "shared/merge/filter.h"
#include "shared/merge/read.h"
#include "shared/model/access.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/client_session.h"
#include "shared/sync/formerly.h"
#include "shared/sync/forms.h"

// What a client session takes into the store: verdicts on its own changes, and the server's states.

namespace rapport {

namespace {

std::vector<TypeNumber> numbersOf(const Catalogue& catalogue) {
  std::vector<TypeNumber> numbers;
  for (const RecordType& type : catalogue.types()) numbers.push_back(type.number);
  return numbers;
}

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

}  // namespace

bool ClientSession::isForm(const RecordState& state) const {
  const RecordType* form = catalogue_.type(kFormTypeName);
  return form != nullptr && form->number == state.type;
}

Status ClientSession::keepCopy(const RecordState& state) {
  const RecordType* type = catalogue_.type(state.type);
  const bool needs = type != nullptr && needsPerson(*type, state);
  return store_.keepCopy(state, needs ? Attention::kPerson : Attention::kNone);
}

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
  RecordState state = *copy ? **std::move(copy) : RecordState{};
  if (!held) {
    state.id = id;
    state.type = own.type;
    state.formVersion = own.formVersion;
  }
  apply(state, own,
        {Numbers(after), verdict.effective, Author::kTablet, &standing.formerly, nullptr});
  step.changed.push_back(id);
  uncovered_.erase(id);
  const auto visible = filterFor(role_, type, std::move(state));
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
