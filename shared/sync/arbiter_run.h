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
  // What a device whose access was withdrawn handed over since.
  struct Aside {
    std::uint64_t changes = 0, bytes = 0;
  };

  const Arbiter& arbiter;
  ServerWriter& store;
  ProgrammeTypes::Types types;
  ProgrammeRow programme;
  ReplicaRow replica;
  std::vector<RestoreRow> restores;
  std::vector<FrameVerdict> verdicts;
  bool anyErased = false;                              // of the programme's records, ever
  std::optional<std::vector<ReplicaId>> otherNames{};  // of its device; found when first needed
  std::optional<Aside> asideElsewhere{};               // under those; found when first needed
  std::optional<std::uint64_t> greetedThrough{};       // ChangeRun's

  Status tellAgain(const Arrived& arrived);
  // Whether another life of its device brought what bears this counter since it greeted.
  bool hasTwin(const Arrived& arrived) const;
  // Every other name that this replica's device goes by or went by.
  Status findOtherNames();
  // The entry that the same change has under another of them; nothing: it has none.
  Result<std::optional<LogEntry>> formerEntry(const Arrived& arrived);
  // … and what that name wrote up to there is this replica's own from now on.
  Result<std::optional<LogEntry>> entered(const Arrived& arrived);
  bool isOwnName(ReplicaId name) const;
  Status checkNames(const ChangeRun& run) const;
  Status retellAct(std::span<const Arrived> act);
  Status takeAct(std::span<const Arrived> act);
  // A box that the office cannot open, or a change of an act with one: kept for the coordinator.
  Status keepUnopened(std::span<const Arrived> act);
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
  // Counts what is kept of such a device. kRefused: that would be more than it may fill.
  Status countAside(const Arrived& arrived);
  Result<Aside> asideUnderOtherNames();
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
