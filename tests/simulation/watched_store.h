#pragma once

#include "shared/base/clock.h"
#include "shared/sync/server_store.h"
#include "tests/simulation/ledger.h"

namespace rapport::simulation {

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
