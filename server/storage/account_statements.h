#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "server/storage/columns.h"
#include "server/storage/server_database.h"
#include "shared/sqlite/connection.h"

namespace rapport {

// One statement each, which is all that most of the accounts need. `bind` takes a RowBinder&;
// `decode` takes a RowReader& and answers the row. `what` names a row for people: "a user".

template <typename Bind>
Status changeRows(Connection& connection, std::string_view sql, Bind bind) {
  Result<LentStatement> statement = connection.lend(sql);
  if (!statement) return statement.error();
  RowBinder row(**statement);
  bind(row);
  return (*statement)->run();
}

template <typename Bind>
Status changeRows(ServerDatabase& database, std::string_view sql, Bind bind) {
  return database.write([&](Connection& connection) { return changeRows(connection, sql, bind); });
}

template <typename Row, typename Bind>
Result<std::vector<Row>> selectRows(Connection& connection, std::string_view sql, Bind bind,
                                    Row (*decode)(RowReader&), std::string_view what) {
  Result<LentStatement> statement = connection.lend(sql);
  if (!statement) return statement.error();
  RowBinder parameters(**statement);
  bind(parameters);
  std::vector<Row> rows;
  while (true) {
    const Result<Step> stepped = (*statement)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return rows;
    RowReader row(**statement);
    rows.push_back(decode(row));
    if (Status whole = row.whole(what); !whole) return whole.error();
  }
}

template <typename Row, typename Bind>
Result<std::vector<Row>> selectRows(ServerDatabase& database, std::string_view sql, Bind bind,
                                    Row (*decode)(RowReader&), std::string_view what) {
  std::vector<Row> rows;
  const Status read = database.read([&](Connection& connection) -> Status {
    Result<std::vector<Row>> found = selectRows(connection, sql, bind, decode, what);
    if (!found) return found.error();
    rows = std::move(found).value();
    return {};
  });
  if (!read) return read.error();
  return rows;
}

// From a ServerDatabase or, inside its transaction, a Connection.
template <typename Row, typename Source, typename Bind>
Result<std::optional<Row>> selectRow(Source& source, std::string_view sql, Bind bind,
                                     Row (*decode)(RowReader&), std::string_view what) {
  Result<std::vector<Row>> rows = selectRows(source, sql, bind, decode, what);
  if (!rows) return rows.error();
  if (rows->empty()) return std::optional<Row>();
  return std::optional<Row>(std::move(rows->front()));
}

}  // namespace rapport
