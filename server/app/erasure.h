#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/app/enrolment_ledger.h"
#include "shared/base/blob_files.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/programme_types.h"
#include "shared/sync/server_blobs.h"
#include "shared/sync/server_store.h"

namespace rapport {

// Somebody's word that a record is to be erased for good.
struct EraseOrder {
  std::string programme;
  RecordId record;
  std::string confirmed;     // the record's title, as whoever gives the order sees it, or its id
  std::optional<Role> role;  // whose sight that is; nothing: the office's own, which sees all
  PersonId by;               // nil: whoever keeps the server
};

// What erasing works with.
struct ErasureDesk {
  ServerStore& store;
  ProgrammeTypes& types;
  const Arbiter& arbiter;
  BlobFiles& blobs;
  BlobLedger& pins;
  const Clock& clock;
  EnrolmentLedger* ledger = nullptr;  // where it is written down besides
};

// Erases the record with all that belongs to it, inside the writer's transaction, and writes it
// down in the ledger. kNotFound: there is none, or it was erased before. kInvalid: what was
// confirmed is another record's title. kRefused: the office itself keeps such records, or the role
// is a safeguarding officer's and the record is not sensitive.
Result<Erased> erase(const ErasureDesk& desk, ServerWriter& programme, const EraseOrder& order);

// After the commit: leaves nothing of it in the database's files, nor of blobs that nothing else is
// pinned to. kUnavailable: it is erased, but its pages could not be cleared just now; the next
// erasure, or the next start of the server, does it.
Status clearErased(const ErasureDesk& desk, const std::string& programme,
                   const std::vector<Digest>& blobs);

}  // namespace rapport
