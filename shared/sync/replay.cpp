#include "shared/sync/replay.h"

#include <algorithm>
#include <utility>

#include "shared/merge/join.h"
#include "shared/sync/logged_change.h"

namespace rapport {
namespace {

class Replaying {
 public:
  Replaying(const ProgrammePast& programme, const StepVisit& visit)
      : programme_(programme), visit_(visit) {
    for (const EpochBegun& each : programme.lineage) epochs_.restored(each.epoch, each.kept);
  }

  RecordState run(const std::vector<PastStep>& steps) {
    for (const PastStep& step : steps) {
      carryInto(step.number.epoch);
      if (const auto* copy = std::get_if<RecordState>(&step.what)) {
        join(state_, *copy, step.number, epochs_);
        brought_.add(*copy);
      } else if (!take(std::get<LogEntry>(step.what))) {
        return std::move(state_);
      }
    }
    carryInto(std::nullopt);
    return std::move(state_);
  }

 private:
  // Through the restores up to the one that began `epoch`; nothing: through all of them.
  void carryInto(std::optional<EpochId> epoch) {
    const std::vector<EpochBegun>& lineage = programme_.lineage;
    const auto begins = [&](const EpochBegun& each) { return each.epoch == epoch; };
    const auto until = std::ranges::find_if(lineage, begins);
    // An epoch that no restore began is the first one.
    if (epoch && until == lineage.end()) return;
    const auto wanted =
        epoch ? static_cast<std::size_t>(until - lineage.begin()) + 1 : lineage.size();
    for (; carried_ < wanted; ++carried_) {
      carryOver(state_, std::span(lineage).first(carried_ + 1));
    }
  }

  bool take(const LogEntry& entry) {
    const auto change = loggedChange(entry);
    if (!change) return false;
    if (!state_.number) {
      state_.id = change->record;
      state_.type = change->type;
      state_.formVersion = change->formVersion;
    }
    const auto known = programme_.formerly.find(entry.dot.replica);
    Numbers numbers(*entry.verdict.after);
    if (entry.earlier) numbers.add(*entry.earlier);
    Applied applied{
        numbers, entry.verdict.effective,
        programme_.offices.contains(entry.dot.replica) ? Author::kServer : Author::kTablet,
        known != programme_.formerly.end() ? &known->second : nullptr, nullptr};
    if (entry.earlier) applied.brought = &brought_;
    if (visit_) visit_(state_, *change, applied);
    apply(state_, *change, applied);
    state_.number = entry.verdict.after;
    return true;
  }

  const ProgrammePast& programme_;
  const StepVisit& visit_;
  Lineage epochs_;
  RecordState state_;
  BroughtHeads brought_;     // by the copies until then
  std::size_t carried_ = 0;  // restores that the state went through
};

}  // namespace

std::vector<PastStep> stepsOf(std::vector<LogEntry> entries, std::vector<PastStep> joins) {
  // As the log was written: the office's clock may have gone back in between.
  std::ranges::stable_sort(entries, {}, &LogEntry::place);
  std::vector<PastStep> steps;
  for (LogEntry& entry : entries) {
    const Verdict& verdict = entry.verdict;
    if (verdict.stage != ReceiptStage::kApplied || !verdict.after) continue;
    steps.push_back({*verdict.after, std::move(entry)});
  }
  steps.insert(steps.end(), std::make_move_iterator(joins.begin()),
               std::make_move_iterator(joins.end()));
  // The earliest first: under a new name a change stands again.
  const auto number = [](const PastStep& step) { return step.number.n; };
  std::ranges::stable_sort(steps, {}, number);
  const auto again = std::ranges::unique(steps, {}, number);
  steps.erase(again.begin(), again.end());
  return steps;
}

Result<ProgrammePast> programmePast(ServerReader& programme, const std::vector<PastStep>& steps) {
  const auto row = programme.programme();
  if (!row) return row.error();
  const auto restores = programme.restores();
  if (!restores) return restores.error();
  ProgrammePast past;
  past.lineage = lineageOf(*restores);
  past.offices.insert(row->serverReplica);
  for (const RestoreRow& each : *restores) past.offices.insert(each.serverReplica);
  for (const PastStep& step : steps) {
    const auto* entry = std::get_if<LogEntry>(&step.what);
    if (entry == nullptr || past.offices.contains(entry->dot.replica)) continue;
    const auto [known, isNew] = past.formerly.try_emplace(entry->dot.replica);
    if (!isNew) continue;
    const auto replica = programme.replica(entry->dot.replica);
    if (!replica) return replica.error();
    if (*replica) known->second = (*replica)->formerly;
  }
  return past;
}

RecordState replay(const ProgrammePast& programme, const std::vector<PastStep>& steps,
                   const StepVisit& visit) {
  return Replaying(programme, visit).run(steps);
}

}  // namespace rapport
