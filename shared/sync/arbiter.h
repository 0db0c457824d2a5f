#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/merge/change.h"
#include "shared/protocol/frames.h"
#include "shared/sync/change_run.h"
#include "shared/sync/programme_types.h"
#include "shared/sync/server_store.h"

namespace rapport {

template <std::size_t kSize>
class Secret;
using SecretKey = Secret<32>;

// By whose leave the server writes: a person's role, or its own directory of people and devices.
enum class Authority : std::uint8_t { kRole, kServer };

// What somebody writes at the console, under the server's own replica.
struct ServerWrite {
  Authority authority = Authority::kRole;  // kServer: permission is not asked
  PersonId person;
  Role role = Role::kCoordinator;
  RecordId record;
  TypeNumber type = 0;
  std::vector<Operation> operations;
};

// Copies that a tablet took before a restore, as it gives them back.
struct OfferedCopies {
  ReplicaId replica;
  std::uint64_t counter = 0;  // of its last change
  OfferStates offer;
  std::size_t sizeBytes() const;
};

// A record that is to be erased.
struct Erasing {
  RecordId record;
  TypeNumber type = 0;  // where the record is not there any more
  PersonId by;          // who decided it; nil: the office itself
  WallTime at;
};

// What was erased, in the order of the numbers, and the blobs that its attachments named.
struct Erased {
  std::vector<ErasureRow> rows;
  std::vector<Digest> blobs;
};

// Judges and applies changes inside one write transaction: numbers them in order, stamps their
// effective time, merges them, writes record, log and rows. The only place where the server's
// records change.
class Arbiter {
 public:
  // The key lies outside the database: after a restore it proves what was told. All must outlive
  // this.
  Arbiter(ProgrammeTypes& types, const Clock& clock, Random& random, const SecretKey& verdictKey);

  // A tablet's run of changes, in counter order. A counter that was judged before gets its first
  // verdict again; other bytes under a known counter are quarantined, or kConflict where nobody
  // could know of it at the greeting: two devices go by one name. Refused changes cost nothing
  // behind them. An error is a storage failure, or kInvalid where the run does not follow on what
  // was judged before, or tears an act: nothing is applied. A change with the proof of the verdict
  // that it got before a restore is not judged again: it is applied with its old number, or only
  // its counter goes on. Such a proof of this very epoch, for a change that this server lacks,
  // tells that the database went back: then a new epoch begins (noticeRestore) before it is taken.
  // What a revoked device hands over is quarantined, up to limits::kRevokedChanges and
  // kRevokedChangeBytes of all its names together; kRefused, with a sentence for its person, where
  // a run would pass that: then nothing of the run is kept.
  Result<std::vector<FrameVerdict>> take(ServerWriter& programme, const ChangeRun& run) const;

  // Joins the copies into the records (merge/join.h): what the tablet's role may see, and nothing
  // that contradicts what this server knows of a device or of a change. What cannot stand is left
  // out alone, and what changed nothing leaves no trace. kInvalid: the tablet tells another past of
  // this server than it had.
  Status join(ServerWriter& programme, const OfferedCopies& offered) const;

  // Whether this server's key made the cursor's tag. False for a cursor within a commit, which
  // bears none.
  bool provesCursor(const Cursor& cursor) const;
  // A tablet came with a cursor that this server gave and does not know: its database went back
  // without being told. If so, the programme begins a new epoch, as a restore does; kept is what
  // was there when this process first wrote, for what it wrote since bears numbers that were given
  // twice.
  Status noticeRestore(ServerWriter& programme, const Cursor& cursor) const;

  const Clock& clock() const { return clock_; }

  // A coordinator's edit: judged and permitted like a tablet's, or refused with a sentence, at
  // once. `seen` of each operation is the number that the page showed. kConflict: the page is of
  // another epoch.
  Result<RecordState> write(ServerWriter& programme, const ServerWrite& edit) const;

  // Erases a record for good, with all that belongs to it (erasure.h), each under a number of its
  // own; what was erased before is passed over. kRefused: the office itself keeps it (people,
  // devices, forms).
  Result<Erased> erase(ServerWriter& programme, const Erasing& erasing) const;

 private:
  struct Run;
  void remember(const ProgrammeRow& row) const;
  // If the programme moved: a tag for the commit that holds it.
  void tag(ProgrammeRow& row, std::uint64_t before) const;
  bool isProven(const Arrived& arrived) const;
  // Whether a change proves that this epoch went further once.
  bool tellsOfMore(const ChangeRun& arrived, const ReplicaRow& replica,
                   const ProgrammeRow& row) const;
  Status beginEpoch(ServerWriter& programme, const ProgrammeRow& row) const;

  ProgrammeTypes& types_;
  const Clock& clock_;
  Random& random_;
  const SecretKey& key_;
  // What each programme had reached when this process first wrote to it. The writer's thread alone.
  mutable std::map<std::string, Number> found_;
};

}  // namespace rapport
