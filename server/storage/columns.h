#pragma once

#include <optional>

#include "shared/base/clock.h"
#include "shared/merge/numbers.h"
#include "shared/sqlite/row_binder.h"
#include "shared/sqlite/row_reader.h"

namespace rapport {

// How the types of shared/ lie in columns: a number in two (epoch, n), a time in one
// (milliseconds). Null where there is nothing.

inline void bindNumber(RowBinder& row, const std::optional<Number>& number) {
  if (number) {
    row.bits(number->epoch.value).bits(number->n);
  } else {
    row.null().null();
  }
}

inline std::optional<Number> numberAt(const RowReader& row, int column) {
  if (row.isNull(column)) return std::nullopt;
  return Number{EpochId{row.bits(column)}, row.bits(column + 1)};
}

inline std::int64_t millisOf(WallTime time) { return time.time_since_epoch().count(); }

inline void bindTime(RowBinder& row, const std::optional<WallTime>& time) {
  if (time) {
    row.integer(millisOf(*time));
  } else {
    row.null();
  }
}

inline WallTime timeAt(const RowReader& row, int column) {
  return WallTime{std::chrono::milliseconds{row.integer(column)}};
}

inline std::optional<WallTime> optionalTimeAt(const RowReader& row, int column) {
  if (row.isNull(column)) return std::nullopt;
  return timeAt(row, column);
}

}  // namespace rapport
