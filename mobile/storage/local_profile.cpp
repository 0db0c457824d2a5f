#include "mobile/storage/local_profile.h"

#include <span>
#include <utility>

#include "mobile/storage/programme_rows.h"
#include "mobile/storage/sqlite_local_store.h"
#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"

namespace rapport {

extern const std::span<const Migration> kProfileMigrations;

// Flash writes whole pages, and a tablet saves one thing at a time.
constexpr int kPageBytes = 4 * 1024;

Result<std::unique_ptr<LocalProfile>> LocalProfile::open(const ProfileOptions& options) {
  DatabaseOptions database;
  database.path = options.path;
  database.key = options.key;
  database.vfs = options.vfs;
  database.pageSizeBytes = kPageBytes;
  Result<std::unique_ptr<Connection>> connection = Connection::open(database, kProfileMigrations);
  if (!connection) return connection.error();
  return std::unique_ptr<LocalProfile>(new LocalProfile(std::move(connection).value()));
}

LocalProfile::LocalProfile(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)) {}

LocalProfile::~LocalProfile() = default;

DraftShelf LocalProfile::drafts() { return DraftShelf(*connection_); }

Status LocalProfile::addProgramme(const Enrolment& enrolment, const Standing& standing) {
  return connection_->write([&]() -> Status {
    const Result<std::int64_t> key = addEnrolmentRow(*connection_, enrolment);
    if (!key) return key.error();
    return writeStandingRow(*connection_, *key, standing);
  });
}

Result<std::vector<std::string>> LocalProfile::programmes() {
  Result<LentStatement> select = connection_->lend("SELECT name FROM programme ORDER BY name");
  if (!select) return select.error();
  std::vector<std::string> names;
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return names;
    names.emplace_back((*select)->text(0));
  }
}

Result<std::unique_ptr<LocalStore>> LocalProfile::programme(std::string_view name) {
  Result<LentStatement> select = connection_->lend("SELECT key FROM programme WHERE name = ?1");
  if (!select) return select.error();
  RowBinder(**select).text(name);
  const Result<Step> stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) {
    return Error{ErrorCode::kNotFound, "This device is in no programme called " +
                                           std::string(name) + ". Enrol it first."};
  }
  return std::unique_ptr<LocalStore>(
      std::make_unique<SqliteLocalStore>(*connection_, (*select)->integer(0)));
}

}  // namespace rapport
