#include "mobile/storage/local_profile.h"

#include <algorithm>
#include <filesystem>
#include <span>
#include <utility>

#include "mobile/storage/programme_rows.h"
#include "mobile/storage/sqlite_local_answers.h"
#include "mobile/storage/sqlite_local_attachments.h"
#include "mobile/storage/sqlite_local_drafts.h"
#include "mobile/storage/sqlite_local_store.h"
#include "shared/crypto/mac.h"
#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"
#include "shared/sqlite/row_reader.h"

namespace rapport {

extern const std::span<const Migration> kProfileMigrations;

// A tablet saves one thing at a time, which speaks for small pages; a first download writes
// thousands of records, and twice the page halves what each commit carries of its trees
// (tests/bench/RESULTS.md).
constexpr int kPageBytes = 8 * 1024;

namespace {

// Another key than the database's, so that neither tells anything of the other.
SecretKey attachmentKey(ByteView databaseKey) {
  SecretKey key;
  std::copy_n(databaseKey.begin(), std::min(databaseKey.size(), key.span().size()),
              key.span().begin());
  SecretKey made;
  std::ranges::copy(mac32(key, "rapport tablet attachments v1"), made.span().begin());
  return made;
}

std::string folderBeside(const std::string& databasePath) {
  const auto folder = std::filesystem::path(databasePath).parent_path() / "attachments";
  return folder.string();
}

}  // namespace

Result<std::unique_ptr<LocalProfile>> LocalProfile::open(const ProfileOptions& options) {
  DatabaseOptions database;
  database.path = options.path;
  database.key = options.key;
  database.vfs = options.vfs;
  database.pageSizeBytes = kPageBytes;
  database.deleted = Deleted::kOverwritten;
  Result<std::unique_ptr<Connection>> connection = Connection::open(database, kProfileMigrations);
  if (!connection) return connection.error();
  return std::unique_ptr<LocalProfile>(new LocalProfile(std::move(connection).value(), options));
}

LocalProfile::LocalProfile(std::unique_ptr<Connection> connection, const ProfileOptions& options)
    : connection_(std::move(connection)),
      attachments_(folderBeside(options.path), attachmentKey(options.key), options.disk) {}

LocalProfile::~LocalProfile() = default;

DraftShelf LocalProfile::drafts() { return DraftShelf(*connection_); }

LockShelf LocalProfile::lock() { return LockShelf(*connection_); }

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

Result<std::int64_t> LocalProfile::keyOf(std::string_view programme) {
  Result<LentStatement> select = connection_->lend("SELECT key FROM programme WHERE name = ?1");
  if (!select) return select.error();
  RowBinder(**select).text(programme);
  const Result<Step> stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kRow) return (*select)->integer(0);
  return Error{ErrorCode::kNotFound, "This device is in no programme called " +
                                         std::string(programme) + ". Enrol it first."};
}

Status LocalProfile::removeProgramme(std::string_view name) {
  const auto key = keyOf(name);
  if (!key) return key.error();
  const Status removed = connection_->write([&]() -> Status {
    for (const char* sql :
         {"DELETE FROM own_bytes WHERE programme = ?1",
          "DELETE FROM own_change WHERE programme = ?1", "DELETE FROM copy WHERE programme = ?1",
          "DELETE FROM blob WHERE programme = ?1", "DELETE FROM answer WHERE programme = ?1",
          "DELETE FROM erased WHERE programme = ?1", "DELETE FROM standing WHERE programme = ?1",
          "DELETE FROM begun WHERE programme = ?1",
          "DELETE FROM begun_elsewhere WHERE programme = ?1", "DELETE FROM draft WHERE ?1 = ?1",
          "DELETE FROM programme WHERE key = ?1"}) {
      auto statement = connection_->lend(sql);
      if (!statement) return statement.error();
      RowBinder(**statement).integer(*key);
      if (const Status done = (*statement)->run(); !done) return done;
    }
    return {};
  });
  if (!removed) return removed;
  const auto database = connection_->database();
  if (database) static_cast<void>((*database)->emptyLog());
  // Its files are spoken of by no row any more.
  const auto swept = sweepFiles(std::chrono::seconds{0}, std::chrono::seconds{0});
  return swept ? Status{} : Status{swept.error()};
}

Result<std::unique_ptr<LocalStore>> LocalProfile::programme(std::string_view name) {
  const auto key = keyOf(name);
  if (!key) return key.error();
  return std::unique_ptr<LocalStore>(std::make_unique<SqliteLocalStore>(*connection_, *key));
}

Result<std::unique_ptr<LocalAttachments>> LocalProfile::attachments(std::string_view programme) {
  const auto key = keyOf(programme);
  if (!key) return key.error();
  return std::unique_ptr<LocalAttachments>(
      std::make_unique<SqliteLocalAttachments>(*connection_, *key, attachments_));
}

Result<std::unique_ptr<LocalAnswers>> LocalProfile::answers(std::string_view programme) {
  const auto key = keyOf(programme);
  if (!key) return key.error();
  return std::unique_ptr<LocalAnswers>(std::make_unique<SqliteLocalAnswers>(*connection_, *key));
}

Result<std::unique_ptr<LocalDrafts>> LocalProfile::begun(std::string_view programme) {
  const auto key = keyOf(programme);
  if (!key) return key.error();
  return std::unique_ptr<LocalDrafts>(std::make_unique<SqliteLocalDrafts>(*connection_, *key));
}

}  // namespace rapport
