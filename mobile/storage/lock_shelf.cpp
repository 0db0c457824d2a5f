#include "mobile/storage/lock_shelf.h"

#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"
#include "shared/sqlite/row_reader.h"

namespace rapport {

Result<LockRow> LockShelf::find() {
  auto select = connection_.lend("SELECT pin, pin_of_kiosk, wrong, idle_minutes, kiosk FROM lock");
  if (!select) return select.error();
  const auto stepped = (*select)->step();
  if (!stepped) return stepped.error();
  LockRow found;
  if (*stepped == Step::kDone) return found;
  RowReader row(**select);
  found.pin = row.text(0);
  found.pinOfKiosk = row.flag(1);
  found.wrong = row.small(2);
  found.idleMinutes = row.small(3);
  found.kiosk = row.text(4);
  if (Status whole = row.whole("the lock"); !whole) return whole.error();
  return found;
}

Status LockShelf::keep(const LockRow& row) {
  return connection_.write([&]() -> Status {
    auto put = connection_.lend(
        "INSERT OR REPLACE INTO lock (one, pin, pin_of_kiosk, wrong, idle_minutes, kiosk)"
        " VALUES (1, ?1, ?2, ?3, ?4, ?5)");
    if (!put) return put.error();
    RowBinder(**put)
        .text(row.pin)
        .flag(row.pinOfKiosk)
        .integer(row.wrong)
        .integer(row.idleMinutes)
        .text(row.kiosk);
    return (*put)->run();
  });
}

}  // namespace rapport
