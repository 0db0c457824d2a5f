#include "tests/bench/floor_store.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <sqlite3.h>

#include "tests/bench/floor_operation.h"

namespace rapport::bench {
namespace {

constexpr char kSchema[] =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
    "CREATE TABLE IF NOT EXISTS record (id TEXT PRIMARY KEY, f1, f2, f3, f4, f5, f6, f7, f8, f9,"
    " f10, f11, clocks BLOB);"
    "CREATE TABLE IF NOT EXISTS log (place INTEGER PRIMARY KEY, operation BLOB);"
    "CREATE TABLE IF NOT EXISTS mark (name TEXT PRIMARY KEY, value INTEGER) WITHOUT ROWID";

struct Clock {
  std::uint64_t time = 0, node = 0;
  bool operator<(const Clock& other) const {
    return time < other.time || (time == other.time && node < other.node);
  }
};

void bindText(sqlite3_stmt* statement, int index, std::string_view text) {
  sqlite3_bind_text(statement, index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void bindBlob(sqlite3_stmt* statement, int index, const void* bytes, std::size_t sizeBytes) {
  sqlite3_bind_blob(statement, index, bytes, static_cast<int>(sizeBytes), SQLITE_STATIC);
}

}  // namespace

void FloorStore::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}
void FloorStore::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

FloorStore::FloorStore(const std::string& path) {
  sqlite3* opened = nullptr;
  sqlite3_open(path.c_str(), &opened);
  database_.reset(opened);
  execute(kSchema);
  clocks_ = prepare("SELECT clocks FROM record WHERE id = ?");
  insert_ = prepare("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  log_ = prepare("INSERT INTO log (operation) VALUES (?)");
  logAfter_ = prepare("SELECT place, operation FROM log WHERE place > ? ORDER BY place");
  dropLog_ = prepare("DELETE FROM log WHERE place <= ?");
  mark_ = prepare("SELECT value FROM mark WHERE name = ?");
  setMark_ = prepare("INSERT OR REPLACE INTO mark VALUES (?, ?)");
  for (std::size_t field = 1; field <= kFields; ++field) {
    update_[field - 1] =
        prepare("UPDATE record SET f" + std::to_string(field) + " = ?, clocks = ? WHERE id = ?");
  }
}

void FloorStore::execute(const char* sql) {
  if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK) return;
  std::fprintf(stderr, "floor: %s\n", sqlite3_errmsg(database_.get()));
  std::exit(1);
}

FloorStore::Prepared FloorStore::prepare(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &statement, nullptr);
  return Prepared(statement);
}

bool FloorStore::step(const Prepared& statement) {
  const int code = sqlite3_step(statement.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  std::fprintf(stderr, "floor: %s\n", sqlite3_errmsg(database_.get()));
  std::exit(1);
}

void FloorStore::run(const Prepared& statement) {
  step(statement);
  sqlite3_reset(statement.get());
}

void FloorStore::commit(const std::function<void()>& work) {
  execute("BEGIN IMMEDIATE");
  work();
  execute("COMMIT");
}

void FloorStore::merge(std::string_view bytes) {
  const FloorOperation operation = decode(bytes);
  const Clock now{operation.clock, operation.node};
  std::array<Clock, kFields> clocks{};
  bindText(clocks_.get(), 1, operation.record);
  const bool known = step(clocks_);
  if (known) std::memcpy(clocks.data(), sqlite3_column_blob(clocks_.get(), 0), sizeof clocks);
  sqlite3_reset(clocks_.get());
  if (!known) {
    sqlite3_clear_bindings(insert_.get());
    bindText(insert_.get(), 1, operation.record);
    for (const auto& [field, text] : operation.fields) {
      bindText(insert_.get(), static_cast<int>(field) + 1, text);
      clocks[field - 1] = now;
    }
    bindBlob(insert_.get(), kFields + 2, clocks.data(), sizeof clocks);
    return run(insert_);
  }
  for (const auto& [field, text] : operation.fields) {
    if (!(clocks[field - 1] < now)) continue;
    clocks[field - 1] = now;
    const Prepared& update = update_[field - 1];
    bindText(update.get(), 1, text);
    bindBlob(update.get(), 2, clocks.data(), sizeof clocks);
    bindText(update.get(), 3, operation.record);
    run(update);
  }
}

std::uint64_t FloorStore::log(std::string_view operation) {
  bindBlob(log_.get(), 1, operation.data(), operation.size());
  run(log_);
  return static_cast<std::uint64_t>(sqlite3_last_insert_rowid(database_.get()));
}

void FloorStore::logAfter(std::uint64_t place,
                          const std::function<bool(std::uint64_t, std::string_view)>& visit) {
  sqlite3_bind_int64(logAfter_.get(), 1, static_cast<std::int64_t>(place));
  while (step(logAfter_)) {
    const std::string_view operation{
        static_cast<const char*>(sqlite3_column_blob(logAfter_.get(), 1)),
        static_cast<std::size_t>(sqlite3_column_bytes(logAfter_.get(), 1))};
    const auto at = static_cast<std::uint64_t>(sqlite3_column_int64(logAfter_.get(), 0));
    if (!visit(at, operation)) break;
  }
  sqlite3_reset(logAfter_.get());
}

void FloorStore::dropLogThrough(std::uint64_t place) {
  sqlite3_bind_int64(dropLog_.get(), 1, static_cast<std::int64_t>(place));
  run(dropLog_);
}

std::uint64_t FloorStore::mark(std::string_view name) {
  bindText(mark_.get(), 1, name);
  const auto value = step(mark_) ? sqlite3_column_int64(mark_.get(), 0) : 0;
  sqlite3_reset(mark_.get());
  return static_cast<std::uint64_t>(value);
}

void FloorStore::setMark(std::string_view name, std::uint64_t value) {
  bindText(setMark_.get(), 1, name);
  sqlite3_bind_int64(setMark_.get(), 2, static_cast<std::int64_t>(value));
  run(setMark_);
}

}  // namespace rapport::bench
