#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "server/app/erasure.h"
#include "server/blobs/blob_folder.h"
#include "server/storage/server_database.h"
#include "server/storage/sqlite_blob_ledger.h"
#include "server/storage/sqlite_server_store.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/server_attachments.h"
#include "tests/support/sim_files.h"
#include "tests/support/sim_vfs.h"

namespace rapport::testing {

// An office's database and attachments on a simulated disk, opened and closed as programs live.
class SimOffice {
 public:
  // `name` must be one of its kind in the program.
  SimOffice(const std::string& name, std::uint64_t seed);
  ~SimOffice() { close(); }

  SimDisk& disk() { return disk_; }
  SimFiles& files() { return *files_; }
  ManualClock& clock() { return clock_; }
  ServerStore& store() { return *store_; }
  BlobFolder& blobs() { return *blobs_; }
  BlobLedger& ledger() { return *ledger_; }
  const Arbiter& arbiter() { return *arbiter_; }
  AttachmentDesk desk() { return {*store_, *types_, *blobs_, *ledger_, clock_}; }
  ErasureDesk erasureDesk() {
    return {*store_, *types_, *arbiter_, *blobs_, *ledger_, clock_, nullptr};
  }

  // Syncs that this office's program leaves out (SimFiles).
  void forgetSyncsOf(std::function<bool(const std::string& path)> which) {
    forgets_ = std::move(which);
  }
  Status open();
  void close();
  bool isOpen() const { return store_ != nullptr; }
  // The program that was at work was killed, or the power went.
  bool died() const { return life_ != disk_.life(); }

  Status write(const std::function<Status(ServerWriter&)>& work);
  // Begins the programme, with these tablets.
  Status begin(const std::map<ReplicaId, Role>& tablets);
  // The record of a file that is still to come.
  Status expect(RecordId attachment, const Digest& sha256, std::uint64_t sizeBytes,
                const std::string& mediaType = "text/plain");

 private:
  ManualClock clock_;
  SeededRandom random_;
  SimDisk disk_;
  const SimVfs vfs_;
  const SecretKey key_;
  std::function<bool(const std::string&)> forgets_;
  std::unique_ptr<SimFiles> files_;
  std::unique_ptr<ServerDatabase> database_;
  std::unique_ptr<SqliteServerStore> store_;
  std::unique_ptr<SqliteBlobLedger> ledger_;
  std::unique_ptr<BlobFolder> blobs_;
  std::unique_ptr<ProgrammeTypes> types_;
  std::unique_ptr<Arbiter> arbiter_;
  std::uint64_t life_ = 0;
};

}  // namespace rapport::testing
