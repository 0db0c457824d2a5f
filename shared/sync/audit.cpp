#include "shared/sync/audit.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "shared/crypto/secret.h"
#include "shared/merge/read.h"
#include "shared/merge/state_codec.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/chain.h"
#include "shared/sync/replay.h"

namespace rapport {
namespace {

std::string nameOf(const Dot& dot) {
  return "Change " + std::to_string(dot.counter) + " of device " + dot.replica.toString();
}

// The former names as they were when the device took the last of its names.
Formerly upTo(const Formerly& formerly, std::uint64_t counter) {
  Formerly out = formerly;
  for (auto& [replica, through] : out) through = std::min(through, counter);
  return out;
}

class Audit {
 public:
  Audit(ServerReader& programme, const SecretKey& key, Faults& faults)
      : programme_(programme), key_(key), faults_(faults) {}

  Result<Audited> run();

 private:
  Status walkDevice(const ReplicaRow& row);
  Status walkOffice(ReplicaId office, std::uint64_t last);
  Result<std::optional<LogEntry>> entryAt(const Dot& dot);
  void checkEntry(const LogEntry& entry);
  bool bearsItsName(const LogEntry& entry, const Dot& written) const;
  Status checkBeginning(const ReplicaRow& row, std::uint64_t before, const Digest& chain,
                        const std::optional<Digest>& firstHash);
  Status gatherErasures();
  void checkNumbers();
  Status checkRecord(const RecordState& state);
  Result<bool> follows(const RecordState& state);
  Result<std::vector<PastStep>> joinsOf(const RecordState& state);

  ServerReader& programme_;
  const SecretKey& key_;
  Faults& faults_;
  ProgrammeRow row_;
  ProgrammePast past_;       // with former names as they are
  ProgrammePast firstPast_;  // … as they were at the fork
  std::vector<std::uint64_t> numbers_;
  std::set<RecordId> written_;
  std::set<RecordId> erased_;
  Audited audited_;
};

Result<std::optional<LogEntry>> Audit::entryAt(const Dot& dot) {
  auto entry = programme_.logEntry(dot);
  if (entry && *entry) {
    checkEntry(**entry);
    ++audited_.changes;
  }
  return entry;
}

// What was sealed under a former name of its device bears that one.
bool Audit::bearsItsName(const LogEntry& entry, const Dot& written) const {
  if (written == entry.dot) return true;
  const auto device = past_.formerly.find(entry.dot.replica);
  return written.counter == entry.dot.counter && device != past_.formerly.end() &&
         std::ranges::any_of(device->second, [&written](const auto& former) {
           return former.first == written.replica;
         });
}

void Audit::checkEntry(const LogEntry& entry) {
  const auto change = decodeChange(entry.change);
  const bool erased = entry.change.empty() && (erased_.contains(entry.record) ||
                                               entry.verdict.stage == ReceiptStage::kErased);
  const bool itself = change && bearsItsName(entry, change->dot) &&
                      change->record == entry.record && change->type == entry.type &&
                      hashOfChange(entry.change) == entry.hash;
  const bool unopened =
      isSealedChange(entry.change) && entry.verdict.stage == ReceiptStage::kQuarantined;
  if (!itself && !erased && !unopened)
    faults_.add(nameOf(entry.dot) + " is not what its device sent.");
  const Verdict& verdict = entry.verdict;
  if (macOfVerdict(key_, entry.hash, verdict.stage, verdict.effective) != verdict.mac) {
    faults_.add(nameOf(entry.dot) + " bears a verdict that this server did not give.");
  }
  if (verdict.stage != ReceiptStage::kApplied) return;
  if (!verdict.after) return faults_.add(nameOf(entry.dot) + " was applied without a number.");
  numbers_.push_back(verdict.after->n);
  written_.insert(entry.record);
}

// Backwards, so that a device that took a new name is followed to where it took it.
Status Audit::walkDevice(const ReplicaRow& row) {
  Digest chain = row.chain;
  std::uint64_t counter = row.appliedThrough;
  std::optional<Digest> hash;  // of the change after `counter`
  past_.formerly[row.replica] = row.formerly;
  for (; counter > 0; --counter) {
    const auto entry = entryAt({row.replica, counter});
    if (!entry) return entry.error();
    if (!*entry) break;
    const bool joins =
        hash ? chainAfter((*entry)->chain, *hash) == chain : (*entry)->chain == chain;
    if (!joins) {
      faults_.add("The chain of device " + row.replica.toString() + " is broken after its change " +
                  std::to_string(counter) + ".");
    }
    chain = (*entry)->chain;
    hash = (*entry)->hash;
  }
  firstPast_.formerly[row.replica] = upTo(row.formerly, counter);
  return checkBeginning(row, counter, chain, hash);
}

// What a device's first change in the log follows on: nothing, or a change under a former name.
Status Audit::checkBeginning(const ReplicaRow& row, std::uint64_t before, const Digest& chain,
                             const std::optional<Digest>& firstHash) {
  const auto fits = [&](const Digest& earlier) {
    return firstHash ? chainAfter(earlier, *firstHash) == chain : earlier == chain;
  };
  if ((before == 0 || !row.formerly.empty()) && fits(Digest{})) return {};
  for (const auto& [replica, through] : row.formerly) {
    const auto entry = programme_.logEntry({replica, before});
    if (!entry) return entry.error();
    if (*entry && fits((*entry)->chain)) return {};
  }
  faults_.add(before == 0 ? "The chain of device " + row.replica.toString() +
                                " is broken before its first change."
                          : nameOf({row.replica, before}) + " is missing.");
  return {};
}

// The office's own changes have no chain: each stands under its own hash.
Status Audit::walkOffice(ReplicaId office, std::uint64_t last) {
  past_.offices.insert(office);
  firstPast_.offices.insert(office);
  for (std::uint64_t counter = 1; counter <= last; ++counter) {
    const Dot dot{office, counter};
    const auto entry = entryAt(dot);
    if (!entry) return entry.error();
    if (!*entry) {
      faults_.add(nameOf(dot) + ", the office itself, is missing.");
    } else if ((*entry)->chain != (*entry)->hash) {
      faults_.add(nameOf(dot) + ", the office itself, has lost its hash.");
    }
  }
  return {};
}

// Their numbers, and those that copies of what was erased were once joined with.
Status Audit::gatherErasures() {
  const auto erasures = programme_.erasuresAfter(0, std::numeric_limits<std::size_t>::max());
  if (!erasures) return erasures.error();
  for (const ErasureRow& row : *erasures) {
    erased_.insert(row.record);
    numbers_.push_back(row.number.n);
    const auto joins = programme_.joins(row.record);
    if (!joins) return joins.error();
    for (const JoinRow& join : *joins) {
      numbers_.push_back(join.number.n);
      if (!join.copy.empty()) faults_.add("Record " + row.record.toString() + " was not erased.");
    }
    const auto record = programme_.record(row.record);
    if (!record) return record.error();
    if (*record) faults_.add("Record " + row.record.toString() + " was erased, and is there.");
  }
  return {};
}

// Every number was given to exactly one change; one that went on under a new name stands twice.
void Audit::checkNumbers() {
  std::ranges::sort(numbers_);
  const auto repeated = std::ranges::unique(numbers_);
  numbers_.erase(repeated.begin(), repeated.end());
  const bool whole = numbers_.size() == row_.lastNumber &&
                     (numbers_.empty() || numbers_.back() == row_.lastNumber);
  if (whole) return;
  faults_.add("The programme has given " + std::to_string(row_.lastNumber) +
              " numbers, and its log holds " + std::to_string(numbers_.size()) + ".");
}

Result<std::vector<PastStep>> Audit::joinsOf(const RecordState& state) {
  auto rows = programme_.joins(state.id);
  if (!rows) return rows.error();
  std::vector<PastStep> joins;
  for (const JoinRow& row : *rows) {
    ByteReader in(row.copy);
    RecordState copy = decodeState(in);
    if (!in.finished() || copy.id != state.id) {
      faults_.add("What a copy brought back of record " + state.id.toString() + " is damaged.");
    }
    numbers_.push_back(row.number.n);
    joins.push_back({row.number, std::move(copy)});
  }
  return joins;
}

Result<bool> Audit::follows(const RecordState& state) {
  auto entries =
      programme_.history(state.id, std::nullopt, std::numeric_limits<std::size_t>::max());
  if (!entries) return entries.error();
  auto joins = joinsOf(state);
  if (!joins) return joins.error();
  const auto steps = stepsOf(*std::move(entries), *std::move(joins));
  // Former names may have been learnt between two changes of one record.
  return replay(past_, steps) == state || replay(firstPast_, steps) == state;
}

Status Audit::checkRecord(const RecordState& state) {
  ++audited_.records;
  written_.erase(state.id);
  const auto row = programme_.recordRow(state.id);
  if (!row) return row.error();
  if (!*row || (*row)->state != state || (*row)->facts.deleted != isDeleted(state)) {
    faults_.add("Record " + state.id.toString() + " is not listed as what it is.");
  }
  const auto sound = follows(state);
  if (!sound) return sound.error();
  if (!*sound) {
    faults_.add("Record " + state.id.toString() + " is not what its changes make of it.");
  }
  return {};
}

Result<Audited> Audit::run() {
  auto row = programme_.programme();
  if (!row) return row.error();
  row_ = *std::move(row);
  if (const Status gathered = gatherErasures(); !gathered) return gathered.error();
  const auto replicas = programme_.replicas();
  if (!replicas) return replicas.error();
  for (const ReplicaRow& replica : *replicas) {
    if (const Status walked = walkDevice(replica); !walked) return walked.error();
  }
  const auto restores = programme_.restores();
  if (!restores) return restores.error();
  past_.lineage = firstPast_.lineage = lineageOf(*restores);
  for (const RestoreRow& each : *restores) {
    const Status walked = walkOffice(each.serverReplica, each.serverCounter);
    if (!walked) return walked.error();
  }
  const Status walked = walkOffice(row_.serverReplica, row_.serverCounter);
  if (!walked) return walked.error();
  const Status read =
      programme_.eachState([this](const RecordState& state) { return checkRecord(state); });
  if (!read) return read.error();
  checkNumbers();
  for (const RecordId& id : written_) {
    if (erased_.contains(id)) continue;
    faults_.add("Record " + id.toString() + " was written, and is not there.");
  }
  return audited_;
}

}  // namespace

void Faults::add(std::string sentence) {
  if (++count_ <= kTold) sentences_.push_back(std::move(sentence));
}

Result<Audited> auditProgramme(ServerReader& programme, const SecretKey& verdictKey,
                               Faults& faults) {
  return Audit(programme, verdictKey, faults).run();
}

}  // namespace rapport
