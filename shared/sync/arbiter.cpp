#include <algorithm>

#include "shared/base/limits.h"
#include "shared/crypto/secret.h"
#include "shared/merge/judge.h"
#include "shared/sync/arbiter_run.h"
#include "shared/sync/chain.h"
#include "shared/sync/change_run.h"
#include "shared/sync/record_facts.h"
#include "shared/sync/review.h"

namespace rapport {
namespace {

const RecordState kNoRecord;

FrameVerdict frameVerdict(const Change& change, const Verdict& verdict, Telling telling) {
  return {change.dot.counter,
          change.record,
          static_cast<VerdictStage>(verdict.stage),
          telling,
          verdict.reason,
          verdict.effective,
          verdict.before,
          verdict.after,
          {},
          verdict.mac};
}

// A change's own words about itself that no honest author would write.
Status checkClaims(const ReplicaRow& row, const ProgrammeRow& programme, const RecordState* now,
                   const Change& change) {
  if (change.person != row.person) {
    return Error{ErrorCode::kRefused, "This change names another person than this tablet's."};
  }
  if (now != nullptr && now->type != change.type) {
    return Error{ErrorCode::kInvalid, "This record is of another kind than the change says."};
  }
  const std::uint64_t shown = now != nullptr && now->number ? now->number->n : 0;
  for (const Operation& operation : change.operations) {
    const bool ahead =
        operation.seen && operation.seen->epoch == programme.epoch && operation.seen->n > shown;
    if (ahead) {
      return Error{ErrorCode::kInvalid, "This change says it saw a version that does not exist."};
    }
  }
  return {};
}

// Under a role that the device had: its author did nothing wrong, and could not do better now.
bool wasPermitted(const ReplicaRow& row, const RecordType& type, const Change& change) {
  return std::ranges::any_of(
      row.rolesBefore, [&](Role before) { return judgePermission(type, before, change).ok(); });
}

}  // namespace

HybridTime Arbiter::Run::effectiveTimeOf(const Change& change) const {
  const std::int64_t now = arbiter.clock_.wallNow().time_since_epoch().count();
  const std::int64_t trusted = now + std::chrono::milliseconds(limits::kClockTrust).count();
  return change.time.millis > trusted ? HybridTime{now, 0} : change.time;
}

// Then the chains agreed at the greeting, and will not at the next. Nothing of it is judged until
// it bears a name of its own.
bool Arbiter::Run::hasTwin(const Arrived& arrived) const {
  return !replica.revoked && greetedThrough && arrived.change.dot.counter > *greetedThrough;
}

Status Arbiter::Run::tellAgain(const Arrived& arrived) {
  auto known = store.logEntry(arrived.change.dot);
  if (!known) return known.error();
  if (!known->has_value()) {
    return Error{ErrorCode::kStorageFailed, "The log lacks a change that was judged before."};
  }
  const LogEntry& entry = **known;
  if (entry.hash == arrived.hash) {
    verdicts.push_back(frameVerdict(arrived.change, entry.verdict, Telling::kAgain));
    const auto former = formerEntry(arrived);
    if (!former) return former.error();
    // Found there later than it was judged here, it entered twice: then the names stay apart.
    const bool told = *former && wroteEarlier((*former)->dot, entry.dot, replica.formerly);
    if (told) verdicts.back().enteredAs = (*former)->dot.replica;
    return {};
  }
  if (hasTwin(arrived)) {
    return Error{ErrorCode::kConflict,
                 "Another tablet goes by this one's name. It connects again, and takes a new one."};
  }
  LogEntry other{arrived.change.dot,
                 arrived.change.record,
                 arrived.change.type,
                 arrived.hash,
                 entry.chain,
                 {},
                 arbiter.clock_.wallNow(),
                 *arrived.encoded};
  other.verdict.stage = ReceiptStage::kQuarantined;
  other.verdict.reason =
      "This tablet's data is an old copy: another change already bears this place. It is kept for "
      "the coordinator.";
  other.verdict.effective = effectiveTimeOf(arrived.change);
  verdicts.push_back(frameVerdict(arrived.change, other.verdict, Telling::kFirst));
  const auto gone = isErased(other.record);
  if (!gone) return gone.error();
  if (*gone) other.change.clear();
  if (replica.revoked) {
    if (const Status counted = countAside(arrived); !counted) return counted;
  }
  return store.quarantine(other);
}

Status Arbiter::Run::applyTo(std::optional<RecordState> now, const Change& change,
                             const Applied& applied, const RecordType& type) {
  RecordRow row;
  RecordState& state = row.state;
  if (now) state = *std::move(now);
  if (!state.number) {
    state.id = change.record;
    state.type = change.type;
    state.formVersion = change.formVersion;
  }
  apply(state, change, applied);
  // Of several numbers the one in this epoch.
  state.number = Number{programme.epoch, programme.lastNumber + 1};
  row.facts = factsOf(type, state, change, applied.effective);
  row.facts.waits = type.reviewed;
  const Status stored = store.putRecord(row);
  return stored ? noteReview(store, *types, type, state) : stored;
}

Result<Verdict> Arbiter::Run::judgeAndApply(const Arrived& arrived) {
  const Change& change = arrived.change;
  auto discarded = discard(arrived);
  if (!discarded) return discarded.error();
  if (*discarded) return **std::move(discarded);
  Verdict verdict;
  verdict.effective = effectiveTimeOf(change);
  auto now = store.record(change.record);
  if (!now) return now.error();
  const RecordType* type = types->type(change.type);
  if (type == nullptr) {
    verdict.stage = ReceiptStage::kQuarantined;
    verdict.reason =
        "The office does not know this kind of record yet. It is kept for the coordinator.";
    return verdict;
  }
  if (*now) verdict.before = (*now)->number;
  const Number number{programme.epoch, programme.lastNumber + 1};
  const Applied applied{Numbers(number), verdict.effective, Author::kTablet, &replica.formerly,
                        nullptr};
  Status allowed = checkClaims(replica, programme, *now ? &**now : nullptr, change);
  if (allowed) {
    allowed = judgePermission(*type, replica.role, change);
    if (!allowed && wasPermitted(replica, *type, change)) {
      verdict.stage = ReceiptStage::kQuarantined;
      verdict.reason =
          "What this tablet may change was narrowed before this arrived. It is kept for the "
          "coordinator.";
      return verdict;
    }
  }
  if (allowed)
    allowed = judge(*types->type(change.type, change.formVersion), *now ? **now : kNoRecord, change,
                    applied);
  if (!allowed) {
    verdict.stage = ReceiptStage::kRefused;
    verdict.reason = allowed.error().message;
    return verdict;
  }
  const Status put = applyTo(*std::move(now), change, applied, *type);
  if (!put) return put.error();
  programme.lastNumber = number.n;
  verdict.after = number;
  return verdict;
}

Status Arbiter::Run::log(const Arrived& arrived, Verdict verdict, std::optional<Number> earlier) {
  verdict.mac = macOfVerdict(arbiter.key_, arrived.hash, verdict.stage, verdict.effective);
  replica.appliedThrough = arrived.change.dot.counter;
  replica.chain = chainAfter(replica.chain, arrived.hash);
  verdicts.push_back(frameVerdict(arrived.change, verdict, Telling::kFirst));
  const auto gone = isErased(arrived.change.record);
  if (!gone) return gone.error();
  static const Bytes kNothing;
  return store.appendLog({arrived.change.dot, arrived.change.record, arrived.change.type,
                          arrived.hash, replica.chain, std::move(verdict), arbiter.clock_.wallNow(),
                          *gone ? kNothing : *arrived.encoded, earlier});
}

Status Arbiter::Run::refuseAct(std::span<const Arrived> act, const Verdict& why) {
  for (const Arrived& arrived : act) {
    Verdict verdict = why;
    verdict.effective = effectiveTimeOf(arrived.change);
    verdict.before.reset();
    auto discarded = discard(arrived);
    if (!discarded) return discarded.error();
    if (*discarded) verdict = **std::move(discarded);
    if (const Status logged = log(arrived, std::move(verdict)); !logged) return logged;
  }
  return {};
}

Status Arbiter::Run::retellAct(std::span<const Arrived> act) {
  for (const Arrived& arrived : act) {
    const auto before = entered(arrived);
    if (!before) return before.error();
    if (!*before) return noRun("The changes of one act were torn apart.");
    if (const Status logged = log(arrived, (*before)->verdict); !logged) return logged;
    verdicts.back().telling = Telling::kAgain;
    verdicts.back().enteredAs = (*before)->dot.replica;
  }
  return {};
}

// Of what stands together with it nothing is applied either: an act is whole or not there.
Status Arbiter::Run::keepUnopened(std::span<const Arrived> act) {
  Verdict verdict;
  verdict.stage = ReceiptStage::kQuarantined;
  verdict.reason =
      "The office cannot open what was handed in here: it is sealed with a key that the office "
      "does not have. It is kept for the coordinator. Please write it again.";
  return refuseAct(act, verdict);
}

Status Arbiter::Run::takeAct(std::span<const Arrived> act) {
  if (act.size() > limits::kChangesPerAct)
    return noRun("An act has more changes than it may have.");
  // A re-dotted change enters once: its act was judged as a whole under the old name too.
  const auto before = entered(act.front());
  if (!before) return before.error();
  if (*before) return retellAct(act);
  if (std::ranges::any_of(act, &Arrived::unopened)) return keepUnopened(act);
  const std::uint64_t numberBefore = programme.lastNumber;
  std::vector<Verdict> judged;
  std::optional<Verdict> against;
  const auto judgeAll = [&]() -> Status {
    for (const Arrived& arrived : act) {
      auto verdict = judgeAndApply(arrived);
      if (!verdict) return verdict.error();
      const bool stands =
          verdict->stage == ReceiptStage::kApplied || verdict->stage == ReceiptStage::kErased;
      if (!stands) {
        against = *verdict;
        return Error{ErrorCode::kRefused, verdict->reason};  // undoes the act's earlier changes
      }
      judged.push_back(*std::move(verdict));
    }
    return {};
  };
  // A change alone writes nothing before it is accepted: it has nothing to undo.
  const Status done = act.size() > 1 ? store.inSavepoint(judgeAll) : judgeAll();
  if (against) {
    programme.lastNumber = numberBefore;
    return refuseAct(act, *against);
  }
  if (!done) return done;
  for (std::size_t i = 0; i < act.size(); ++i) {
    if (const Status logged = log(act[i], std::move(judged[i])); !logged) return logged;
  }
  return {};
}

Arbiter::Arbiter(ProgrammeTypes& types, const Clock& clock, Random& random,
                 const SecretKey& verdictKey)
    : types_(types), clock_(clock), random_(random), key_(verdictKey) {}

Result<std::vector<FrameVerdict>> Arbiter::take(ServerWriter& programme,
                                                const ChangeRun& arrived) const {
  auto types = types_.of(programme);
  if (!types) return types.error();
  auto row = programme.programme();
  if (!row) return row.error();
  auto known = programme.replica(arrived.replica);
  if (!known) return known.error();
  if (!known->has_value()) return Error{ErrorCode::kNotFound, "This tablet is not enrolled here."};
  remember(*row);
  if (tellsOfMore(arrived, **known, *row)) {
    if (const Status begun = beginEpoch(programme, *row); !begun) return begun.error();
    row = programme.programme();
    if (!row) return row.error();
    known = programme.replica(arrived.replica);
    if (!known) return known.error();
  }
  const std::uint64_t numberBefore = row->lastNumber;
  std::vector<RestoreRow> restores;
  if (!arrived.priors.empty()) {
    auto all = programme.restores();
    if (!all) return all.error();
    restores = *std::move(all);
  }
  const auto erased = programme.erasuresAfter(0, 1);
  if (!erased) return erased.error();
  Run run{*this,
          programme,
          *std::move(types),
          *std::move(row),
          **std::move(known),
          std::move(restores),
          {},
          !erased->empty()};
  run.greetedThrough = arrived.greetedThrough;
  if (const Status own = run.checkNames(arrived); !own) return own.error();
  for (std::size_t at = 0; at < arrived.changes.size();) {
    const std::uint64_t counter = arrived.changes[at].change.dot.counter;
    if (counter > run.replica.appliedThrough + 1) return noRun("Changes are missing before these.");
    const auto act = actAt(arrived.changes, at);
    Status taken;
    if (counter <= run.replica.appliedThrough) {
      taken = run.tellAgain(act.front());
      ++at;
    } else if (run.replica.revoked) {
      taken = run.setAside(act.front());
      ++at;
    } else if (isProven(act.front())) {
      taken = run.takeBack(act.front());
      ++at;
    } else {
      taken = run.takeAct(act);
      at += act.size();
    }
    if (!taken) return taken.error();
  }
  tag(run.programme, numberBefore);
  run.replica.lastUpload = clock_.wallNow();
  if (const Status put = programme.putProgramme(run.programme); !put) return put.error();
  if (const Status put = programme.putReplica(run.replica); !put) return put.error();
  return std::move(run.verdicts);
}

}  // namespace rapport
