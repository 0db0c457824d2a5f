#pragma once

#include <string_view>

#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"

namespace rapport {

// Runs a statement that answers no rows; `bind` is given its binder, and binds in the order of the
// statement's numbers. Errors are the disk's.
template <typename Bind>
Status runBound(Connection& connection, std::string_view sql, Bind bind) {
  auto statement = connection.lend(sql);
  if (!statement) return statement.error();
  RowBinder row(**statement);
  bind(row);
  return (*statement)->run();
}

}  // namespace rapport
