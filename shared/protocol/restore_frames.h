#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/protocol/frames.h"

// What the two ends tell each other after the server was restored from a backup (PROTOCOL.md
// "Restores").

namespace rapport {

// One restore of the server from a backup: `epoch` began with everything up to `kept` of an older
// one.
struct RestoredEpoch {
  EpochId epoch;
  Number kept;
  bool operator==(const RestoredEpoch&) const = default;
};
// In the order of the restores, each epoch once.
using RestoredEpochs = std::vector<RestoredEpoch>;

// Server, right after Accepted, where the programme was ever restored: from what, and what a tablet
// may let go of.
struct EpochNews {
  EpochId epoch;
  ReplicaId serverReplica;            // under which the office writes in this epoch
  std::uint64_t backedUpThrough = 0;  // the tablet's own changes that every kept backup holds
  RestoredEpochs lineage;
  bool operator==(const EpochNews&) const = default;
};

// A copy that a tablet took before the restore.
struct OfferedCopy {
  Bytes state;  // as encodeState wrote it; decoded one by one, when its turn comes
  std::vector<StateReceipt> receipts;
  bool operator==(const OfferedCopy&) const = default;
};

// Tablet, at a new epoch: its copies of records newer than what the restore kept.
struct OfferStates {
  RestoredEpochs lineage;         // as the tablet knew it when it took them
  Role copyRole = Role::kWorker;  // the role that they were filtered for
  std::vector<OfferedCopy> copies;
  bool operator==(const OfferStates&) const = default;
};

// What a tablet was told of a change before the restore. The MAC proves that the server said so.
struct PriorVerdict {
  VerdictStage stage = VerdictStage::kApplied;
  HybridTime effective;
  std::optional<Number> number;  // with which it was applied
  std::string reason;            // empty when applied
  Bytes mac;
  bool operator==(const PriorVerdict&) const = default;
};
struct OfferedChange {
  Bytes change;  // as encodeChange wrote it
  PriorVerdict verdict;
  bool operator==(const OfferedChange&) const = default;
};
// A write-only record's change: the tablet kept it sealed to the server.
struct OfferedSealedChange {
  std::uint64_t counter = 0;
  Digest hash{};  // of the bytes that were sealed
  Bytes sealed;
  PriorVerdict verdict;
  bool operator==(const OfferedSealedChange&) const = default;
};
// Changes that the tablet no longer holds.
struct OfferedGap {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  bool operator==(const OfferedGap&) const = default;
};
// A change of a record that was erased: the tablet keeps its hash, so that the chain goes on.
struct OfferedErasedChange {
  std::uint64_t counter = 0;
  Digest hash{};
  RecordId record;
  TypeNumber type = 0;
  bool operator==(const OfferedErasedChange&) const = default;
};

// Tablet, after its copies: its own changes that had verdicts, in counter order.
struct OfferChanges {
  std::vector<std::variant<OfferedChange, OfferedSealedChange, OfferedGap, OfferedErasedChange>>
      changes;
  bool operator==(const OfferChanges&) const = default;
};

// A lineage by itself, as it lies in a tablet's store. Nothing: those bytes are none.
Bytes encodeRestoredEpochs(const RestoredEpochs& lineage);
std::optional<RestoredEpochs> decodeRestoredEpochs(ByteView bytes);

}  // namespace rapport
