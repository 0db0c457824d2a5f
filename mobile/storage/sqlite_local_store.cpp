#include "mobile/storage/sqlite_local_store.h"

#include "mobile/storage/programme_rows.h"
#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"

namespace rapport {

Status SqliteLocalStore::inTransaction(const std::function<Status()>& work) {
  return connection_.write(work);
}

Result<Enrolment> SqliteLocalStore::enrolment() {
  return readEnrolmentRow(connection_, programme_);
}

Status SqliteLocalStore::keepEnrolment(const Enrolment& enrolment) {
  const Result<Enrolment> present = readEnrolmentRow(connection_, programme_);
  if (!present) return present.error();
  if (present->programme != enrolment.programme) {
    return Error{ErrorCode::kInvalid, "A programme cannot take another's enrolment."};
  }
  return updateEnrolmentRow(connection_, programme_, enrolment);
}

Result<Standing> SqliteLocalStore::standing() { return readStandingRow(connection_, programme_); }

Status SqliteLocalStore::keepStanding(const Standing& standing) {
  return writeStandingRow(connection_, programme_, standing);
}

Result<std::size_t> SqliteLocalStore::count(std::string_view sql) {
  Result<LentStatement> select = connection_.lend(sql);
  if (!select) return select.error();
  RowBinder(**select).integer(programme_);
  if (const Result<Step> stepped = (*select)->step(); !stepped) return stepped.error();
  return static_cast<std::size_t>((*select)->integer(0));
}

}  // namespace rapport
