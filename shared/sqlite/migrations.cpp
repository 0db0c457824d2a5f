#include "shared/sqlite/migrations.h"

#include <string>

#include "shared/sqlite/database.h"
#include "shared/sqlite/transaction.h"

namespace rapport {
namespace {

Error newerDatabase(std::int64_t found, int known) {
  return {ErrorCode::kNewerDatabase,
          "This data was written by a newer Rapport (data version " + std::to_string(found) +
              "; this program knows up to " + std::to_string(known) +
              "). Nothing was changed. Install the newest Rapport, then open it again."};
}

Status runStep(Database& database, const Migration& migration) {
  Result<Transaction> transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  // Another process may have migrated while this one waited for the writer's place.
  const Result<std::int64_t> version = database.integer("PRAGMA user_version");
  if (!version) return version.error();
  if (*version >= migration.version) return {};
  if (Status ran = database.execute(migration.sql); !ran) return ran;
  // PRAGMA takes no parameters; the number is this program's own.
  const std::string stamp = "PRAGMA user_version = " + std::to_string(migration.version);
  if (Status stamped = database.execute(stamp); !stamped) return stamped;
  return transaction->commit();
}

}  // namespace

Status migrate(Database& database, std::span<const Migration> migrations) {
  const int known = migrations.empty() ? 0 : migrations.back().version;
  const Result<std::int64_t> version = database.integer("PRAGMA user_version");
  if (!version) return version.error();
  if (*version > known) return newerDatabase(*version, known);
  for (const Migration& migration : migrations) {
    if (migration.version <= *version) continue;
    if (Status ran = runStep(database, migration); !ran) {
      return Error{ran.error().code, "Bringing the data to version " +
                                         std::to_string(migration.version) + " (" +
                                         std::string(migration.name) +
                                         ") failed; it stays as it was. " + ran.error().message};
    }
  }
  return {};
}

}  // namespace rapport
