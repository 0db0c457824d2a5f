#pragma once

#include <mutex>
#include <string>
#include <variant>
#include <vector>

#include "server/app/enrolment_ledger.h"
#include "shared/base/clock.h"
#include "shared/crypto/sealed_box.h"

namespace rapport {

// The ledger beside a server's database: one entry after the other, each its length (fixed 32 bits,
// little-endian) and then a sealed box to the backup's key, so that not even the server reads it
// again. Without a backup key nothing is written down.
class LedgerFile final : public EnrolmentLedger {
 public:
  // Of a data folder.
  LedgerFile(const std::string& folder, const Clock& clock);
  ~LedgerFile() override;
  LedgerFile(const LedgerFile&) = delete;
  LedgerFile& operator=(const LedgerFile&) = delete;

  Status note(const std::string& programme, const ReplicaRow& row) override;
  Status note(const std::string& programme, const ErasureRow& row) override;

 private:
  Status open();
  Status add(const Bytes& plain);

  const std::string folder_, path_;
  const Clock& clock_;
  std::mutex mutex_;
  int file_ = -1;
};

struct LedgerEntry {
  WallTime at;
  std::string programme;
  std::variant<ReplicaRow, ErasureRow> row;
};

// In the order in which they were written. An entry that a crash cut off at the end is left out.
// kRefused: sealed to another key, or changed.
Result<std::vector<LedgerEntry>> readLedger(const std::string& path, const SealingKey& key);

}  // namespace rapport
