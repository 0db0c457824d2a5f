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
#include "shared/protocol/restore_frames.h"

namespace rapport {

// Messages whose bytes are settled and which this version does not obey yet (PROTOCOL.md
// "Reserved"). They are read in full and answered "not yet", so that no later version has to change
// a format that tablets in the field already speak.

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
