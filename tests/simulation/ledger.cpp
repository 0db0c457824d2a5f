#include "tests/simulation/ledger.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/logged_change.h"

namespace rapport::simulation {

const RecordState* Ledger::stateAt(RecordId record, const Number& number) const {
  const auto found = states_.find({record, number});
  return found != states_.end() ? &found->second : nullptr;
}

const RecordState* Ledger::latest(RecordId record) const {
  const auto found = latest_.find(record);
  return found != latest_.end() ? found->second : nullptr;
}

const LogEntry* Ledger::judged(const Dot& dot) const {
  const auto found = log_.find(dot);
  return found != log_.end() ? &found->second : nullptr;
}

// Stamped once, never far ahead of the office's own clock.
void Ledger::checkTime(const Judgement& judgement) {
  const LogEntry& entry = judgement.entry;
  const auto change = loggedChange(entry);
  if (!change) return scene_.violated("the log holds " + textOf(entry.dot) + " unreadable");
  const std::int64_t now = judgement.at.time_since_epoch().count();
  const std::int64_t trusted = now + Millis(limits::kClockTrust).count();
  const HybridTime expected = change->time.millis > trusted ? HybridTime{now, 0} : change->time;
  const auto same = [&entry](const LogEntry& said) {
    return said.hash == entry.hash && said.verdict.mac == entry.verdict.mac &&
           said.verdict.effective == entry.verdict.effective;
  };
  const bool saidBefore = judgement.proof == Proof::kGiven && !isWithdrawn(entry.dot.replica);
  const bool right = saidBefore ? wasSaid(entry.dot, same) : entry.verdict.effective == expected;
  if (!right) {
    scene_.violated(textOf(entry.dot) + " has another effective time than its author's or now");
  }
}

void Ledger::take(const Judgement& judgement) {
  const LogEntry& entry = judgement.entry;
  const std::string name = textOf(entry.dot);
  const auto& verdict = entry.verdict;
  std::uint64_t& counter = counters_[entry.dot.replica];
  if (entry.dot.counter != counter + 1) {
    return scene_.violated(name + " was judged after " + std::to_string(counter));
  }
  ++counter;
  // A box that somebody overheard, and spoilt: of honest ends none seals to a key that the office
  // does not have.
  const bool unopened = isSealedChange(entry.change) && verdict.stage == ReceiptStage::kQuarantined;
  if (unopened && liars_.contains(entry.dot.replica)) {
    log_.emplace(entry.dot, entry);
    return;
  }
  oracle_.comes(entry.dot, entry.hash);
  if (const auto former = oracle_.judgedAs(entry.dot)) return publishAgain(entry, *former);
  std::optional<Number> number;
  const RecordState* const before = latest(entry.record);
  if (verdict.stage == ReceiptStage::kApplied) {
    if (!verdict.after || verdict.after->n != lastNumber_ + 1) {
      return scene_.violated(name + " did not take number " + std::to_string(lastNumber_ + 1));
    }
    ++lastNumber_;
    number = verdict.after;
    const auto numberBefore = before != nullptr ? before->number : std::nullopt;
    if (verdict.before != numberBefore) {
      return scene_.violated(name + " names another number before it than the record had");
    }
    const RecordState* state = stateAt(entry.record, *number);
    if (state == nullptr) return scene_.violated(name + " was applied and its record not written");
    latest_[entry.record] = state;
  }
  const auto known = roles_.find(entry.dot.replica);
  const Judged judged{known != roles_.end() ? known->second : Role::kCoordinator,
                      isWithdrawn(entry.dot.replica) ? Access::kWithdrawn : Access::kIn};
  if (auto wrong = oracle_.judged(entry.dot, verdict.stage, number, judged, judgement.proof)) {
    return scene_.violated(*wrong + (verdict.reason.empty() ? "" : " (" + verdict.reason + ")"));
  }
  // Of an erased record nothing is kept.
  if (verdict.stage != ReceiptStage::kErased) checkTime(judgement);
  log_.emplace(entry.dot, entry);
  if (!number) return;
  if (auto wrong = oracle_.compare(*latest_.at(entry.record), before, entry.dot)) {
    scene_.violated(*wrong);
  }
}

// A device that is new here, or goes on under a new name from a change that was judged; or what it
// may do is another now.
void Ledger::take(const ReplicaRow& row) {
  const auto known = roles_.find(row.replica);
  if (known == roles_.end()) counters_[row.replica] = row.appliedThrough;
  const bool another = known == roles_.end() || known->second != row.role;
  if (another || row.revoked) ++admissions_;
  roles_[row.replica] = row.role;
  keys_[row.replica] = row.publicKey;
  if (row.deviceName == kLiarsName) liars_.insert(row.replica);
  if (row.revoked) withdrawn_.insert(row.publicKey);
}

// Two changes bear one name only where an old image of a device hands over what it has.
void Ledger::take(const SetAside& aside) {
  const Dot& dot = aside.entry.dot;
  if (!isWithdrawn(dot.replica)) return scene_.violated("two changes bear the dot " + textOf(dot));
  aside_.insert(dot);
}

void Ledger::take(const ErasureRow& row) {
  if (row.number.n != ++lastNumber_) {
    return scene_.violated("an erasure did not take number " + std::to_string(lastNumber_));
  }
  ++admissions_;
  latest_.erase(row.record);
  erased_[row.record] = row.number.n;
  oracle_.erase(row.record);
}

void Ledger::publishAgain(const LogEntry& entry, const Dot& former) {
  const Verdict& first = log_.at(former).verdict;
  const bool gone = entry.verdict.stage == ReceiptStage::kErased && erased_.contains(entry.record);
  const bool same =
      gone || (entry.verdict.stage == first.stage && entry.verdict.after == first.after &&
               entry.verdict.effective == first.effective);
  if (!same) {
    return scene_.violated(textOf(entry.dot) + " had entered as " + textOf(former) +
                           ", and was judged anew");
  }
  log_.emplace(entry.dot, entry);
}

void Ledger::publish(const Batch& batch) {
  const bool wrote = std::ranges::any_of(batch.events, [](const Batch::Event& event) {
    return !std::holds_alternative<BroughtCopies>(event);
  });
  if (wrote) doubted_.clear();
  for (const RecordState& state : batch.states) {
    if (state.number) states_.insert_or_assign({state.id, *state.number}, state);
  }
  // Two lives of a device may each have an edit under one name: it is whose hash is here.
  for (const Batch::Event& event : batch.events) {
    const auto* judgement = std::get_if<Judgement>(&event);
    if (judgement != nullptr) oracle_.comes(judgement->entry.dot, judgement->entry.hash);
  }
  for (const Batch::Event& event : batch.events) {
    if (!std::holds_alternative<JoinRow>(event)) lookAtBrought();
    if (!scene_.violation) std::visit([this](const auto& each) { take(each); }, event);
  }
  lookAtBrought();
  if (batch.programme && batch.programme->lastNumber != lastNumber_ && !scene_.violation) {
    scene_.violated("the programme's last number is not its last change's");
  }
}

// Rows of devices are written alone when what a device may do changes.
Status Ledger::settleRows(const Batch& batch, ServerReader& reader) {
  for (const Batch::Event& event : batch.events) {
    const auto* row = std::get_if<ReplicaRow>(&event);
    if (row == nullptr) continue;
    const auto found = reader.replica(row->replica);
    if (!found) return found.error();
    if (*found) take(**found);
  }
  return {};
}

// Nothing: the disk does not say.
std::optional<Ledger::There> Ledger::isThere(const Batch& batch, ServerReader& reader) {
  std::size_t there = 0, all = 0;
  for (const Batch::Event& event : batch.events) {
    if (const auto* judgement = std::get_if<Judgement>(&event)) {
      const auto found = reader.logEntry(judgement->entry.dot);
      if (!found) return std::nullopt;
      ++all;
      const LogEntry& entry = judgement->entry;
      const bool same =
          *found && (*found)->hash == entry.hash && (*found)->verdict == entry.verdict;
      if (same) ++there;
    } else if (const auto* erasure = std::get_if<ErasureRow>(&event)) {
      const auto found = reader.erasure(erasure->record);
      if (!found) return std::nullopt;
      ++all;
      if (*found) ++there;
    } else if (const auto* joined = std::get_if<JoinRow>(&event)) {
      const auto found = reader.joins(joined->record);
      if (!found) return std::nullopt;
      ++all;
      if (std::ranges::count(*found, joined->number, &JoinRow::number) > 0) ++there;
    }
  }
  if (there == 0) return There::kNothing;
  return there == all ? There::kAll : There::kPart;
}

void Ledger::settle(ServerReader& reader, Look look) {
  bool inPart = false;
  for (auto batch = doubted_.rbegin(); batch != doubted_.rend(); ++batch) {
    const auto there = isThere(*batch, reader);
    if (!there) return;
    inPart = inPart || *there == There::kPart;
    if (*there != There::kAll) continue;
    const Batch done = std::move(*batch);
    doubted_.clear();
    scene_.note("office", "the doubted commit is there");
    return publish(done);
  }
  if (inPart) return scene_.violated("a commit is there in part");
  for (const Batch& batch : doubted_) {
    if (!settleRows(batch, reader)) return;
  }
  if (look == Look::kFinal) doubted_.clear();
}

void Ledger::verify(ServerReader& reader) {
  const auto programme = reader.programme();
  if (!programme) return;
  if (programme->lastNumber != lastNumber_) {
    return scene_.violated("the office lost numbers: it has " +
                           std::to_string(programme->lastNumber) + " of " +
                           std::to_string(lastNumber_));
  }
  for (const auto& [dot, entry] : log_) {
    const auto found = reader.logEntry(dot);
    if (!found) return;
    if (!*found) return scene_.violated("the office's log lost " + textOf(dot));
    Verdict verdict = entry.verdict;
    if (erased_.contains(entry.record)) verdict.reason = (*found)->verdict.reason;
    const bool same = (*found)->hash == entry.hash && (*found)->verdict == verdict &&
                      (*found)->chain == entry.chain;
    if (!same) return scene_.violated("the office's log tells another story of " + textOf(dot));
  }
  for (const auto& [id, state] : latest_) {
    const auto found = reader.record(id);
    if (!found) return;
    if (!*found || **found != *state) return scene_.violated("a record at the office changed");
  }
}

}  // namespace rapport::simulation
