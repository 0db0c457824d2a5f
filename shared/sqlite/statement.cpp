#include "shared/sqlite/statement.h"

#include <utility>

#include <sqlite3.h>

#include "shared/sqlite/sqlite_error.h"

namespace rapport {
namespace {

// A null pointer would bind NULL where an empty value is meant.
const char* nonNull(std::string_view bytes) { return bytes.data() == nullptr ? "" : bytes.data(); }

}  // namespace

Statement::Statement(Statement&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)), bindFailure_(other.bindFailure_) {}

Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(handle_, other.handle_);
  std::swap(bindFailure_, other.bindFailure_);
  return *this;
}

Statement::~Statement() { sqlite3_finalize(handle_); }

Statement& Statement::note(int code) {
  if (bindFailure_ == SQLITE_OK) bindFailure_ = code;
  return *this;
}

Statement& Statement::bindInteger(int index, std::int64_t value) {
  return note(sqlite3_bind_int64(handle_, index, value));
}

Statement& Statement::bindReal(int index, double value) {
  return note(sqlite3_bind_double(handle_, index, value));
}

Statement& Statement::bindText(int index, std::string_view utf8) {
  return note(sqlite3_bind_text64(handle_, index, nonNull(utf8), utf8.size(), SQLITE_TRANSIENT,
                                  SQLITE_UTF8));
}

Statement& Statement::bindBlob(int index, ByteView bytes) {
  return note(sqlite3_bind_blob64(handle_, index, nonNull(bytes), bytes.size(), SQLITE_TRANSIENT));
}

Statement& Statement::bindNull(int index) { return note(sqlite3_bind_null(handle_, index)); }

Error Statement::failure(int code) {
  const Error error = sqliteError(code, sqlite3_errmsg(sqlite3_db_handle(handle_)));
  sqlite3_reset(handle_);
  return error;
}

Result<Step> Statement::step() {
  if (bindFailure_ != SQLITE_OK) return failure(bindFailure_);
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return Step::kRow;
  if (code != SQLITE_DONE) return failure(code);
  sqlite3_reset(handle_);
  return Step::kDone;
}

Status Statement::run() {
  while (true) {
    const Result<Step> stepped = step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return {};
  }
}

void Statement::reset() {
  sqlite3_reset(handle_);
  sqlite3_clear_bindings(handle_);
  bindFailure_ = SQLITE_OK;
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_, column); }

double Statement::real(int column) const { return sqlite3_column_double(handle_, column); }

std::string_view Statement::text(int column) const {
  const unsigned char* chars = sqlite3_column_text(handle_, column);
  if (chars == nullptr) return {};
  return {reinterpret_cast<const char*>(chars),
          static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

ByteView Statement::blob(int column) const {
  const void* bytes = sqlite3_column_blob(handle_, column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

bool Statement::isNull(int column) const {
  return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

int Statement::columnCount() const { return sqlite3_column_count(handle_); }

}  // namespace rapport
