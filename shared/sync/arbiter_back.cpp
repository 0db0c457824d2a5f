#include "shared/base/limits.h"
#include "shared/crypto/secret.h"
#include "shared/merge/apply.h"
#include "shared/merge/room.h"
#include "shared/sync/arbiter_run.h"
#include "shared/sync/brought.h"

// What a tablet gives back after a restore: changes that were judged before, with the proof.

namespace rapport {
namespace {

const RecordState kNoRecord;

}  // namespace

// The number is under no proof: one that this server would know is none.
std::optional<Number> Arbiter::Run::earlierNumber(const PriorVerdict& prior) const {
  if (!prior.number || prior.number->epoch == programme.epoch) return std::nullopt;
  for (const RestoreRow& each : restores) {
    const bool kept = each.kept.epoch == prior.number->epoch && prior.number->n <= each.kept.n;
    if (kept) return std::nullopt;
  }
  return prior.number;
}

Result<Verdict> Arbiter::Run::applyAgain(const Arrived& arrived, const RecordType& type,
                                         std::optional<Number> earlier) {
  const Change& change = arrived.change;
  Verdict verdict;
  verdict.effective = arrived.prior->effective;
  auto now = store.record(change.record);
  if (!now) return now.error();
  const bool sameKind = !*now || (*now)->type == change.type;
  const Status room = checkRoom(*now ? **now : kNoRecord, change);
  if (!sameKind || !room) {
    verdict.stage = ReceiptStage::kQuarantined;
    verdict.reason =
        "The office was restored from a backup, and its record has no place for this any more. It "
        "is kept for the coordinator.";
    return verdict;
  }
  verdict.before = *now ? (*now)->number : std::nullopt;
  const Number number{programme.epoch, programme.lastNumber + 1};
  Applied applied{Numbers(number), verdict.effective, Author::kTablet, &replica.formerly, nullptr};
  BroughtHeads brought;
  if (earlier) {
    applied.numbers.add(*earlier);
    auto held = broughtTo(store, change.record);
    if (!held) return held.error();
    brought = *std::move(held);
    applied.brought = &brought;
  }
  const Status put = applyTo(*std::move(now), change, applied, type);
  if (!put) return put.error();
  programme.lastNumber = number.n;
  verdict.after = number;
  return verdict;
}

// A thief who holds the device's key has as many names as it had, and no more than one device's
// share.
Result<Arbiter::Run::Aside> Arbiter::Run::asideUnderOtherNames() {
  if (asideElsewhere) return *asideElsewhere;
  const auto all = store.replicas();
  if (!all) return all.error();
  Aside sum;
  for (const ReplicaRow& each : *all) {
    const bool other = each.replica != replica.replica && each.publicKey == replica.publicKey;
    if (!other) continue;
    sum.changes += each.asideChanges;
    sum.bytes += each.asideBytes;
  }
  asideElsewhere = sum;
  return sum;
}

Status Arbiter::Run::countAside(const Arrived& arrived) {
  const auto elsewhere = asideUnderOtherNames();
  if (!elsewhere) return elsewhere.error();
  replica.asideChanges += 1;
  replica.asideBytes += arrived.encoded->size();
  const bool fits = elsewhere->changes + replica.asideChanges <= limits::kRevokedChanges &&
                    elsewhere->bytes + replica.asideBytes <= limits::kRevokedChangeBytes;
  if (fits) return {};
  return Error{
      ErrorCode::kRefused,
      "The coordinator has withdrawn this tablet's access, and the office has set aside as "
      "much of its work as it keeps of such a tablet. What is left stays on the tablet. "
      "Bring it to the coordinator."};
}

Status Arbiter::Run::setAside(const Arrived& arrived) {
  if (const Status counted = countAside(arrived); !counted) return counted;
  auto discarded = discard(arrived);
  if (!discarded) return discarded.error();
  auto known = entered(arrived);
  if (!known) return known.error();
  Verdict verdict;
  std::optional<Number> earlier;
  if (*discarded) {
    verdict = **std::move(discarded);
  } else if (*known) {
    verdict = (*known)->verdict;
  } else {
    verdict.stage = ReceiptStage::kQuarantined;
    verdict.reason =
        "The coordinator withdrew this tablet's access before this arrived. It is kept for the "
        "coordinator.";
    verdict.effective = effectiveTimeOf(arrived.change);
    // Copies of before the office went back may have seen it (copy_untaken.cpp).
    const bool wasApplied =
        arbiter.isProven(arrived) && arrived.prior->stage == VerdictStage::kApplied;
    if (wasApplied) earlier = earlierNumber(*arrived.prior);
  }
  return log(arrived, std::move(verdict), earlier);
}

Status Arbiter::Run::takeBack(const Arrived& arrived) {
  auto known = entered(arrived);
  if (!known) return known.error();
  auto discarded = discard(arrived);
  if (!discarded) return discarded.error();
  std::optional<Number> earlier;
  Verdict verdict;
  if (*discarded) {
    verdict = **std::move(discarded);
  } else if (*known) {
    verdict = (*known)->verdict;
  } else if (arrived.prior->stage == VerdictStage::kApplied) {
    const RecordType* type = types->type(arrived.change.type);
    if (type == nullptr) return takeAct({&arrived, 1});
    earlier = earlierNumber(*arrived.prior);
    auto applied = applyAgain(arrived, *type, earlier);
    if (!applied) return applied.error();
    verdict = *std::move(applied);
  } else {
    verdict.stage = static_cast<ReceiptStage>(arrived.prior->stage);
    verdict.reason = arrived.prior->reason;
    verdict.effective = arrived.prior->effective;
  }
  if (const Status logged = log(arrived, std::move(verdict), earlier); !logged) return logged;
  verdicts.back().telling = Telling::kAgain;  // folded nowhere: the record is another now
  if (*known) verdicts.back().enteredAs = (*known)->dot.replica;
  return {};
}

}  // namespace rapport
