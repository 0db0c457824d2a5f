#include "tests/programs/page_dump.h"

#include <cstdio>
#include <vector>

#include <sqlite3.h>

#include "shared/base/bytes.h"
#include "shared/sqlite/database.h"

namespace rapport::testing {
namespace {

// By SQLite's file format, "The WAL File Format".
constexpr sqlite3_int64 kLogHeaderBytes = 32;
constexpr sqlite3_int64 kFrameHeaderBytes = 24;

Error failed(const std::string& what) { return {ErrorCode::kStorageFailed, what}; }

// As shared/sqlite/database_setup.cpp opens one, and without touching the log.
Result<sqlite3*> openRaw(const std::string& path, const Bytes& key) {
  for (const char* cipher : {"aegis", "chacha20"}) {
    sqlite3* handle = nullptr;
    if (sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) break;
    sqlite3mc_config(handle, "cipher", sqlite3mc_cipher_index(cipher));
    constexpr int kAegis256 = 4;
    if (std::string(cipher) == "aegis") {
      sqlite3mc_config_cipher(handle, cipher, "algorithm", kAegis256);
    }
    const Bytes passphrase = "raw:" + key;
    sqlite3_key(handle, passphrase.data(), static_cast<int>(passphrase.size()));
    const int read =
        sqlite3_exec(handle, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
    if (read == SQLITE_OK) return handle;
    sqlite3_close(handle);
  }
  return failed(path + " does not open with this key");
}

std::string textOf(sqlite3* handle, const char* sql) {
  sqlite3_stmt* select = nullptr;
  std::string out;
  if (sqlite3_prepare_v2(handle, sql, -1, &select, nullptr) == SQLITE_OK &&
      sqlite3_step(select) == SQLITE_ROW) {
    out = reinterpret_cast<const char*>(sqlite3_column_text(select, 0));
  }
  sqlite3_finalize(select);
  return out;
}

struct Stretch {
  sqlite3_int64 first, every;  // where the pages lie in the file
  const char* name;
};

Status dumpFile(sqlite3_file* file, int pageBytes, const Stretch& stretch) {
  sqlite3_int64 fileBytes = 0;
  if (file == nullptr || file->pMethods == nullptr) return {};
  file->pMethods->xFileSize(file, &fileBytes);
  Bytes page(static_cast<std::size_t>(pageBytes), '\0');
  std::size_t pages = 0, unread = 0;
  for (sqlite3_int64 at = stretch.first; at + pageBytes <= fileBytes; at += stretch.every) {
    unsigned char header[4] = {1, 0, 0, 0};
    const bool framed = stretch.every > pageBytes;
    // Room that the log keeps ahead is zeros.
    if (framed) file->pMethods->xRead(file, header, 4, at - kFrameHeaderBytes);
    if (header[0] == 0 && header[1] == 0 && header[2] == 0 && header[3] == 0) continue;
    const int read = file->pMethods->xRead(file, page.data(), pageBytes, at);
    if (read != SQLITE_OK) ++unread;
    if (read == SQLITE_OK) ++pages;
    std::fwrite(page.data(), 1, page.size(), stdout);
  }
  std::fprintf(stderr, "%s: %zu pages\n", stretch.name, pages);
  // Page 1 is partly in the open, and SQLite asks for it in two parts.
  return unread == 0 ? Status{}
                     : Status{failed(std::string(stretch.name) + " has pages that do not decrypt")};
}

Status dumpTable(sqlite3* handle, const std::string& table) {
  sqlite3_stmt* select = nullptr;
  const std::string sql = "SELECT * FROM \"" + table + "\"";
  if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &select, nullptr) != SQLITE_OK) {
    return failed("the table " + table + " cannot be read");
  }
  for (std::size_t row = 1; sqlite3_step(select) == SQLITE_ROW; ++row) {
    for (int column = 0; column < sqlite3_column_count(select); ++column) {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(select, column));
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(select, column));
      std::printf("%s %s %zu %s\n", table.c_str(), sqlite3_column_name(select, column), row,
                  toHex({bytes == nullptr ? "" : bytes, bytes == nullptr ? 0 : size}).c_str());
    }
  }
  sqlite3_finalize(select);
  return {};
}

}  // namespace

Status dumpPages(const std::string& databasePath, const Bytes& key) {
  const auto handle = openRaw(databasePath, key);
  if (!handle) return handle.error();
  const int pageBytes = std::stoi(textOf(*handle, "PRAGMA page_size"));
  sqlite3_file* file = nullptr;
  sqlite3_file* log = nullptr;
  sqlite3_file_control(*handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  sqlite3_file_control(*handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
  Status done = dumpFile(file, pageBytes, {0, pageBytes, "file"});
  if (!done) return done;
  const sqlite3_int64 frame = pageBytes + kFrameHeaderBytes;
  return dumpFile(log, pageBytes, {kLogHeaderBytes + kFrameHeaderBytes, frame, "log"});
}

Status dumpRows(const std::string& databasePath, const Bytes& key) {
  const auto handle = openRaw(databasePath, key);
  if (!handle) return handle.error();
  std::vector<std::string> tables;
  sqlite3_stmt* select = nullptr;
  constexpr char kTables[] = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1";
  if (sqlite3_prepare_v2(*handle, kTables, -1, &select, nullptr) != SQLITE_OK) {
    return failed("the tables cannot be listed");
  }
  while (sqlite3_step(select) == SQLITE_ROW) {
    tables.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(select, 0)));
  }
  sqlite3_finalize(select);
  for (const std::string& table : tables) {
    if (Status dumped = dumpTable(*handle, table); !dumped) return dumped;
  }
  return {};
}

}  // namespace rapport::testing
