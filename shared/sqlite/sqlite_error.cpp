#include "shared/sqlite/sqlite_error.h"

#include <string>

#include <sqlite3.h>

namespace rapport {
namespace {

Error withDetail(ErrorCode code, std::string sentence, std::string_view detail) {
  if (!detail.empty()) sentence.append(" (SQLite: ").append(detail).append(")");
  return {code, std::move(sentence)};
}

}  // namespace

Error sqliteError(int extendedCode, std::string_view detail) {
  if (extendedCode == SQLITE_IOERR_NOMEM) return sqliteError(SQLITE_NOMEM, detail);
  // The log's index could not grow: SQLite keeps the system's reason to itself, and there is one.
  if (extendedCode == SQLITE_IOERR_SHMSIZE) return sqliteError(SQLITE_FULL, detail);
  switch (extendedCode & 0xFF) {
    case SQLITE_FULL:
      return {ErrorCode::kStorageFull,
              "The disk is full. Everything saved before is safe; this last entry was not saved. "
              "Free some space, then save it again."};
    case SQLITE_IOERR:
      return withDetail(ErrorCode::kStorageFailed,
                        "The disk did not do what was asked. Everything saved before is safe; this "
                        "last entry may not be saved. Close Rapport, check the disk, and open it "
                        "again.",
                        detail);
    case SQLITE_CORRUPT:
      return withDetail(ErrorCode::kStorageFailed,
                        "The database file is damaged, so nothing more is written to it. Keep the "
                        "file as it is and restore the newest backup.",
                        detail);
    case SQLITE_NOTADB:
      return {ErrorCode::kUnauthenticated,
              "The key does not open this database. Use the key file that was made together with "
              "it; if that is the one, the file is damaged and must be restored from a backup."};
    case SQLITE_CANTOPEN:
      return withDetail(ErrorCode::kStorageFailed,
                        "The database file cannot be opened. Check that its folder exists and that "
                        "Rapport may read and write there.",
                        detail);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return withDetail(ErrorCode::kStorageFailed,
                        "The database may not be written. Check that the file and its folder "
                        "belong to the account that runs Rapport.",
                        detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::kUnavailable,
              "The database is in use by another program or task. Nothing was changed; try again "
              "in a moment."};
    case SQLITE_CONSTRAINT:
      return withDetail(ErrorCode::kConflict, "The database refused this: it breaks a rule.",
                        detail);
    case SQLITE_TOOBIG:
      return {ErrorCode::kTooLarge, "This is too large for the database. Nothing was saved."};
    case SQLITE_NOMEM:
      return {ErrorCode::kUnavailable,
              "There is not enough memory. Everything saved before is safe; close other programs "
              "and try again."};
    case SQLITE_INTERRUPT:
      return {ErrorCode::kUnavailable, "The work on the database was stopped. Nothing changed."};
    default:
      return withDetail(ErrorCode::kInternal,
                        "The database failed in a way that Rapport did not foresee. Everything "
                        "saved before is safe.",
                        detail);
  }
}

}  // namespace rapport
