#pragma once

#include <gtest/gtest.h>

#include "shared/sqlite/database.h"
#include "tests/support/temp_folder.h"

namespace rapport::testing {

inline Bytes keyOf(char fill) { return Bytes(32, fill); }

// Opens or fails the test with the sentence.
inline Database openOrDie(const DatabaseOptions& options) {
  Result<Database> opened = Database::open(options);
  if (!opened) {
    ADD_FAILURE() << opened.error().message;
    std::abort();
  }
  return std::move(opened).value();
}

inline Database openOrDie(const std::string& path, Bytes key = {}) {
  DatabaseOptions options;
  options.path = path;
  options.key = std::move(key);
  return openOrDie(options);
}

inline void execute(Database& database, std::string_view sql) {
  const Status done = database.execute(sql);
  ASSERT_TRUE(done) << sql << ": " << done.error().message;
}

inline std::int64_t integer(Database& database, std::string_view sql) {
  const Result<std::int64_t> found = database.integer(sql);
  EXPECT_TRUE(found.ok()) << sql << ": " << (found ? "" : found.error().message);
  return found ? *found : -1;
}

}  // namespace rapport::testing
