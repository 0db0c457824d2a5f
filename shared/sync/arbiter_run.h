#pragma once

#include <optional>
#include <span>
#include <vector>

#include "shared/merge/apply.h"
#include "shared/sync/arbiter.h"

namespace rapport {

// Private to the arbiter.

// One replica's run inside one transaction, with the rows that it moves.
struct Arbiter::Run {
  const Arbiter& arbiter;
  ServerWriter& store;
  ProgrammeTypes::Types types;
  ProgrammeRow programme;
  ReplicaRow replica;
  std::vector<RestoreRow> restores;
  std::vector<FrameVerdict> verdicts;
  bool anyErased = false;  // of the programme's records, ever

  Status tellAgain(const Arrived& arrived);
  // The verdict that the same change got under its former name; nothing: it is new here.
  Result<std::optional<Verdict>> formerVerdict(const Arrived& arrived);
  // … and the entry that it has there, with the name it is found under.
  Result<std::optional<LogEntry>> formerEntry(const Arrived& arrived, FormerName& former);
  bool isOwnName(ReplicaId name) const;
  Status checkNames(const ChangeRun& run) const;
  Status retellAct(std::span<const Arrived> act);
  Status takeAct(std::span<const Arrived> act);
  // One that was judged before a restore, and brings the proof.
  Status takeBack(const Arrived& arrived);
  Result<Verdict> applyAgain(const Arrived& arrived, const RecordType& type,
                             std::optional<Number> earlier);
  std::optional<Number> earlierNumber(const PriorVerdict& prior) const;
  // The verdict on one change; applied ones are in the store when this returns.
  Result<Verdict> judgeAndApply(const Arrived& arrived);
  Status applyTo(std::optional<RecordState> now, const Change& change, const Applied& applied,
                 const RecordType& type);
  // What a device hands over whose access was withdrawn: kept for the coordinator, judged by
  // nobody.
  Status setAside(const Arrived& arrived);
  Status refuseAct(std::span<const Arrived> act, const Verdict& why);
  // The verdict on a change that is discarded unread: of a record that was erased, or of one that
  // would be new and belong to such a record, and is erased with it. Nothing: it is none.
  Result<std::optional<Verdict>> discard(const Arrived& arrived);
  Result<bool> isErased(RecordId record);
  Status eraseUnseen(const Change& change);
  Status log(const Arrived& arrived, Verdict verdict, std::optional<Number> earlier = {});
  HybridTime effectiveTimeOf(const Change& change) const;
};

}  // namespace rapport
