#include <algorithm>

#include "tests/simulation/ledger.h"
#include "tests/simulation/machine.h"

// What the office holds that went back to a backup.

namespace rapport::simulation {

Ledger::Ledger(Scene& scene, Oracle& oracle) : scene_(scene), oracle_(oracle), epoch_(kEpoch) {}

Ledger::Kept Ledger::keep() const {
  Kept kept;
  kept.lastNumber = lastNumber_;
  kept.admissions = admissions_;
  kept.epoch = epoch_;
  kept.counters = counters_;
  kept.aside = aside_;
  kept.log = log_;
  for (const auto& [id, state] : latest_) kept.latest[id] = *state->number;
  kept.known = oracle_.keep();
  return kept;
}

void Ledger::goBack(const Kept& kept) {
  ++restores_;
  doubted_.clear();
  for (const auto& [dot, entry] : log_) {
    if (!kept.log.contains(dot)) forgotten_.emplace(dot, entry);
  }
  lastNumber_ = kept.lastNumber;
  epoch_ = kept.epoch;
  counters_ = kept.counters;
  aside_ = kept.aside;
  log_ = kept.log;
  latest_.clear();
  for (const auto& [id, number] : kept.latest) latest_[id] = stateAt(id, number);
  oracle_.goBack(kept.known);
}

bool Ledger::wasSaid(const Dot& dot, const std::function<bool(const LogEntry&)>& so) const {
  const auto [from, to] = forgotten_.equal_range(dot);
  return std::any_of(from, to, [&so](const auto& each) { return so(each.second); });
}

void Ledger::take(const EpochOfOffice& begun) {
  epoch_ = begun.epoch;
  oracle_.begins(epoch_);
  if (begun.states.size() != latest_.size()) {
    return scene_.violated("a new epoch began with other records than there were");
  }
  for (const RecordState& state : begun.states) {
    const RecordState* before = latest(state.id);
    if (before == nullptr || !state.number || state.number->n != before->number->n) {
      return scene_.violated("a record was not carried over into a new epoch");
    }
    const auto [kept, isNew] = states_.insert_or_assign({state.id, *state.number}, state);
    latest_[state.id] = &kept->second;
    oracle_.number(state.id, *state.number);
    if (auto wrong = oracle_.compare(state)) return scene_.violated(*wrong);
  }
}

void Ledger::take(const BroughtCopies& brought) {
  const auto role = roles_.find(brought.giver);
  if (role == roles_.end()) return scene_.violated("copies came from nobody");
  for (const auto& [id, number] : brought.copies) {
    if (number.epoch == epoch_) continue;
    oracle_.bringBack(id, number, {brought.copyRole, role->second});
    brought_.insert(id);
  }
}

void Ledger::take(const JoinRow& row) {
  const RecordState* before = latest(row.record);
  const RecordState* state = stateAt(row.record, row.number);
  if (row.number.n != ++lastNumber_ || row.number.epoch != epoch_ || state == nullptr) {
    return scene_.violated("a copy did not take number " + std::to_string(lastNumber_));
  }
  if (row.before != (before != nullptr ? before->number : std::nullopt)) {
    return scene_.violated("a copy names another number before it than the record had");
  }
  latest_[row.record] = state;
  oracle_.number(row.record, row.number);
  brought_.erase(row.record);
  if (auto wrong = oracle_.compare(*state)) scene_.violated(*wrong + " (after a copy)");
}

// Copies that left no trace brought nothing.
void Ledger::lookAtBrought() {
  for (const RecordId& id : std::exchange(brought_, {})) {
    const RecordState* state = latest(id);
    if (scene_.violation) return;
    if (state == nullptr && oracle_.isKnown(id)) {
      return scene_.violated("a copy of a record that was lost did not bring it back");
    }
    if (state == nullptr) continue;
    if (auto wrong = oracle_.compare(*state)) scene_.violated(*wrong + " (a copy left no trace)");
  }
}

}  // namespace rapport::simulation
