#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/merge/numbers.h"
#include "shared/sync/receipt.h"

namespace rapport {

// The blob of one attachment record, as this tablet keeps it.
struct LocalBlob {
  RecordId attachment;
  RecordId about;  // the record that it belongs to; nil without one
  Digest sha256{};
  std::uint64_t sizeBytes = 0;
  std::uint64_t hereBytes = 0;  // durable here, from the beginning
  bool whole = false;           // all of them are, and were verified
  // Of its bytes at the office: saved (none there yet), uploaded (some), applied (it has it), or
  // refused, with the office's reason. A reason beside saved or uploaded says why it waits.
  ReceiptStage stage = ReceiptStage::kSaved;
  std::uint64_t sentBytes = 0;  // durable at the office, as far as it was noted
  std::string reason;
};

struct LocalBlobCounts {
  std::size_t waiting = 0;   // whole here, and the office does not have it yet
  std::size_t sentBack = 0;  // refused: a person has to look
  std::size_t wanted = 0;    // asked for by a person, and not here yet
};

// One programme's attachments on this tablet: rows in its database, blobs sealed in files beside
// it. Shares the store's thread and its transactions. Errors are the disk's.
class LocalAttachments {
 public:
  virtual ~LocalAttachments() = default;

  // Makes a blob's content durable under its hash. Until a row speaks of it, it is a stray, which a
  // sweep removes one day.
  virtual Status keepContent(const Digest& sha256, ByteView content) = 0;
  // The row, inside LocalStore::inTransaction, together with the record; replaces an older one of
  // the same record. Whether it is whole here is asked of the disk.
  virtual Status pin(const LocalBlob& blob) = 0;

  virtual Result<std::optional<LocalBlob>> find(RecordId attachment) = 0;
  virtual Result<std::vector<LocalBlob>> of(RecordId about) = 0;
  virtual Result<LocalBlobCounts> counts() = 0;

  // The next one, by id, that the office should be offered: whole here, its record applied, not
  // refused, and not had by the office in this epoch.
  virtual Result<std::optional<LocalBlob>> nextToSend(EpochId epoch,
                                                      std::optional<RecordId> after) = 0;
  // The next one that a person asked for and that is not whole here.
  virtual Result<std::optional<LocalBlob>> nextToFetch(std::optional<RecordId> after) = 0;
  // What the office said, with stage, sentBytes and reason of `blob`.
  virtual Status keepStage(const LocalBlob& blob, EpochId epoch) = 0;

  // Up to `mostBytes` of a blob that is whole here.
  virtual Result<Bytes> read(const LocalBlob& blob, std::uint64_t offset,
                             std::size_t mostBytes) = 0;
  // Inside LocalStore::inTransaction: nothing stays of the blob of this attachment record, and of
  // those that belong to this record, but where another record has the same one.
  virtual Status erase(RecordId record) = 0;

  // What was fetched, at the end of what is here. Durable when it returns.
  virtual Status append(const LocalBlob& blob, ByteView bytes) = 0;
  // All bytes came: checks them against the hash and pins them. kInvalid: they are another's, and
  // were thrown away.
  virtual Status finishFetch(const LocalBlob& blob, EpochId epoch) = 0;
};

}  // namespace rapport
