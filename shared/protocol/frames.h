#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/merge/change.h"
#include "shared/merge/state.h"
#include "shared/model/record_type.h"

namespace rapport {

// The messages between a tablet and its server, as values. PROTOCOL.md says their bytes and their
// order.

inline constexpr std::uint32_t kProtocolVersion = 1;

// The first byte of every frame.
enum class FrameKind : std::uint8_t {
  kWelcome = 1,
  kHello = 2,
  kAccepted = 3,
  kRefusal = 4,
  kPush = 5,
  kVerdicts = 6,
  kPull = 7,
  kStates = 8,
  kTook = 9,
  kHeartbeat = 10,
  kFork = 11,
  kNeed = 12,
  kEpoch = 16,
  kOfferStates = 17,
  kOfferChanges = 18,
  kForget = 19,
  kDrop = 24,
  kSealed = 25,
  kDropKept = 26,
  kBegunDrafts = 27,
  kBegunKept = 28,
  kBegunAsk = 29,
  kBegunElsewhere = 30,
  kAttachmentOffer = 32,
  kAttachmentWanted = 33,
  kAttachmentChunk = 34,
  kAttachmentAsk = 35,
  kAttachmentDeclined = 36,
  kRelay = 40,
  kRelayVerdicts = 41,
};

// Up to where a tablet has taken the server's states. The tag names the commit: an unknown one
// tells of a restore that nobody declared.
struct Cursor {
  Number number;
  std::uint64_t tag = 0;
  bool operator==(const Cursor&) const = default;
};

// Server, as soon as the connection stands.
struct Welcome {
  std::uint32_t oldestVersion = kProtocolVersion;
  std::uint32_t newestVersion = kProtocolVersion;
  Bytes nonce;  // 32 random bytes, signed by the tablet's hello
  std::int64_t serverMillis = 0;
  bool operator==(const Welcome&) const = default;
};

// Tablet. Everything but the signature is what the signature covers, after the nonce.
struct Hello {
  std::uint32_t version = kProtocolVersion;
  std::string programme;
  ReplicaId replica;
  std::uint64_t counter = 0;         // of its last change
  std::uint64_t settledThrough = 0;  // verdicts that it holds
  std::optional<Cursor> cursor;
  Role copyRole = Role::kWorker;  // the role its copies were filtered for
  std::string application;        // name and version, for logs and "update needed"
  bool operator==(const Hello&) const = default;
};

struct SignedHello {
  Hello hello;
  Bytes signedPart;  // the bytes that the signature covers after the nonce
  Bytes signature;   // Ed25519, 64 bytes
  bool operator==(const SignedHello&) const = default;
};

// Server.
struct Accepted {
  Role role = Role::kWorker;
  EpochId epoch;
  std::uint64_t appliedThrough = 0;  // of the tablet's changes, all that have verdicts
  std::uint64_t chainAt = 0;         // the smaller of that and the tablet's counter
  Digest chain{};  // of the tablet's changes up to chainAt, as the server holds them
  std::int64_t serverMillis = 0;
  // Its access was withdrawn: it hands over what was not sent, gets nothing, and clears itself.
  bool revoked = false;
  // X25519: what a role hands in and does not read back is sealed to this key. Empty: nothing is.
  Bytes sealTo{};
  bool operator==(const Accepted&) const = default;
};

enum class RefusalCode : std::uint8_t {
  kMalformed = 1,  // the frame is not in the form of PROTOCOL.md
  kTooLarge = 2,
  kUnknownDevice = 3,  // not enrolled here, or a wrong signature
  kRevoked = 4,
  kUpdateNeeded = 5,
  kOutOfOrder = 6,  // a frame that may not come now, or a gap in the counters
  kBusy = 7,        // try again later
  kElsewhere = 8,   // the same replica opened another session
  kTrouble = 9,     // the other end failed; nothing is lost, try again later
};

// Either side, before it closes. The message is a sentence for people.
struct Refusal {
  RefusalCode code = RefusalCode::kMalformed;
  std::string message;
  bool operator==(const Refusal&) const = default;
};

// Tablet: its changes in counter order without a gap; acts are not torn across frames.
struct Push {
  std::vector<Bytes> changes;  // as encodeChange wrote them
  bool operator==(const Push&) const = default;
};

// A change's own verdict as it travels (sync/receipt.h keeps it as Verdict).
// kErased: its record was erased, and it was discarded unread.
enum class VerdictStage : std::uint8_t {
  kApplied = 2,
  kRefused = 4,
  kQuarantined = 5,
  kErased = 6
};
enum class Telling : std::uint8_t { kFirst = 0, kAgain = 1 };

struct FrameVerdict {
  std::uint64_t counter = 0;
  RecordId record;  // known to both ends; does not travel
  VerdictStage stage = VerdictStage::kApplied;
  Telling telling =
      Telling::kFirst;  // again: this counter was judged before; its first verdict stands
  std::string reason;   // empty when applied
  HybridTime effective;
  std::optional<Number> before, after;
  // Of a change that was written again under a new name: the former one that it had entered under,
  // with the same counter.
  std::optional<ReplicaId> enteredAs;
  Bytes mac;
  bool operator==(const FrameVerdict&) const = default;
};

// Server, after the durable commit.
struct Verdicts {
  std::vector<FrameVerdict> verdicts;  // ascending by counter
  bool operator==(const Verdicts&) const = default;
};

// Tablet: send me every state after this, now and from now on.
struct Pull {
  std::optional<Cursor> after;
  bool operator==(const Pull&) const = default;
};

// An applied change of a record whose author has not yet confirmed the answer in this epoch.
struct StateReceipt {
  Dot dot;
  Number number;
  HybridTime effective;
  bool operator==(const StateReceipt&) const = default;
};
struct RecordReceipts {
  RecordId record;
  std::vector<StateReceipt> receipts;
  bool operator==(const RecordReceipts&) const = default;
};

// Server: latest states, ascending by number, and ids of records that this tablet may no longer
// see.
struct States {
  Cursor cursor;                // where the tablet stands once it has taken these durably
  std::uint64_t remaining = 0;  // states still to come
  std::vector<RecordState> states;
  std::vector<RecordId> forget;
  std::vector<RecordReceipts> receipts{};  // reserved for restores: version 1 sends none
  bool operator==(const States&) const = default;
};

// Tablet: these states are durable here.
struct Took {
  Cursor cursor;
  bool operator==(const Took&) const = default;
};

enum class ForgetReason : std::uint8_t {
  kErased = 0,     // purge its values and history wherever they are; ids and hashes stay
  kCollected = 1,  // reserved: deleted, and every tablet knows: only the grave stays
};
struct ForgottenRecord {
  RecordId record;
  ForgetReason reason = ForgetReason::kErased;
  bool operator==(const ForgottenRecord&) const = default;
};

// Server: records that are gone for good (those that are merely out of sight go with States).
// Answered by Took, once the tablet has purged them durably.
struct Forget {
  Cursor cursor;                         // of the states before: it does not move
  std::vector<ForgottenRecord> records;  // ascending by id
  bool operator==(const Forget&) const = default;
};

// Tablet: send me these records' states, whatever my cursor says (an own change was applied to a
// record whose copy here was another, and its state was not in what came since).
struct Need {
  std::vector<RecordId> records;
  bool operator==(const Need&) const = default;
};

struct Heartbeat {
  bool operator==(const Heartbeat&) const = default;
};

// Tablet: "my database is an old image or a copy; from here on I am `replica`". Answered by
// Accepted.
struct Fork {
  ReplicaId replica;              // the new id
  std::uint64_t forkedAfter = 0;  // the last counter of the old id that this tablet wrote itself
  bool operator==(const Fork&) const = default;
};

}  // namespace rapport
