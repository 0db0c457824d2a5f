#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/digest.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/merge/carry_over.h"
#include "shared/merge/change.h"
#include "shared/merge/state.h"
#include "shared/model/record_type.h"
#include "shared/protocol/drop_frames.h"
#include "shared/sync/local_store.h"
#include "shared/sync/receipt.h"

namespace rapport {

// A programme as its server numbers it.
struct ProgrammeRow {
  std::string name;
  EpochId epoch;
  std::uint64_t lastNumber = 0;  // of the last applied change
  std::uint64_t tag = 0;         // of the commit that applied it
  ReplicaId serverReplica;       // under which the console writes
  std::uint64_t serverCounter = 0;
};

// A restore of the programme from a backup.
struct RestoreRow {
  EpochId epoch;            // that began with it
  Number kept;              // up to which the backup held the epoch before
  ReplicaId serverReplica;  // under which the console wrote until then
  std::uint64_t serverCounter = 0;
  WallTime restoredAt;
};

// In the order of the restores, as is what each of these answers.
inline std::vector<EpochBegun> lineageOf(const std::vector<RestoreRow>& restores) {
  std::vector<EpochBegun> lineage;
  for (const RestoreRow& each : restores) lineage.push_back({each.epoch, each.kept});
  return lineage;
}

// One device in one programme, as the server knows it.
struct ReplicaRow {
  ReplicaId replica;
  PersonId person;
  std::string personName;
  std::string deviceName;
  Role role = Role::kWorker;
  std::set<Role> rolesBefore{};      // that it had at some time and has no more
  Bytes publicKey;                   // Ed25519, 32 bytes
  std::uint64_t appliedThrough = 0;  // every change up to here has its verdict
  Digest chain{};                    // over the bytes of those
  std::uint64_t toldThrough = 0;     // verdicts that the tablet confirmed
  std::optional<Number> cursor;      // states that the tablet confirmed
  Formerly formerly;
  bool revoked = false;
  std::optional<WallTime> revokedAt;  // nothing where it was before that was written down
  std::uint64_t asideChanges = 0;     // set aside since; counted, so that nobody walks the log
  std::uint64_t asideBytes = 0;       // of them
  std::optional<WallTime> enrolledAt, lastSeen, lastUpload;

  // From now on the device has this role. What it wrote under the one before may come later.
  void take(Role next) {
    if (next == role) return;
    rolesBefore.insert(role);
    rolesBefore.erase(next);
    role = next;
  }
  // Its access is withdrawn. The first time counts.
  void revoke(WallTime at) {
    if (revoked) return;
    revoked = true;
    revokedAt = at;
  }
};

// A change as it was judged. Kept for ever under its dot.
struct LogEntry {
  Dot dot;
  RecordId record;
  TypeNumber type = 0;
  Digest hash{};
  Digest chain{};  // of the replica, through this change
  Verdict verdict;
  WallTime receivedAt;
  Bytes change;  // its encoded bytes
  // That it bore before a restore, where the tablet gave it back with its verdict.
  std::optional<Number> earlier{};
  std::int64_t place = 0;  // grows in the order in which the log was written; the store's own
};

// What a tablet's copy brought back after a restore, as it was joined. Kept for ever under its
// number.
struct JoinRow {
  Number number;  // that the record took with it
  RecordId record;
  std::optional<Number> before;  // the record's until then; nothing: it was new
  ReplicaId replica;             // whose copy it was
  WallTime receivedAt;
  Bytes copy;  // encodeState of what readyToJoin made
};

// What lists, searches and the overview of the console need to know of a record without merging
// again.
struct RecordFacts {
  std::string title;
  std::string searchText;  // lower case, of the fields that every reader of the type may read
  bool deleted = false;
  bool needsPerson = false;  // a conflict or a contested delete
  bool waits = false;        // it came from the field, and nobody at the office has read it yet
  bool undeclared = false;   // it holds a field that its type does not declare
  std::int64_t updatedAtMillis = 0;
  PersonId updatedBy;
  ReplicaId updatedOn;
};

// A record that was erased: this, and the hashes of its changes, is all that is kept of it.
struct ErasureRow {
  RecordId record;
  TypeNumber type = 0;
  Number number;  // that the erasure took
  PersonId by;    // nil: the office itself
  WallTime at;
};

struct RecordRow {
  RecordState state;
  RecordFacts facts;
};

// A record as it lies in the store, packed; many are passed over, or go on, without being unpacked.
struct StoredState {
  RecordId id;
  TypeNumber type = 0;
  std::uint64_t n = 0;      // of its number
  bool undeclared = false;  // it holds a field that its type did not declare when it was written
  ByteView encoded;         // canonical (shared/merge/state_codec.h); lives as long as the visit

  Result<RecordState> unpack() const;
};

enum class Wanted : std::uint8_t { kAll, kLiving, kNeedingPerson, kWaiting };
enum class Order : std::uint8_t { kNewestFirst, kOldestFirst };

// A page of records by their numbers, beyond one of them. kWaiting: those that are not deleted.
struct RecordQuery {
  std::optional<TypeNumber> type;
  std::string text;  // must occur in the search text; empty: any
  Wanted wanted = Wanted::kLiving;
  Order order = Order::kNewestFirst;
  std::optional<std::uint64_t> beyond;  // smaller numbers only, or greater ones: as the order says
  std::size_t limit = 50;
};

struct TypeCount {
  TypeNumber type = 0;
  std::size_t living = 0;
  std::size_t needingPerson = 0;
  std::size_t waiting = 0;  // of the living
};

// An anonymous answer as the server holds it.
struct KeptAnswer {
  DroppedAnswer answer;
  // Numbers speak of it: so many came since the last time that no change of a number tells of one.
  bool counted = false;
};

// What somebody has begun on a device and not saved.
struct DraftRow {
  PersonId person;
  ReplicaId device;
  std::string key;
  std::uint64_t version = 0;
  WallTime keptAt;
  Bytes bytes;
  bool operator==(const DraftRow&) const = default;
};

// Reads of one programme's committed state: one snapshot for as long as the object lives, on one
// thread.
class ServerReader {
 public:
  virtual ~ServerReader() = default;
  virtual Result<ProgrammeRow> programme() = 0;
  virtual Result<std::vector<RestoreRow>> restores() = 0;  // in their order
  virtual Result<std::optional<RecordState>> record(RecordId id) = 0;
  virtual Result<std::optional<RecordRow>> recordRow(RecordId id) = 0;
  virtual Result<std::optional<ReplicaRow>> replica(ReplicaId id) = 0;
  virtual Result<std::vector<ReplicaRow>> replicas() = 0;
  virtual Result<std::optional<LogEntry>> logEntry(const Dot& dot) = 0;
  // States numbered after n, ascending by number. Return false from `visit` to stop.
  virtual Status statesAfter(std::uint64_t n,
                             const std::function<bool(const StoredState&)>& visit) = 0;
  virtual Result<std::size_t> countAfter(std::uint64_t n) = 0;
  // Every state, ascending by id.
  virtual Status eachState(const std::function<Status(const RecordState&)>& visit) = 0;
  virtual Result<std::vector<RecordRow>> find(const RecordQuery& query) = 0;
  virtual Result<std::size_t> count(const RecordQuery& query) = 0;
  virtual Result<std::vector<TypeCount>> countByType() = 0;
  // Changes to a record, newest first, below a number if one is given; refused ones come by their
  // receipt time.
  virtual Result<std::vector<LogEntry>> history(RecordId id,
                                                std::optional<std::int64_t> receivedBeforeMillis,
                                                std::size_t limit) = 0;
  virtual Result<std::size_t> refusedCount() = 0;  // refused and quarantined
  // What was quarantined and nobody has seen to yet, rivals of judged changes among it, newest
  // first, below a place in the log if one is given.
  virtual Result<std::vector<LogEntry>> asideBefore(std::optional<std::int64_t> place,
                                                    std::size_t limit) = 0;
  // What was answered about this record, ascending by id.
  virtual Status eachAnswer(RecordId about,
                            const std::function<Status(const KeptAnswer&)>& visit) = 0;
  // Ascending by device and key.
  virtual Result<std::vector<DraftRow>> draftsOf(PersonId person) = 0;
  // What copies brought back of a record, ascending by number.
  virtual Result<std::vector<JoinRow>> joins(RecordId id) = 0;
  virtual Result<std::optional<ErasureRow>> erasure(RecordId id) = 0;
  // Numbered after n, ascending by number, at most so many.
  virtual Result<std::vector<ErasureRow>> erasuresAfter(std::uint64_t n, std::size_t limit) = 0;
  // Of the commit of this epoch that reached exactly this number; nothing: none did.
  virtual Result<std::optional<std::uint64_t>> tagAt(std::uint64_t n) = 0;
};

// One programme inside a write transaction. Reads see its own writes.
class ServerWriter : public ServerReader {
 public:
  virtual Status putProgramme(const ProgrammeRow& row) = 0;
  virtual Status putReplica(const ReplicaRow& row) = 0;
  virtual Status putRecord(const RecordRow& row) = 0;
  // Somebody read the record as it was up to this number: if it is no newer, it waits no more. One
  // that is not there: as well.
  virtual Status noteRead(RecordId id, std::uint64_t throughN) = 0;
  virtual Status appendLog(const LogEntry& entry) = 0;
  // A second change under a dot that the log knows: kept beside the log for a person, never
  // applied.
  virtual Status quarantine(const LogEntry& entry) = 0;
  // Somebody saw to what was quarantined in this place of the log. kNotFound: nothing is, or
  // somebody did before.
  virtual Status settleAside(std::int64_t place, PersonId by, WallTime at) = 0;
  // The first one under its id stands.
  virtual Status putAnswer(RecordId about, const DroppedAnswer& answer) = 0;
  // From now on every answer about the record is counted, if limits::kSmallestGroup are not yet.
  virtual Status countAnswers(RecordId about) = 0;
  virtual Status putDraft(const DraftRow& draft) = 0;
  // One that is not there: as well.
  virtual Status forgetDraft(PersonId person, ReplicaId device, std::string_view key) = 0;
  virtual Status appendJoin(const JoinRow& row) = 0;
  // Nothing stays of the record, whether it is there or not, or of drafts that name it, but this
  // row and what numbers, hashes and proofs the log has of its changes. kConflict: it was erased
  // before.
  virtual Status erase(const ErasureRow& row) = 0;
  // The programme goes on in a new epoch, which kept the present one up to `keptThrough`, and every
  // record is carried over (merge/carry_over.h).
  virtual Status beginEpoch(std::uint64_t keptThrough, const Clock& clock, Random& random) = 0;
  // Everything since the mark is undone if `work` fails; the transaction goes on.
  virtual Status inSavepoint(const std::function<Status()>& work) = 0;
};

// The server's records. `inTransaction` is for the one writer; `reading` may be called from several
// threads.
class ServerStore {
 public:
  virtual ~ServerStore() = default;

  // Commits durably when `work` succeeds, else leaves no trace. `work` may open several programmes.
  struct Transaction {
    virtual ~Transaction() = default;
    virtual Result<ServerWriter*> programme(
        std::string_view name) = 0;  // kNotFound: no such programme
  };
  virtual Status inTransaction(const std::function<Status(Transaction&)>& work) = 0;
  virtual Status reading(std::string_view programme,
                         const std::function<Status(ServerReader&)>& work) = 0;

  // After an erasure, outside transactions: nothing older than what is committed is left anywhere
  // in the store's files. False: somebody reads just now, and it is to be asked again.
  virtual Result<bool> forgetPast() = 0;

  virtual Status addProgramme(const ProgrammeRow& row) = 0;  // kConflict: it is there already
  virtual Result<std::vector<std::string>> programmes() = 0;
};

}  // namespace rapport
