#include "shared/sqlite/database.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <sqlite3.h>

#include "shared/sqlite/sqlite_error.h"
#include "shared/sqlite/wal_room.h"

namespace rapport {

void Database::Closer::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Database::Database(std::unique_ptr<sqlite3, Closer> handle, Cipher cipher, std::string path)
    : handle_(std::move(handle)), cipher_(cipher), path_(std::move(path)) {}

Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Error Database::failure(int code) const { return sqliteError(code, sqlite3_errmsg(handle_.get())); }

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* handle = nullptr;
  const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
  if (code != SQLITE_OK) return failure(code);
  return Statement(handle);
}

Status Database::execute(std::string_view sql) {
  const int code = sqlite3_exec(handle_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return failure(code);
  return {};
}

int Database::step(const char* sql) {
  const std::string_view wanted = sql;
  auto found = std::ranges::find(performed_, wanted, [](const auto& each) { return each.first; });
  if (found == performed_.end()) {
    sqlite3_stmt* handle = nullptr;
    const int code =
        sqlite3_prepare_v3(handle_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK) return code;
    performed_.emplace_back(wanted, Statement(handle));
    found = std::prev(performed_.end());
  }
  sqlite3_stmt* statement = found->second.handle_;
  const int stepped = sqlite3_step(statement);
  // A statement that waits in the middle would keep a transaction from ending.
  sqlite3_reset(statement);
  return stepped == SQLITE_DONE ? SQLITE_OK : stepped;
}

Status Database::perform(const char* sql) {
  const int code = step(sql);
  if (code != SQLITE_OK) return failure(code);
  return {};
}

Result<std::int64_t> Database::integer(std::string_view sql) {
  Result<Statement> statement = prepare(sql);
  if (!statement) return statement.error();
  const Result<Step> stepped = statement->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return Error{ErrorCode::kNotFound, "There is no such row."};
  return statement->integer(0);
}

std::int64_t Database::changedRows() const { return sqlite3_changes64(handle_.get()); }

std::int64_t Database::lastInsertedRow() const { return sqlite3_last_insert_rowid(handle_.get()); }

bool Database::inTransaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

Status Database::check(CheckDepth depth) {
  Result<Statement> statement =
      prepare(depth == CheckDepth::kFull ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
  if (!statement) return statement.error();
  const Result<Step> stepped = statement->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kRow && statement->text(0) == "ok") return {};
  return sqliteError(SQLITE_CORRUPT, statement->text(0));
}

Status Database::checkpoint() {
  const int code = sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE,
                                             nullptr, nullptr);
  if (code != SQLITE_OK) return failure(code);
  return {};
}

Result<bool> Database::emptyLog() {
  const int code = sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE,
                                             nullptr, nullptr);
  const int kind = code & 0xFF;
  if (kind == SQLITE_OK) return true;
  if (kind == SQLITE_BUSY || kind == SQLITE_LOCKED) return false;
  return failure(code);
}

Status Database::copyTo(const std::string& path) {
  Result<Statement> statement = prepare("VACUUM INTO ?");
  if (!statement) return statement.error();
  return statement->bindText(1, path).run();
}

}  // namespace rapport
