#include "tests/simulation/ledger.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/sync/logged_change.h"

namespace rapport::simulation {

const RecordState* Ledger::stateAt(RecordId record, std::uint64_t number) const {
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
void Ledger::checkTime(const LogEntry& entry, WallTime judgedAt) {
  const auto change = loggedChange(entry);
  if (!change) return scene_.violated("the log holds " + textOf(entry.dot) + " unreadable");
  const std::int64_t now = judgedAt.time_since_epoch().count();
  const std::int64_t trusted = now + Millis(limits::kClockTrust).count();
  const HybridTime expected = change->time.millis > trusted ? HybridTime{now, 0} : change->time;
  if (entry.verdict.effective != expected) {
    scene_.violated(textOf(entry.dot) + " has another effective time than its author's or now");
  }
}

void Ledger::publish(const Judgement& judgement) {
  const LogEntry& entry = judgement.entry;
  const std::string name = textOf(entry.dot);
  const auto& verdict = entry.verdict;
  std::uint64_t& counter = counters_[entry.dot.replica];
  if (entry.dot.counter != counter + 1) {
    return scene_.violated(name + " was judged after " + std::to_string(counter));
  }
  ++counter;
  if (const auto former = oracle_.judgedAs(entry.dot)) return publishAgain(entry, *former);
  std::optional<std::uint64_t> number;
  if (verdict.stage == ReceiptStage::kApplied) {
    if (!verdict.after || verdict.after->n != lastNumber_ + 1) {
      return scene_.violated(name + " did not take number " + std::to_string(lastNumber_ + 1));
    }
    number = ++lastNumber_;
    const RecordState* before = latest(entry.record);
    const auto numberBefore = before != nullptr ? before->number : std::nullopt;
    if (verdict.before != numberBefore) {
      return scene_.violated(name + " names another number before it than the record had");
    }
    const RecordState* state = stateAt(entry.record, *number);
    if (state == nullptr) return scene_.violated(name + " was applied and its record not written");
    latest_[entry.record] = state;
  }
  const auto known = roles_.find(entry.dot.replica);
  const Role role =
      judgement.role.value_or(known != roles_.end() ? known->second : Role::kCoordinator);
  if (auto wrong = oracle_.judged(entry.dot, verdict.stage, number, role)) {
    return scene_.violated(*wrong + (verdict.reason.empty() ? "" : " (" + verdict.reason + ")"));
  }
  checkTime(entry, judgement.at);
  log_.emplace(entry.dot, entry);
  if (!number) return;
  if (auto wrong = oracle_.compare(*latest_.at(entry.record))) scene_.violated(*wrong);
}

// A device that is new here, or goes on under a new name from a change that was judged.
void Ledger::meet(const ReplicaRow& row) {
  if (roles_.emplace(row.replica, row.role).second) counters_[row.replica] = row.appliedThrough;
}

void Ledger::publishAgain(const LogEntry& entry, const Dot& former) {
  const Verdict& first = log_.at(former).verdict;
  const bool same = entry.verdict.stage == first.stage && entry.verdict.after == first.after &&
                    entry.verdict.effective == first.effective;
  if (!same) {
    return scene_.violated(textOf(entry.dot) + " had entered as " + textOf(former) +
                           ", and was judged anew");
  }
  log_.emplace(entry.dot, entry);
}

void Ledger::publish(const Batch& batch) {
  for (const ReplicaRow& row : batch.replicas) meet(row);
  for (const RecordState& state : batch.states) {
    if (state.number) states_.insert_or_assign({state.id, state.number->n}, state);
  }
  for (const Judgement& judgement : batch.log) {
    if (!scene_.violation) publish(judgement);
  }
  for (const ReplicaRow& row : batch.replicas) roles_[row.replica] = row.role;
  if (batch.programme && batch.programme->lastNumber != lastNumber_ && !scene_.violation) {
    scene_.violated("the programme's last number is not its last change's");
  }
}

void Ledger::settle(ServerReader& reader, Look look) {
  if (!doubted_) return;
  std::size_t there = 0;
  for (const auto& [entry, at, role] : doubted_->log) {
    const auto found = reader.logEntry(entry.dot);
    if (!found) return;
    if (*found && (*found)->hash == entry.hash) ++there;
  }
  if (there == 0) {
    // Rows of devices are written alone only when a role changes.
    for (const ReplicaRow& row : doubted_->replicas) {
      const auto found = reader.replica(row.replica);
      if (!found || !*found) continue;
      meet(**found);
      roles_[row.replica] = (*found)->role;
    }
    if (look == Look::kFinal) doubted_.reset();
    return;
  }
  if (there != doubted_->log.size()) return scene_.violated("a commit is there in part");
  const Batch batch = *std::move(doubted_);
  doubted_.reset();
  scene_.note("office", "the doubted commit is there");
  publish(batch);
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
    const bool same = (*found)->hash == entry.hash && (*found)->verdict == entry.verdict &&
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
