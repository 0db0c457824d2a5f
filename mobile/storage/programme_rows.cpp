#include "mobile/storage/programme_rows.h"

#include <sstream>

#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"
#include "shared/sqlite/row_reader.h"
#include "shared/sync/formerly_codec.h"

namespace rapport {
namespace {

constexpr char kInsertEnrolment[] =
    "INSERT INTO programme (name, person, person_name, device_name, role, server, tls, pins,"
    " seal_to) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
constexpr char kUpdateEnrolment[] =
    "UPDATE programme SET name = ?1, person = ?2, person_name = ?3, device_name = ?4, role = ?5,"
    " server = ?6, tls = ?7, pins = ?8, seal_to = ?9 WHERE key = ?10";
constexpr char kSelectEnrolment[] =
    "SELECT name, person, person_name, device_name, role, server, tls, pins, seal_to"
    " FROM programme WHERE key = ?1";
constexpr char kPutStanding[] =
    "INSERT OR REPLACE INTO standing (programme, replica, counter, chain, clock_millis,"
    " clock_logical, settled_through, formerly, copy_role, cursor_epoch, cursor_n, cursor_tag,"
    " last_success_millis, lineage)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
constexpr char kSelectStanding[] =
    "SELECT replica, counter, chain, clock_millis, clock_logical, settled_through, formerly,"
    " copy_role, cursor_epoch, cursor_n, cursor_tag, last_success_millis, lineage FROM standing"
    " WHERE programme = ?1";

std::string joined(const std::vector<std::string>& pins) {
  std::string all;
  for (const std::string& pin : pins) all.append(all.empty() ? "" : " ").append(pin);
  return all;
}

std::vector<std::string> parted(const std::string& pins) {
  std::istringstream words(pins);
  std::vector<std::string> all;
  for (std::string pin; words >> pin;) all.push_back(pin);
  return all;
}

RowBinder bindEnrolment(Statement& statement, const Enrolment& enrolment) {
  RowBinder row(statement);
  row.text(enrolment.programme).id(enrolment.person).text(enrolment.personName);
  row.text(enrolment.deviceName).enumeration(enrolment.role).text(enrolment.server);
  row.flag(enrolment.tls).text(joined(enrolment.pins)).blob(enrolment.sealTo);
  return row;
}

Error noSuchProgramme() {
  return {ErrorCode::kNotFound, "This programme is no longer on this device."};
}

}  // namespace

Result<std::int64_t> addEnrolmentRow(Connection& connection, const Enrolment& enrolment) {
  Result<LentStatement> insert = connection.lend(kInsertEnrolment);
  if (!insert) return insert.error();
  bindEnrolment(**insert, enrolment);
  if (Status inserted = (*insert)->run(); !inserted) {
    if (inserted.error().code != ErrorCode::kConflict) return inserted.error();
    return Error{ErrorCode::kConflict,
                 "This device is in the programme " + enrolment.programme + " already."};
  }
  return connection.lastInsertedRow();
}

Status updateEnrolmentRow(Connection& connection, std::int64_t programme,
                          const Enrolment& enrolment) {
  Result<LentStatement> update = connection.lend(kUpdateEnrolment);
  if (!update) return update.error();
  bindEnrolment(**update, enrolment).integer(programme);
  if (Status updated = (*update)->run(); !updated) return updated;
  if (connection.changedRows() == 0) return noSuchProgramme();
  return {};
}

Result<Enrolment> readEnrolmentRow(Connection& connection, std::int64_t programme) {
  Result<LentStatement> select = connection.lend(kSelectEnrolment);
  if (!select) return select.error();
  RowBinder(**select).integer(programme);
  const Result<Step> stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return noSuchProgramme();
  RowReader row(**select);
  Enrolment enrolment;
  enrolment.programme = row.text(0);
  enrolment.person = row.id<PersonId>(1);
  enrolment.personName = row.text(2);
  enrolment.deviceName = row.text(3);
  enrolment.role = row.enumeration(4, Role::kAdmin);
  enrolment.server = row.text(5);
  enrolment.tls = row.flag(6);
  enrolment.pins = parted(row.text(7));
  enrolment.sealTo = row.blob(8);
  if (Status whole = row.whole("an enrolment"); !whole) return whole.error();
  return enrolment;
}

Status writeStandingRow(Connection& connection, std::int64_t programme, const Standing& standing) {
  Result<LentStatement> put = connection.lend(kPutStanding);
  if (!put) return put.error();
  RowBinder row(**put);
  row.integer(programme).id(standing.replica).bits(standing.counter).digest(standing.chain);
  row.integer(standing.clock.millis).integer(standing.clock.logical);
  row.bits(standing.settledThrough).blob(encodeFormerly(standing.formerly));
  row.enumeration(standing.copyRole);
  if (standing.cursor) {
    row.bits(standing.cursor->number.epoch.value).bits(standing.cursor->number.n);
    row.bits(standing.cursor->tag);
  } else {
    row.null().null().null();
  }
  if (standing.lastSuccess) {
    row.integer(standing.lastSuccess->time_since_epoch().count());
  } else {
    row.null();
  }
  row.blob(encodeRestoredEpochs(standing.lineage));
  return (*put)->run();
}

Result<Standing> readStandingRow(Connection& connection, std::int64_t programme) {
  Result<LentStatement> select = connection.lend(kSelectStanding);
  if (!select) return select.error();
  RowBinder(**select).integer(programme);
  const Result<Step> stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return noSuchProgramme();
  RowReader row(**select);
  Standing standing;
  standing.replica = row.id<ReplicaId>(0);
  standing.counter = row.bits(1);
  standing.chain = row.digest(2);
  standing.clock = {row.integer(3), row.small(4)};
  standing.settledThrough = row.bits(5);
  const std::optional<Formerly> formerly = decodeFormerly((*select)->blob(6));
  if (formerly) {
    standing.formerly = *formerly;
  } else {
    row.damaged();
  }
  standing.copyRole = row.enumeration(7, Role::kAdmin);
  if (!row.isNull(8)) {
    standing.cursor = Cursor{Number{EpochId{row.bits(8)}, row.bits(9)}, row.bits(10)};
  }
  if (!row.isNull(11)) standing.lastSuccess = WallTime{std::chrono::milliseconds{row.integer(11)}};
  const std::optional<RestoredEpochs> lineage = decodeRestoredEpochs((*select)->blob(12));
  if (lineage) {
    standing.lineage = *lineage;
  } else {
    row.damaged();
  }
  if (Status whole = row.whole("a device's standing"); !whole) return whole.error();
  return standing;
}

}  // namespace rapport
