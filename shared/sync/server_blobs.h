#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/blob_files.h"
#include "shared/base/clock.h"
#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"

namespace rapport {

// "The office has it": this blob of that attachment record.
struct BlobPin {
  RecordId attachment;
  RecordId about;  // the record that it belongs to; nil without one
  Digest sha256{};
  std::uint64_t sizeBytes = 0;
  ReplicaId replica;  // that brought it
  WallTime pinnedAt;
};

struct PinnedBlob {
  std::string programme;
  Digest sha256{};
  std::uint64_t sizeBytes = 0;
};

// Which blobs the server has, and for which records. Durable when a call returns. Any thread.
class BlobLedger {
 public:
  virtual ~BlobLedger() = default;
  virtual Result<bool> isPinned(const std::string& programme, RecordId attachment,
                                const Digest& sha256) = 0;
  // Records that this blob is pinned to, at most so many.
  virtual Result<std::vector<RecordId>> pinnedTo(const std::string& programme, const Digest& sha256,
                                                 std::size_t limit) = 0;
  virtual Result<std::size_t> countAbout(const std::string& programme, RecordId about) = 0;
  // That this device brought from then on.
  virtual Result<std::uint64_t> bytesOf(const std::string& programme, ReplicaId replica,
                                        WallTime since) = 0;
  // Again is a success.
  virtual Status pin(const std::string& programme, const BlobPin& pin) = 0;
  // Drops pins of records that no head, history or tombstone speaks of any more; answers what is
  // still pinned. A pin that could not be committed before stays unmade then, whatever becomes of
  // the power: what is not among them may be removed.
  virtual Result<std::vector<PinnedBlob>> settle() = 0;
  // Every blob that is pinned, each once.
  virtual Result<std::vector<PinnedBlob>> pinned() = 0;
};

}  // namespace rapport
