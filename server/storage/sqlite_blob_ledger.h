#pragma once

#include "shared/sync/server_blobs.h"

namespace rapport {

class ServerDatabase;

// Pins of blobs, in the same database as the records. Must not outlive the database, and is not
// called inside a ServerStore's transaction or reading: each call makes its own.
class SqliteBlobLedger final : public BlobLedger {
 public:
  explicit SqliteBlobLedger(ServerDatabase& database) : database_(database) {}

  Result<bool> isPinned(const std::string& programme, RecordId attachment,
                        const Digest& sha256) override;
  Result<std::vector<RecordId>> pinnedTo(const std::string& programme, const Digest& sha256,
                                         std::size_t limit) override;
  Result<std::size_t> countAbout(const std::string& programme, RecordId about) override;
  Result<std::uint64_t> bytesOf(const std::string& programme, ReplicaId replica,
                                WallTime since) override;
  Status pin(const std::string& programme, const BlobPin& pin) override;
  Result<std::vector<PinnedBlob>> settle() override;
  Result<std::vector<PinnedBlob>> pinned() override;

 private:
  ServerDatabase& database_;
};

}  // namespace rapport
