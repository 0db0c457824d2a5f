#include "server/storage/new_epochs.h"
#include "shared/sync/audit.h"
#include "tests/simulation/office.h"

// An office that goes back to a backup.

namespace rapport::simulation {
namespace {

constexpr Millis kSoonest{500};
constexpr Millis kLatest{20'000};

}  // namespace

void Office::backUp() {
  if (!isRunning() || ending_ || ledger_.isDoubtful()) return;
  scene_.note("office", "is backed up at " + std::to_string(ledger_.lastNumber()));
  backup_ = Backup{machine_.disk().image(), ledger_.keep()};
}

void Office::restore() {
  if (store_ == nullptr || ending_ || !hasBackup()) return;
  scene_.note("office", "is lost at " + std::to_string(ledger_.lastNumber()));
  restoring_ = true;
  machine_.disk().killPrograms();
  end(scene_.officeDice.between(kSoonest, kLatest));
}

// The database is the backup's: it goes on as another life.
Status Office::beginAnew() {
  machine_.disk().setCapacityBytes(UINT64_MAX);
  const auto begun = beginNewEpochs(*database_, clock_, scene_.random);
  if (!begun) return begun.error();
  Result<EpochOfOffice> epoch = Error{ErrorCode::kNotFound, {}};
  const Status read = real_->reading(kProgramme, [&](ServerReader& reader) -> Status {
    epoch = begunEpoch(reader);
    return {};
  });
  if (!read) return read;
  if (!epoch) return epoch.error();
  restoring_ = false;
  ledger_.goBack(backup_->known);
  ledger_.begins(*epoch);
  scene_.note("office", "is restored at " + std::to_string(ledger_.lastNumber()));
  return {};
}

std::vector<std::string> Office::audit() {
  Faults faults;
  const Status read = reading([&](ServerReader& reader) -> Status {
    const auto audited = auditProgramme(reader, verdictKey_, faults);
    return audited ? Status{} : Status{audited.error()};
  });
  if (!read) return {read.error().message};
  return faults.sentences();
}

}  // namespace rapport::simulation
