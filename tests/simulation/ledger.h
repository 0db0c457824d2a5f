#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "shared/sync/server_store.h"
#include "tests/simulation/oracle.h"
#include "tests/simulation/scene.h"

namespace rapport::simulation {

// By which the ledger knows the device whose owner writes their own program for it.
inline constexpr char kLiarsName[] = "liar";

// A change as the office judged it.
struct Judgement {
  LogEntry entry;
  WallTime at;  // by the office's clock
  Proof proof = Proof::kNone;
};

// Copies that a tablet gives back after a restore: which, and by whose leave.
struct BroughtCopies {
  ReplicaId giver;
  Role copyRole = Role::kWorker;
  std::vector<std::pair<RecordId, Number>> copies;
};

// The office began another epoch: its records, as they were carried over into it.
struct EpochOfOffice {
  EpochId epoch;
  std::vector<RecordState> states;
};

// A change that bears the name of another one, kept beside the log.
struct SetAside {
  LogEntry entry;
};

// What one write transaction of the office brought, in the order in which it was written.
struct Batch {
  using Event = std::variant<Judgement, SetAside, ReplicaRow, ErasureRow, BroughtCopies, JoinRow,
                             EpochOfOffice>;
  std::vector<Event> events;
  std::vector<RecordState> states;
  std::optional<ProgrammeRow> programme;
};

// What the office has committed, kept apart from its disk, and checked as it comes: numbers and
// counters without a gap, one verdict a change, every state as the oracle has it. What stands here
// must stand on the office's disk for ever.
class Ledger {
 public:
  Ledger(Scene& scene, Oracle& oracle);

  void publish(const Batch& batch);
  // An epoch began while the program did not run.
  void begins(const EpochOfOffice& begun) { take(begun); }
  // The commit failed: whether it happened will be seen.
  void doubt(Batch batch) { doubted_.push_back(std::move(batch)); }
  // Looks whether a doubted commit is there. kFinal: what is not there now never will be.
  enum class Look { kPassing, kFinal };
  void settle(ServerReader& reader, Look look);
  // Everything that ever stood here is there.
  void verify(ServerReader& reader);

  // What there is at the moment of a backup, and what there is again once that was put back.
  class Kept;
  Kept keep() const;
  void goBack(const Kept& kept);
  bool isDoubtful() const { return !doubted_.empty(); }
  // How often devices came, or what they may do became another.
  std::uint64_t admissions() const { return admissions_; }
  // How often the office went back.
  std::uint64_t restores() const { return restores_; }
  EpochId epoch() const { return epoch_; }
  // What an office said that went back since.
  bool wasSaid(const Dot& dot, const std::function<bool(const LogEntry&)>& so) const;

  std::uint64_t lastNumber() const { return lastNumber_; }
  // The record as it was when it had this number; null: it never had it.
  const RecordState* stateAt(RecordId record, const Number& number) const;
  const RecordState* latest(RecordId record) const;
  const std::map<RecordId, const RecordState*>& records() const { return latest_; }
  const LogEntry* judged(const Dot& dot) const;
  const std::map<Dot, LogEntry>& log() const { return log_; }
  Role roleOf(ReplicaId replica) const { return roles_.at(replica); }
  // Was the access of this device withdrawn, whatever name it goes by?
  bool isWithdrawn(ReplicaId replica) const {
    const auto key = keys_.find(replica);
    return key != keys_.end() && withdrawn_.contains(key->second);
  }
  // There are two devices of this name.
  void clone(ReplicaId replica) { cloned_.insert(keys_.at(replica)); }
  bool isCloned(ReplicaId replica) const {
    const auto key = keys_.find(replica);
    return key != keys_.end() && cloned_.contains(key->second);
  }
  // Kept beside the log, for another change bore its name.
  bool isAside(const Dot& dot) const { return aside_.contains(dot); }
  // Each with the number that its erasure took.
  const std::map<RecordId, std::uint64_t>& erased() const { return erased_; }

 private:
  void take(const Judgement& judgement);
  void take(const SetAside& aside);
  void take(const ReplicaRow& row);
  void take(const ErasureRow& row);
  void take(const BroughtCopies& brought);
  void take(const JoinRow& row);
  void take(const EpochOfOffice& begun);
  void lookAtBrought();
  enum class There { kNothing, kAll, kPart };
  static std::optional<There> isThere(const Batch& batch, ServerReader& reader);
  Status settleRows(const Batch& batch, ServerReader& reader);
  // A change that was judged under a former name gets the verdict that it got there.
  void publishAgain(const LogEntry& entry, const Dot& former);
  void checkTime(const Judgement& judgement);

  Scene& scene_;
  Oracle& oracle_;
  // Since the last commit that was done. Each began without the one before: one of them at most is
  // on the disk, where the next may have failed before it wrote over it.
  std::vector<Batch> doubted_;
  std::uint64_t lastNumber_ = 0;
  EpochId epoch_;
  std::uint64_t admissions_ = 0, restores_ = 0;
  std::map<ReplicaId, std::uint64_t> counters_;
  std::map<ReplicaId, Role> roles_;
  std::map<ReplicaId, Bytes> keys_;
  std::set<Bytes> withdrawn_;  // by the devices' keys: a new name, or an old one, changes nothing
  std::set<Bytes> cloned_;     // likewise
  std::set<ReplicaId> liars_;
  std::set<Dot> aside_;
  std::map<RecordId, std::uint64_t> erased_;
  std::map<Dot, LogEntry> log_;
  std::multimap<Dot, LogEntry> forgotten_;  // by an office that went back
  std::set<RecordId> brought_;              // and perhaps not changed by it
  std::map<std::pair<RecordId, Number>, RecordState> states_;
  std::map<RecordId, const RecordState*> latest_;
};

class Ledger::Kept {
  friend class Ledger;
  std::uint64_t lastNumber = 0;
  std::uint64_t admissions = 0;
  EpochId epoch;
  std::map<ReplicaId, std::uint64_t> counters;
  std::set<Dot> aside;
  std::map<Dot, LogEntry> log;
  std::map<RecordId, Number> latest;
  Oracle::Kept known;

 public:
  // Devices are as they were.
  bool fits(const Ledger& ledger) const { return admissions == ledger.admissions(); }
};

}  // namespace rapport::simulation
