#include "server/storage/sqlite_server_store.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "server/storage/programme_rows.h"
#include "server/storage/server_database.h"
#include "server/storage/sqlite_programme.h"

namespace rapport {
namespace {

class SqliteTransaction final : public ServerStore::Transaction {
 public:
  explicit SqliteTransaction(Connection& connection) : connection_(connection) {}

  Status finish() {
    for (const auto& [name, writer] : writers_) {
      if (Status finished = writer->finish(); !finished) return finished;
      if (Status tagged = writer->keepTag(); !tagged) return tagged;
    }
    return {};
  }

  Result<ServerWriter*> programme(std::string_view name) override {
    if (const auto found = writers_.find(name); found != writers_.end()) {
      return static_cast<ServerWriter*>(found->second.get());
    }
    const Result<std::int64_t> key = programmeKey(connection_, name);
    if (!key) return key.error();
    const auto added =
        writers_.emplace(std::string(name), std::make_unique<SqliteWriter>(connection_, *key));
    return static_cast<ServerWriter*>(added.first->second.get());
  }

 private:
  Connection& connection_;
  std::map<std::string, std::unique_ptr<SqliteWriter>, std::less<>> writers_;
};

}  // namespace

Status SqliteServerStore::inTransaction(const std::function<Status(Transaction&)>& work) {
  return database_.write([&](Connection& connection) {
    SqliteTransaction transaction(connection);
    Status done = work(transaction);
    return done ? transaction.finish() : done;
  });
}

Status SqliteServerStore::reading(std::string_view programme,
                                  const std::function<Status(ServerReader&)>& work) {
  return database_.read([&](Connection& connection) -> Status {
    const Result<std::int64_t> key = programmeKey(connection, programme);
    if (!key) return key.error();
    SqliteReader reader(connection, *key);
    return work(reader);
  });
}

Result<bool> SqliteServerStore::forgetPast() { return database_.forgetPast(); }

Status SqliteServerStore::addProgramme(const ProgrammeRow& row) {
  return database_.write([&](Connection& connection) { return insertProgramme(connection, row); });
}

Result<std::vector<std::string>> SqliteServerStore::programmes() {
  std::vector<std::string> names;
  const Status read = database_.read([&](Connection& connection) -> Status {
    Result<std::vector<std::string>> found = programmeNames(connection);
    if (!found) return found.error();
    names = std::move(found).value();
    return {};
  });
  if (!read) return read.error();
  return names;
}

}  // namespace rapport
