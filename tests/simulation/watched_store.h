#pragma once

#include "shared/base/clock.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/server_store.h"
#include "tests/simulation/ledger.h"

namespace rapport::simulation {

// What the office is about to take: copies that a tablet gives back, and which changes of a run
// come with a proof. `writer` is one that a WatchedStore gave.
void bringsCopies(ServerWriter& writer, const OfferedCopies& offered);
void bringsChanges(ServerWriter& writer, const ChangeRun& run);
// Every record as it is in the epoch that just began.
Result<EpochOfOffice> begunEpoch(ServerReader& reader);

// The office's store with somebody looking on: what a transaction wrote goes into the ledger once
// it is committed, or is doubted when the commit failed.
class WatchedStore final : public ServerStore {
 public:
  WatchedStore(ServerStore& inner, Ledger& ledger, const Clock& clock)
      : inner_(inner), ledger_(ledger), clock_(clock) {}

  Status inTransaction(const std::function<Status(Transaction&)>& work) override;
  Status reading(std::string_view programme,
                 const std::function<Status(ServerReader&)>& work) override;
  Result<bool> forgetPast() override { return inner_.forgetPast(); }
  Status addProgramme(const ProgrammeRow& row) override { return inner_.addProgramme(row); }
  Result<std::vector<std::string>> programmes() override { return inner_.programmes(); }

 private:
  ServerStore& inner_;
  Ledger& ledger_;
  const Clock& clock_;
};

}  // namespace rapport::simulation
