#include "mobile/storage/own_change_rows.h"

#include <utility>

#include "shared/protocol/change_codec.h"
#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"
#include "shared/sqlite/row_reader.h"

namespace rapport {
namespace {

// As much as an answer to a change that was applied takes: effective time, two numbers, MAC, and
// when it came.
constexpr std::int64_t kAnswerBytes = 48;

constexpr char kInsert[] =
    "INSERT INTO own_change (stage, reason, effective_millis, effective_logical, mac, before_epoch,"
    " before_n, after_epoch, after_n, learnt_millis, programme, counter, overlay, record, type,"
    " room)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?1 < 4, ?13, ?14, zeroblob(?15))";
constexpr char kPutBytes[] =
    "INSERT INTO own_bytes (programme, counter, hash, chain, encoded) VALUES (?1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT (programme, counter) DO UPDATE SET hash = excluded.hash, chain = excluded.chain,"
    " encoded = excluded.encoded";
// A change that was sent back is no part of its record, here or anywhere.
constexpr char kUpdateReceipt[] =
    "UPDATE own_change SET stage = ?1, reason = ?2, effective_millis = ?3, effective_logical = ?4,"
    " mac = ?5, before_epoch = ?6, before_n = ?7, after_epoch = ?8, after_n = ?9,"
    " learnt_millis = ?10, overlay = (overlay AND ?1 < 4 AND ?13 = 0), room = x'',"
    // The number of another life of the office than the one that answers now.
    " earlier_epoch = CASE WHEN after_epoch != ?8 THEN after_epoch ELSE earlier_epoch END,"
    " earlier_n = CASE WHEN after_epoch != ?8 THEN after_n ELSE earlier_n END"
    " WHERE programme = ?11 AND counter = ?12";

constexpr char kGoOutAgain[] =
    "UPDATE own_change SET stage = ?1, reason = ?2, effective_millis = ?3, effective_logical = ?4,"
    " mac = ?5, before_epoch = ?6, before_n = ?7, after_epoch = ?8, after_n = ?9,"
    " learnt_millis = ?10, overlay = CASE WHEN stage <= 1 THEN overlay ELSE ?1 < 4 END,"
    " dismissed = 0"
    " WHERE programme = ?11 AND counter = ?12";

Error neverWritten(std::uint64_t counter) {
  return {ErrorCode::kNotFound,
          "This device never wrote a change " + std::to_string(counter) + "."};
}

void bindNumber(RowBinder& row, const std::optional<Number>& number) {
  if (number) {
    row.bits(number->epoch.value).bits(number->n);
  } else {
    row.null().null();
  }
}

RowBinder bindReceipt(Statement& statement, const Receipt& receipt) {
  RowBinder row(statement);
  row.enumeration(receipt.stage).text(receipt.verdict.reason);
  row.integer(receipt.verdict.effective.millis).integer(receipt.verdict.effective.logical);
  row.blob(receipt.verdict.mac);
  bindNumber(row, receipt.verdict.before);
  bindNumber(row, receipt.verdict.after);
  if (receipt.learntAt) {
    row.integer(receipt.learntAt->time_since_epoch().count());
  } else {
    row.null();
  }
  return row;
}

std::optional<Number> numberAt(const RowReader& row, int column) {
  if (row.isNull(column)) return std::nullopt;
  return Number{EpochId{row.bits(column)}, row.bits(column + 1)};
}

Receipt receiptOf(RowReader& row) {
  Receipt receipt;
  receipt.stage = row.enumeration(2, ReceiptStage::kErased);
  Verdict& verdict = receipt.verdict;
  if (receipt.stage >= ReceiptStage::kApplied) verdict.stage = receipt.stage;
  // A review comes after the verdict, and does not change it.
  if (receipt.stage == ReceiptStage::kReviewed) verdict.stage = ReceiptStage::kApplied;
  verdict.reason = row.text(3);
  verdict.effective = {row.integer(4), row.small(5)};
  verdict.before = numberAt(row, 6);
  verdict.after = numberAt(row, 8);
  verdict.mac = row.blob(10);
  receipt.earlier = numberAt(row, 16);
  if (!row.isNull(12)) receipt.learntAt = WallTime(std::chrono::milliseconds(row.integer(12)));
  return receipt;
}

// What is left of one whose bytes were erased.
Result<Change> changeOf(RowReader& row, ByteView encoded) {
  if (!encoded.empty()) return decodeKeptChange(encoded);
  Change change;
  change.dot.counter = row.bits(13);
  change.record = row.id<RecordId>(14);
  change.type = row.small(15);
  return change;
}

Status putBytes(Connection& connection, std::int64_t programme, const OwnChange& change) {
  Result<LentStatement> put = connection.lend(kPutBytes);
  if (!put) return put.error();
  RowBinder row(**put);
  row.integer(programme).bits(change.change.dot.counter);
  row.digest(change.hash).digest(change.chain).blob(change.encoded);
  return (*put)->run();
}

Status putBefore(Connection& connection, std::int64_t programme, const OwnChange& change) {
  Result<LentStatement> put =
      connection.lend("INSERT INTO own_before (programme, counter, stood) VALUES (?1, ?2, ?3)");
  if (!put) return put.error();
  RowBinder(**put).integer(programme).bits(change.change.dot.counter).blob(*change.before);
  return (*put)->run();
}

}  // namespace

std::string selectOwnChanges(std::string_view index, std::string_view rest) {
  std::string sql =
      "SELECT encoded, hash, stage, reason, effective_millis, effective_logical, before_epoch,"
      " before_n, after_epoch, after_n, mac, chain, learnt_millis, counter, record, type,"
      " earlier_epoch, earlier_n"
      " FROM own_change";
  if (!index.empty()) sql.append(" INDEXED BY ").append(index);
  // CROSS: the bytes are looked up for the rows found, never walked themselves.
  return sql.append(" CROSS JOIN own_bytes USING (programme, counter) ").append(rest);
}

Status insertOwnChange(Connection& connection, std::int64_t programme, const OwnChange& change) {
  Result<LentStatement> insert = connection.lend(kInsert);
  if (!insert) return insert.error();
  RowBinder row = bindReceipt(**insert, change.receipt);
  row.integer(programme).bits(change.change.dot.counter).id(change.change.record);
  row.integer(change.change.type).integer(kAnswerBytes);
  Status inserted = (*insert)->run();
  if (inserted) inserted = putBytes(connection, programme, change);
  if (inserted && change.before) inserted = putBefore(connection, programme, change);
  if (inserted || inserted.error().code != ErrorCode::kConflict) return inserted;
  return Error{ErrorCode::kConflict,
               "Change " + std::to_string(change.change.dot.counter) + " exists already."};
}

Status updateBytes(Connection& connection, std::int64_t programme, const OwnChange& change) {
  Result<LentStatement> update = connection.lend(kGoOutAgain);
  if (!update) return update.error();
  RowBinder row = bindReceipt(**update, change.receipt);
  row.integer(programme).bits(change.change.dot.counter);
  if (Status updated = (*update)->run(); !updated) return updated;
  if (connection.changedRows() == 0) return neverWritten(change.change.dot.counter);
  return putBytes(connection, programme, change);
}

Status replaceBytes(Connection& connection, std::int64_t programme, const OwnChange& change) {
  Result<LentStatement> forget =
      connection.lend("DELETE FROM own_before WHERE programme = ?1 AND counter = ?2");
  if (!forget) return forget.error();
  RowBinder(**forget).integer(programme).bits(change.change.dot.counter);
  if (Status forgotten = (*forget)->run(); !forgotten) return forgotten;
  Result<LentStatement> update =
      connection.lend("UPDATE own_bytes SET encoded = ?3 WHERE programme = ?1 AND counter = ?2");
  if (!update) return update.error();
  RowBinder row(**update);
  row.integer(programme).bits(change.change.dot.counter).blob(change.encoded);
  if (Status updated = (*update)->run(); !updated) return updated;
  if (connection.changedRows() == 0) return neverWritten(change.change.dot.counter);
  return {};
}

Result<std::vector<OwnChange>> readOwnChanges(Statement& select) {
  std::vector<OwnChange> changes;
  while (true) {
    const Result<Step> stepped = select.step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return changes;
    RowReader row(select);
    OwnChange own;
    own.encoded = row.blob(0);
    own.hash = row.digest(1);
    own.receipt = receiptOf(row);
    own.chain = row.digest(11);
    Result<Change> change = changeOf(row, own.encoded);
    if (change) {
      own.change = std::move(change).value();
    } else {
      row.damaged();
    }
    if (Status whole = row.whole("a change"); !whole) return whole.error();
    changes.push_back(std::move(own));
  }
}

Result<std::optional<Bytes>> readBefore(Connection& connection, std::int64_t programme,
                                        std::uint64_t counter) {
  Result<LentStatement> select =
      connection.lend("SELECT stood FROM own_before WHERE programme = ?1 AND counter = ?2");
  if (!select) return select.error();
  RowBinder(**select).integer(programme).bits(counter);
  const Result<Step> stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return std::optional<Bytes>();
  return std::optional<Bytes>(RowReader(**select).blob(0));
}

Status updateReceipt(Connection& connection, std::int64_t programme, std::uint64_t counter,
                     const Receipt& receipt, Overlay overlay) {
  Result<LentStatement> update = connection.lend(kUpdateReceipt);
  if (!update) return update.error();
  bindReceipt(**update, receipt).integer(programme).bits(counter).enumeration(overlay);
  if (Status updated = (*update)->run(); !updated) return updated;
  if (connection.changedRows() == 0) return neverWritten(counter);
  return {};
}

}  // namespace rapport
