#include "shared/sync/arbiter.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/crypto/secret.h"
#include "shared/merge/judge.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/chain.h"
#include "shared/sync/record_facts.h"

namespace rapport {
namespace {

struct Arrived {
  Change change;
  const Bytes* encoded = nullptr;
  Digest hash{};
};

Error noRun(std::string why) { return Error{ErrorCode::kInvalid, std::move(why)}; }

Result<std::vector<Arrived>> decodeRun(std::span<const Bytes> changes, ReplicaId replica) {
  std::vector<Arrived> run;
  run.reserve(changes.size());
  for (const Bytes& encoded : changes) {
    auto change = decodeChange(encoded);
    if (!change) return change.error();
    if (change->dot.replica != replica)
      return noRun("A change names another device than this one.");
    if (!run.empty() && change->dot.counter != run.back().change.dot.counter + 1) {
      return noRun("The changes do not follow one another.");
    }
    run.push_back({*std::move(change), &encoded, hashOfChange(encoded)});
  }
  if (!run.empty() && run.back().change.act == Act::kGoesOn) {
    return noRun("The changes of one act were torn apart.");
  }
  return run;
}

// The changes of the act that begins at `from`.
std::span<const Arrived> actAt(const std::vector<Arrived>& run, std::size_t from) {
  std::size_t end = from;
  while (run[end].change.act == Act::kGoesOn) ++end;
  return std::span(run).subspan(from, end - from + 1);
}

FrameVerdict frameVerdict(const Change& change, const Verdict& verdict, Telling telling) {
  return {change.dot.counter,
          change.record,
          static_cast<VerdictStage>(verdict.stage),
          telling,
          verdict.reason,
          verdict.effective,
          verdict.before,
          verdict.after,
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

}  // namespace

// One replica's run inside one transaction, with the rows that it moves.
struct Arbiter::Run {
  const Arbiter& arbiter;
  ServerWriter& store;
  ProgrammeRow programme;
  ReplicaRow replica;
  std::vector<FrameVerdict> verdicts;

  Status tellAgain(const Arrived& arrived);
  Status takeAct(std::span<const Arrived> act);
  // The verdict on one change; applied ones are in the store when this returns.
  Result<Verdict> judgeAndApply(const Arrived& arrived);
  Result<RecordState> applyTo(std::optional<RecordState> now, const Change& change,
                              const Applied& applied, const RecordType& type);
  Status refuseAct(std::span<const Arrived> act, const Verdict& why);
  Status log(const Arrived& arrived, Verdict verdict);
  HybridTime effectiveTimeOf(const Change& change) const;
};

HybridTime Arbiter::Run::effectiveTimeOf(const Change& change) const {
  const std::int64_t now = arbiter.clock_.wallNow().time_since_epoch().count();
  const std::int64_t trusted = now + std::chrono::milliseconds(limits::kClockTrust).count();
  return change.time.millis > trusted ? HybridTime{now, 0} : change.time;
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
    return {};
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
  return store.quarantine(other);
}

Result<RecordState> Arbiter::Run::applyTo(std::optional<RecordState> now, const Change& change,
                                          const Applied& applied, const RecordType& type) {
  RecordState state = now ? *std::move(now) : RecordState{};
  if (!state.number) {
    state.id = change.record;
    state.type = change.type;
    state.formVersion = change.formVersion;
  }
  apply(state, change, applied);
  const Status put = store.putRecord({state, factsOf(type, state, change, applied.effective)});
  if (!put) return put.error();
  return state;
}

Result<Verdict> Arbiter::Run::judgeAndApply(const Arrived& arrived) {
  const Change& change = arrived.change;
  Verdict verdict;
  verdict.effective = effectiveTimeOf(change);
  auto now = store.record(change.record);
  if (!now) return now.error();
  const RecordType* type = arbiter.catalogue_.type(change.type);
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
  if (allowed) allowed = judgePermission(*type, replica.role, change);
  if (allowed) allowed = judge(*type, *now ? **now : RecordState{}, change, applied);
  if (!allowed) {
    verdict.stage = ReceiptStage::kRefused;
    verdict.reason = allowed.error().message;
    return verdict;
  }
  const auto state = applyTo(*std::move(now), change, applied, *type);
  if (!state) return state.error();
  programme.lastNumber = number.n;
  verdict.after = number;
  return verdict;
}

Status Arbiter::Run::log(const Arrived& arrived, Verdict verdict) {
  verdict.mac = macOfVerdict(arbiter.key_, arrived.hash, verdict.stage, verdict.effective);
  replica.appliedThrough = arrived.change.dot.counter;
  replica.chain = chainAfter(replica.chain, arrived.hash);
  verdicts.push_back(frameVerdict(arrived.change, verdict, Telling::kFirst));
  return store.appendLog({arrived.change.dot, arrived.change.record, arrived.change.type,
                          arrived.hash, replica.chain, std::move(verdict), arbiter.clock_.wallNow(),
                          *arrived.encoded});
}

Status Arbiter::Run::refuseAct(std::span<const Arrived> act, const Verdict& why) {
  for (const Arrived& arrived : act) {
    Verdict verdict = why;
    verdict.effective = effectiveTimeOf(arrived.change);
    verdict.before.reset();
    if (const Status logged = log(arrived, std::move(verdict)); !logged) return logged;
  }
  return {};
}

Status Arbiter::Run::takeAct(std::span<const Arrived> act) {
  if (act.size() > limits::kChangesPerAct)
    return noRun("An act has more changes than it may have.");
  const std::uint64_t numberBefore = programme.lastNumber;
  std::vector<Verdict> judged;
  std::optional<Verdict> against;
  const Status done = store.inSavepoint([&]() -> Status {
    for (const Arrived& arrived : act) {
      auto verdict = judgeAndApply(arrived);
      if (!verdict) return verdict.error();
      if (verdict->stage != ReceiptStage::kApplied) {
        against = *verdict;
        return Error{ErrorCode::kRefused, verdict->reason};  // undoes the act's earlier changes
      }
      judged.push_back(*std::move(verdict));
    }
    return {};
  });
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

Arbiter::Arbiter(const Catalogue& catalogue, const Clock& clock, Random& random,
                 const SecretKey& verdictKey)
    : catalogue_(catalogue), clock_(clock), random_(random), key_(verdictKey) {}

Result<std::vector<FrameVerdict>> Arbiter::take(ServerWriter& programme, ReplicaId replica,
                                                std::span<const Bytes> changes) const {
  auto decoded = decodeRun(changes, replica);
  if (!decoded) return decoded.error();
  auto row = programme.programme();
  if (!row) return row.error();
  auto known = programme.replica(replica);
  if (!known) return known.error();
  if (!known->has_value()) return Error{ErrorCode::kNotFound, "This tablet is not enrolled here."};
  Run run{*this, programme, *std::move(row), **std::move(known), {}};
  for (std::size_t at = 0; at < decoded->size();) {
    const std::uint64_t counter = (*decoded)[at].change.dot.counter;
    if (counter > run.replica.appliedThrough + 1) return noRun("Changes are missing before these.");
    const auto act = actAt(*decoded, at);
    Status taken;
    if (counter <= run.replica.appliedThrough) {
      taken = run.tellAgain(act.front());
      ++at;
    } else {
      taken = run.takeAct(act);
      at += act.size();
    }
    if (!taken) return taken.error();
  }
  run.programme.tag = random_.next64();
  run.replica.lastUpload = clock_.wallNow();
  if (const Status put = programme.putProgramme(run.programme); !put) return put.error();
  if (const Status put = programme.putReplica(run.replica); !put) return put.error();
  return std::move(run.verdicts);
}

}  // namespace rapport
