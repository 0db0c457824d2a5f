#pragma once

#include <cstdint>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

struct sqlite3_stmt;

namespace rapport {

class Database;

enum class Step { kRow, kDone };

// One prepared statement: bind, step, read columns, reset, again.
//
// Parameters are numbered from 1 and columns from 0, as in SQLite. A bind that fails is remembered
// and told by the next step(), so binds chain. Must not outlive its Database, and must be gone or
// reset before a transaction can end.
class Statement {
 public:
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;
  ~Statement();

  Statement& bindInteger(int index, std::int64_t value);
  Statement& bindReal(int index, double value);
  Statement& bindText(int index, std::string_view utf8);  // copied
  Statement& bindBlob(int index, ByteView bytes);         // copied
  Statement& bindNull(int index);

  // The next row, or the end. After an error or the end the statement starts anew at the next step.
  Result<Step> step();
  // Steps to the end, whatever rows come, and resets. For what changes rows and returns none.
  Status run();
  // Forgets position and parameters.
  void reset();

  // Columns of the row that step() gave, converted as SQLite converts. Views hold until the next
  // step, reset, or read of the same column as another type.
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;
  ByteView blob(int column) const;
  bool isNull(int column) const;
  int columnCount() const;

 private:
  friend class Database;
  explicit Statement(sqlite3_stmt* handle) : handle_(handle) {}

  Error failure(int code);
  Statement& note(int code);

  sqlite3_stmt* handle_ = nullptr;
  int bindFailure_ = 0;
};

}  // namespace rapport
