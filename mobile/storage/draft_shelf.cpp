#include "mobile/storage/draft_shelf.h"

#include "shared/base/limits.h"
#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"

namespace rapport {

Status DraftShelf::keep(std::string_view key, ByteView bytes) {
  if (key.size() > limits::kNameBytes || bytes.size() > limits::kTextBytes) {
    return Error{ErrorCode::kTooLarge, "This is more than a draft may hold. Save it, then go on."};
  }
  return connection_.write([&]() -> Status {
    auto put = connection_.lend(
        "INSERT INTO draft (key, bytes) VALUES (?1, ?2)"
        " ON CONFLICT (key) DO UPDATE SET bytes = excluded.bytes");
    if (!put) return put.error();
    RowBinder(**put).text(key).blob(bytes);
    return (*put)->run();
  });
}

Result<std::optional<Bytes>> DraftShelf::find(std::string_view key) {
  auto select = connection_.lend("SELECT bytes FROM draft WHERE key = ?1");
  if (!select) return select.error();
  RowBinder(**select).text(key);
  const auto stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return std::optional<Bytes>{};
  return std::optional<Bytes>{Bytes((*select)->blob(0))};
}

Status DraftShelf::remove(std::string_view key) {
  auto remove = connection_.lend("DELETE FROM draft WHERE key = ?1");
  if (!remove) return remove.error();
  RowBinder(**remove).text(key);
  return (*remove)->run();
}

Status DraftShelf::forget(std::string_view key) {
  if (connection_.inTransaction()) return remove(key);
  bool wasThere = false;
  const Status forgotten = connection_.write([&]() -> Status {
    const Status removed = remove(key);
    wasThere = connection_.changedRows() > 0;
    return removed;
  });
  if (!forgotten || !wasThere) return forgotten;
  // The log still has every state of it. Where it cannot be emptied now, opening the profile does.
  const auto database = connection_.database();
  if (database) static_cast<void>((*database)->emptyLog());
  return forgotten;
}

}  // namespace rapport
