#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/base/uuid.h"
#include "shared/merge/change.h"
#include "shared/model/record_type.h"
#include "shared/protocol/frames.h"

namespace rapport {

// Messages whose bytes are settled and which this version does not obey yet (PROTOCOL.md
// "Reserved"). They are read in full and answered "not yet", so that no later version has to change
// a format that tablets in the field already speak.

// One restore of the server from a backup: `epoch` began with everything up to `kept` of an older
// one.
struct RestoredEpoch {
  EpochId epoch;
  Number kept;
  bool operator==(const RestoredEpoch&) const = default;
};

// Server, after Accepted: which restores there were, and what a tablet may let go of.
struct EpochNews {
  EpochId epoch;
  ReplicaId serverReplica;             // under which the office writes in this epoch
  std::uint64_t backedUpThrough = 0;   // the tablet's own changes that every kept backup holds
  std::vector<RestoredEpoch> lineage;  // in the order of the restores, each epoch once
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
  EpochId epoch;                    // that the copies are of
  Role copyRole = Role::kWorker;    // the role that they were filtered for
  std::uint64_t remaining = 0;      // copies still to come
  std::vector<OfferedCopy> copies;  // ascending by record id in all frames together
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

// Tablet, after its copies: its own changes that had verdicts, in counter order.
struct OfferChanges {
  std::vector<std::variant<OfferedChange, OfferedSealedChange, OfferedGap>> changes;
  bool operator==(const OfferChanges&) const = default;
};

enum class ForgetReason : std::uint8_t {
  kErased = 0,     // purge its values and history wherever they are; ids and hashes stay
  kCollected = 1,  // deleted, and every tablet knows: only the grave stays
};
struct ForgottenRecord {
  RecordId record;
  ForgetReason reason = ForgetReason::kErased;
  bool operator==(const ForgottenRecord&) const = default;
};

// Server: records that are gone for good (those that are merely out of sight go with States).
// Answered by Took, once the tablet has purged them durably.
struct Forget {
  Cursor cursor;
  std::vector<ForgottenRecord> records;  // ascending by id
  bool operator==(const Forget&) const = default;
};

// The key of one sealed body, for one who may open it.
struct SealedKey {
  Digest reader{};  // BLAKE2b-256 of the reader's public key
  Bytes key;        // the body's key in a sealed box: limits::kSealedKeyBytes
  bool operator==(const SealedKey&) const = default;
};
// What a sensitive record says; its change, in the open, says only that there is one.
struct SealedBody {
  std::uint64_t counter = 0;  // of the tablet's change that it belongs to
  RecordId record;
  std::vector<SealedKey> keys;  // ascending by reader, one or more
  Bytes body;                   // fields, sealed with the body's key
  bool operator==(const SealedBody&) const = default;
};

// Tablet: before the push that holds the changes they belong to; kept in the same transaction.
struct Sealed {
  std::vector<SealedBody> bodies;  // ascending by counter
  bool operator==(const Sealed&) const = default;
};

// A change that the carrier may not read.
struct RelayedSealedChange {
  Digest hash{};  // of the bytes that were sealed
  Bytes sealed;   // to the server
  bool operator==(const RelayedSealedChange&) const = default;
};

// Tablet: another tablet's run of changes, complete from what the server holds of it.
struct Relay {
  ReplicaId author;
  std::uint64_t after = 0;  // the counter before the first one
  std::vector<std::variant<Bytes, RelayedSealedChange>> changes;
  Bytes signature;  // the author's, over relaySignedBytes
  bool operator==(const Relay&) const = default;
};

// Server: the verdicts on a relayed run, for the carrier to take back.
struct RelayVerdicts {
  ReplicaId author;
  Verdicts verdicts;
  bool operator==(const RelayVerdicts&) const = default;
};

// What the author of a run signs when it hands the run over: a domain that no other signature of
// Rapport uses, its id, the last counter and its chain there.
Bytes relaySignedBytes(ReplicaId author, std::uint64_t lastCounter, const Digest& chain);

}  // namespace rapport
