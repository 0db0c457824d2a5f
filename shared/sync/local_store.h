#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/merge/change.h"
#include "shared/merge/state.h"
#include "shared/model/record_type.h"
#include "shared/protocol/frames.h"
#include "shared/protocol/restore_frames.h"
#include "shared/sync/receipt.h"

namespace rapport {

// Who this tablet is in one programme. Written at enrolment.
struct Enrolment {
  std::string programme;
  PersonId person;
  std::string personName;
  std::string deviceName;
  Role role = Role::kWorker;
  std::string server;  // host:port
  bool tls = false;
  std::vector<std::string>
      pins;        // base64url SHA-256 of public keys that may serve, the backup's too
  Bytes sealTo{};  // the office's sealing key, as it last gave it; empty: never yet
};

// Where this replica stands. One row, read and written whole inside the transaction that moves it.
struct Standing {
  ReplicaId replica;
  std::uint64_t counter = 0;  // of its last change
  Digest chain{};             // over all its changes up to there
  HybridTime clock;           // the last reading given out
  std::optional<Cursor> cursor;
  std::uint64_t settledThrough = 0;  // every own change up to here has a final verdict
  Formerly formerly;
  Role copyRole = Role::kWorker;  // the role that the copies were filtered for
  RestoredEpochs lineage;         // the office's restores, as it last told them
  std::optional<WallTime> lastSuccess;
};

// A change of this tablet's, as it goes out. Its bytes never change but into a box that the office
// alone opens.
struct OwnChange {
  Change change;   // without operations where it is sealed, or was erased
  Bytes encoded;   // in the open, or sealed (protocol/change_codec.h)
  Digest hash{};   // of the bytes in the open
  Digest chain{};  // of this replica's changes up to and including this one
  Receipt receipt;
  // What stood where it wrote, for undo (merge/undo.h, touchedBy), in a state's bytes; kept with
  // it, and read by `beforeOf` alone. Nothing: it made the record, or was only handed in.
  std::optional<Bytes> before{};
};

// An own change on its way out. `encoded` lives as long as the visit.
struct OutgoingChange {
  std::uint64_t counter = 0;
  ByteView encoded;  // as it is kept: sealed, perhaps; empty: it was erased
};

// Does a copy wait for somebody's choice?
enum class Attention : std::uint8_t { kNone, kPerson };

// Does a change with its receipt still stand on top of its record's copy?
enum class Overlay : std::uint8_t { kStays, kLeaves };

// A record that was erased for good while this tablet had something of it.
struct ErasedRecord {
  RecordId record;
  TypeNumber type = 0;
  std::size_t discarded = 0;  // changes written here that the office never took
  bool operator==(const ErasedRecord&) const = default;
};

// One programme in the tablet's database. Not safe for several threads. Every failure leaves what
// was there: kStorageFull and kStorageFailed say so in their message.
class LocalStore {
 public:
  virtual ~LocalStore() = default;

  // All or nothing: commits durably when `work` succeeds, else leaves no trace. Not nested.
  virtual Status inTransaction(const std::function<Status()>& work) = 0;

  virtual Result<Enrolment> enrolment() = 0;
  virtual Status keepEnrolment(const Enrolment& enrolment) = 0;
  virtual Result<Standing> standing() = 0;
  virtual Status keepStanding(const Standing& standing) = 0;

  // The server's copies.
  virtual Result<std::optional<RecordState>> copy(RecordId id) = 0;
  virtual Status keepCopy(const RecordState& state, Attention attention = Attention::kNone) = 0;
  // The first copy of a record; false: there is one, and it stays as it is.
  virtual Result<bool> keepFirstCopy(const RecordState& state,
                                     Attention attention = Attention::kNone) = 0;
  // … and what stood before own changes of it.
  virtual Status forgetCopy(RecordId id) = 0;
  // All of them, ascending by id, one at a time.
  virtual Status eachCopy(const std::function<Status(const RecordState&)>& visit) = 0;
  // … those after an id, until `visit` answers false.
  virtual Status copiesAfter(std::optional<RecordId> after,
                             const std::function<bool(const RecordState&)>& visit) = 0;
  virtual Result<std::size_t> copyCount() = 0;

  // Every copy is of another role or epoch than what comes from now on, and was filtered for this
  // role, if it was not outdated before. Those of types that `mayStay` stay until a newer one is
  // kept in their place; the others go, and with them own changes that were applied to them. What
  // stood before own changes goes. Own changes after `settledThrough` go out again, with the
  // verdict that they had; they are in the overlay where no copy shows them. Refused ones stay as
  // they are.
  virtual Status outdateCopies(Role filteredFor, std::uint64_t settledThrough,
                               const std::function<bool(TypeNumber)>& mayStay) = 0;
  // Whom an outdated copy was filtered for. Nothing: it is not outdated, or not there.
  virtual Result<std::optional<Role>> outdatedFor(RecordId id) = 0;
  virtual Result<bool> hasOutdated() = 0;
  // Nothing newer comes for those that are outdated still: they go, and what was applied in
  // another epoch leaves the overlay. Their names.
  virtual Result<std::vector<RecordId>> forgetOutdated(EpochId epoch) = 0;

  // Ids after `after` of records of this type that have a copy or a change in the overlay,
  // ascending.
  virtual Result<std::vector<RecordId>> recordsOf(TypeNumber type, std::optional<RecordId> after,
                                                  std::size_t limit) = 0;
  // The type of a record that is here, be it only as an own change.
  virtual Result<std::optional<TypeNumber>> typeOf(RecordId id) = 0;
  // Copies that their last keepCopy gave to a person's attention.
  virtual Result<std::vector<RecordId>> recordsNeedingPerson(std::size_t limit) = 0;

  // Own changes. The overlay of a record: not refused, and not yet covered by its copy, ascending
  // by counter.
  virtual Status appendChange(const OwnChange& change) = 0;
  // The same change in other bytes, under a new name of this replica; it waits to go out.
  virtual Status renameChange(const OwnChange& change) = 0;
  // The same change, now sealed, in place of its bytes; what stood before it goes. The rest of it
  // stays as it is.
  virtual Status sealChange(const OwnChange& change) = 0;
  virtual Result<std::vector<OwnChange>> overlayOf(RecordId id) = 0;
  // The record's own changes without a verdict are in the overlay: an outdated copy that showed
  // some of them is gone.
  virtual Status returnToOverlay(RecordId id) = 0;
  virtual Result<bool> hasOverlay() = 0;  // of any record
  // All but erased ones, newest first.
  virtual Result<std::vector<OwnChange>> changesOf(RecordId id) = 0;
  virtual Result<std::vector<OwnChange>> changesAfter(std::uint64_t counter, std::size_t limit) = 0;
  // Their bytes alone, ascending, one at a time: what is sent need not be understood again. Return
  // false from `visit` to stop.
  virtual Status outgoingAfter(std::uint64_t counter,
                               const std::function<bool(const OutgoingChange&)>& visit) = 0;
  virtual Result<std::optional<OwnChange>> change(std::uint64_t counter) = 0;
  // What was kept beside that change; nothing for one that made its record, and for old ones.
  virtual Result<std::optional<Bytes>> beforeOf(std::uint64_t counter) = 0;
  // Of the own changes after `counter` the last that ever got a verdict; 0: none of them did.
  virtual Result<std::uint64_t> lastJudgedAfter(std::uint64_t counter) = 0;
  // A change that was sent back leaves the overlay in any case. A number of another epoch that it
  // bore stays known as its earlier one.
  virtual Status keepReceipt(std::uint64_t counter, const Receipt& receipt,
                             Overlay overlay = Overlay::kStays) = 0;
  // Records with applied changes in the overlay, each with the number that a state must reach to
  // cover them.
  virtual Result<std::vector<std::pair<RecordId, Number>>> uncovered() = 0;
  // These left the overlay: the copy holds them (or they were refused).
  virtual Status leaveOverlay(RecordId id, std::uint64_t throughCounter) = 0;
  virtual Result<std::vector<OwnChange>>
  refused() = 0;  // refused or quarantined and not dismissed, ascending
  virtual Status dismiss(std::uint64_t counter) = 0;
  virtual Result<std::size_t> waitingCount() = 0;  // stage kSaved or kUploaded

  // Erasure. What was written under this counter is gone, and its receipt says so; hash and chain
  // stay, and it reads as a change without operations from now on.
  virtual Status eraseChange(std::uint64_t counter, const Receipt& receipt) = 0;
  // The record's copy, its drafts, and what was written of it under counters up to this one.
  virtual Status eraseRecord(RecordId id, std::uint64_t throughCounter) = 0;
  // What a person has not put away yet, ascending by id.
  virtual Result<std::vector<ErasedRecord>> erased() = 0;
  virtual Status putAwayErased(RecordId id) = 0;  // kNotFound: it is not among them
  // Outside transactions: nothing that was erased is left in the database's files. Where somebody
  // else reads just now, the next call, or the next opening, sees to it.
  virtual void forgetPast() = 0;
};

}  // namespace rapport
