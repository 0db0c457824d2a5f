#pragma once

#include "shared/sync/server_store.h"

namespace rapport {

class ServerDatabase;

// Every programme of a server in its one database. Safe from several threads; see ServerDatabase
// for what waits for what. Must not outlive the database.
class SqliteServerStore final : public ServerStore {
 public:
  explicit SqliteServerStore(ServerDatabase& database) : database_(database) {}

  Status inTransaction(const std::function<Status(Transaction&)>& work) override;
  Status reading(std::string_view programme,
                 const std::function<Status(ServerReader&)>& work) override;
  Result<bool> forgetPast() override;
  Status addProgramme(const ProgrammeRow& row) override;
  Result<std::vector<std::string>> programmes() override;

 private:
  ServerDatabase& database_;
};

}  // namespace rapport
