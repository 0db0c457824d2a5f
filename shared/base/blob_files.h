#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"

namespace rapport {

// A blob that is on its way in from one replica. One thread at a time.
class IncomingBlob {
 public:
  virtual ~IncomingBlob() = default;
  virtual std::uint64_t haveBytes() const = 0;
  // At the end; durable when it returns. kStorageFull and kStorageFailed leave what was there.
  virtual Status append(ByteView bytes) = 0;
  // All bytes came: checks them against the hash, and keeps them as the programme's blob, durably.
  // Others may have brought the same one before. kInvalid: they are another's; kStorageFailed: they
  // are not what was written. Either way what came of it is gone.
  virtual Status finish() = 0;
};

// A blob that is whole. One thread at a time.
class WholeBlob {
 public:
  virtual ~WholeBlob() = default;
  virtual std::uint64_t sizeBytes() const = 0;
  virtual Result<Bytes> read(std::uint64_t offset, std::size_t mostBytes) const = 0;
};

// The server's blobs, sealed on its disk. Programmes share nothing, and neither do the unfinished
// uploads of two replicas. Any thread.
class BlobFiles {
 public:
  virtual ~BlobFiles() = default;
  // Begins or goes on. kUnavailable when this replica has begun more than limits::kUploadsBegun.
  virtual Result<std::unique_ptr<IncomingBlob>> receive(const std::string& programme,
                                                        ReplicaId replica, const Digest& sha256,
                                                        std::uint64_t sizeBytes) = 0;
  // kNotFound where the programme has none of this hash.
  virtual Result<std::unique_ptr<WholeBlob>> open(const std::string& programme,
                                                  const Digest& sha256) = 0;
  // Whole, and what these replicas began to send of it. Nothing there is a success.
  virtual Status drop(const std::string& programme, const std::vector<ReplicaId>& replicas,
                      const Digest& sha256) = 0;

  struct Spoken {
    std::string programme;
    Digest sha256{};
  };
  // Removes blobs that are none of these, and uploads that nobody is at work on, once they were
  // left alone for as long as limits::kStrayLife and kUploadLife; answers how many.
  virtual std::size_t sweep(const std::vector<Spoken>& pinned) = 0;
};

}  // namespace rapport
