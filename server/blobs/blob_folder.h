#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "shared/base/blob_files.h"
#include "shared/crypto/sealed_folder.h"

namespace rapport {

// The blobs of all programmes, sealed in one folder of the server's disk (DESIGN.md). Any thread.
// Of two connections that bring the same upload the later one goes on; the earlier one's calls then
// answer kUnavailable.
class BlobFolder final : public BlobFiles {
 public:
  // The disk must outlive it.
  BlobFolder(const std::string& folder, const SecretKey& key, Disk& disk = systemDisk())
      : files_(folder, key, disk) {}

  Result<std::unique_ptr<IncomingBlob>> receive(const std::string& programme, ReplicaId replica,
                                                const Digest& sha256,
                                                std::uint64_t sizeBytes) override;
  Result<std::unique_ptr<WholeBlob>> open(const std::string& programme,
                                          const Digest& sha256) override;
  Status drop(const std::string& programme, const std::vector<ReplicaId>& replicas,
              const Digest& sha256) override;
  std::size_t sweep(const std::vector<Spoken>& pinned) override;

  // Ok, or kStorageFailed: it is not there, shorter, or not what its hash says. Reads all of it.
  Status check(const std::string& programme, const Digest& sha256, std::uint64_t sizeBytes) const;

  // Who goes on with an upload. Lives as long as somebody holds it.
  struct Turn {
    std::mutex mutex;
    bool over = false;
  };

 private:
  std::shared_ptr<Turn> takeTurn(const std::string& scope, const std::string& identity);
  std::size_t sweepUploads();

  const SealedFolder files_;
  std::mutex turnsMutex_;
  std::map<std::string, std::weak_ptr<Turn>> turns_;  // of uploads at work, by part
};

}  // namespace rapport
