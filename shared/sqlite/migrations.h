#pragma once

#include <span>
#include <string_view>

#include "shared/base/result.h"

namespace rapport {

class Database;

// One numbered SQL file, embedded at build time by rapport_embed_sql (cmake/sqlite.cmake).
struct Migration {
  int version;
  std::string_view name;
  std::string_view sql;
};

// Brings a database from the version it has (PRAGMA user_version) to the last one, each step in one
// transaction with its number: a crash leaves a whole step or none. kNewerDatabase when the file is
// ahead of this program; nothing is touched then.
Status migrate(Database& database, std::span<const Migration> migrations);

}  // namespace rapport
