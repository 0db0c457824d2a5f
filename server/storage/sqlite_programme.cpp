#include "server/storage/sqlite_programme.h"

#include <utility>

#include "server/storage/answer_rows.h"
#include "server/storage/draft_rows.h"
#include "server/storage/erasure_rows.h"
#include "server/storage/join_rows.h"
#include "server/storage/listing_rows.h"
#include "server/storage/log_rows.h"
#include "server/storage/new_epochs.h"
#include "server/storage/programme_rows.h"
#include "server/storage/record_rows.h"
#include "server/storage/restore_rows.h"
#include "shared/sqlite/connection.h"

namespace rapport {

Result<std::vector<RestoreRow>> SqliteReader::restores() {
  return restoreRows(connection_, programme_);
}

Result<std::optional<std::uint64_t>> SqliteReader::tagAt(std::uint64_t n) {
  return readCommitTag(connection_, programme_, n);
}

Result<std::optional<ErasureRow>> SqliteReader::erasure(RecordId id) {
  return readErasure(connection_, programme_, id);
}

Result<std::vector<ErasureRow>> SqliteReader::erasuresAfter(std::uint64_t n, std::size_t limit) {
  return readErasuresAfter(connection_, programme_, n, limit);
}

Status SqliteWriter::erase(const ErasureRow& row) {
  absent_.reset();
  const Status noted = insertErasure(connection_, programme_, row);
  if (!noted) return noted;
  const Status removed = removeRecordRow(connection_, programme_, row.record, counts_);
  if (!removed) return removed;
  const Status begun = forgetDraftsNaming(connection_, programme_, row.record);
  return begun ? clearPast(connection_, programme_, row.record) : begun;
}

Result<ProgrammeRow> SqliteReader::programme() { return readProgramme(connection_, programme_); }

Result<std::optional<RecordState>> SqliteReader::record(RecordId id) {
  return readState(connection_, programme_, id);
}

Result<std::optional<RecordRow>> SqliteReader::recordRow(RecordId id) {
  return readRecord(connection_, programme_, id);
}

Result<std::optional<ReplicaRow>> SqliteReader::replica(ReplicaId id) {
  return readReplica(connection_, programme_, id);
}

Result<std::vector<ReplicaRow>> SqliteReader::replicas() {
  return readReplicas(connection_, programme_);
}

Result<std::optional<LogEntry>> SqliteReader::logEntry(const Dot& dot) {
  return readLogEntry(connection_, programme_, dot);
}

Status SqliteReader::statesAfter(std::uint64_t n,
                                 const std::function<bool(const StoredState&)>& visit) {
  return eachStateAfter(connection_, programme_, n, visit);
}

Result<std::size_t> SqliteReader::countAfter(std::uint64_t n) {
  return countStatesAfter(connection_, programme_, n);
}

Status SqliteReader::eachState(const std::function<Status(const RecordState&)>& visit) {
  return eachStateById(connection_, programme_, visit);
}

Result<std::vector<RecordRow>> SqliteReader::find(const RecordQuery& query) {
  const Result<std::vector<std::int64_t>> keys = findInListing(connection_, programme_, query);
  if (!keys) return keys.error();
  std::vector<RecordRow> rows;
  rows.reserve(keys->size());
  for (const std::int64_t key : *keys) {
    Result<std::optional<RecordRow>> row = readRecordAt(connection_, key);
    if (!row) return row.error();
    if (*row) rows.push_back(std::move(**row));
  }
  return rows;
}

Result<std::size_t> SqliteReader::count(const RecordQuery& query) {
  return countInListing(connection_, programme_, query);
}

Result<std::vector<TypeCount>> SqliteReader::countByType() {
  return countTypes(connection_, programme_);
}

Result<std::vector<LogEntry>> SqliteReader::history(
    RecordId id, std::optional<std::int64_t> receivedBeforeMillis, std::size_t limit) {
  return readHistory(connection_, programme_, id, receivedBeforeMillis, limit);
}

Result<std::size_t> SqliteReader::refusedCount() { return countUnapplied(connection_, programme_); }

Result<std::vector<LogEntry>> SqliteReader::asideBefore(std::optional<std::int64_t> place,
                                                        std::size_t limit) {
  return readAside(connection_, programme_, place, limit);
}

Status SqliteReader::eachAnswer(RecordId about,
                                const std::function<Status(const KeptAnswer&)>& visit) {
  return eachAnswerRow(connection_, programme_, about, visit);
}

Status SqliteWriter::putAnswer(RecordId about, const DroppedAnswer& answer) {
  return putAnswerRow(connection_, programme_, about, answer);
}

Status SqliteWriter::countAnswers(RecordId about) {
  return countAnswerRows(connection_, programme_, about);
}

Result<std::vector<DraftRow>> SqliteReader::draftsOf(PersonId person) {
  return readDrafts(connection_, programme_, person);
}

Status SqliteWriter::putDraft(const DraftRow& draft) {
  return putDraftRow(connection_, programme_, draft);
}

Status SqliteWriter::forgetDraft(PersonId person, ReplicaId device, std::string_view key) {
  return forgetDraftRow(connection_, programme_, person, device, key);
}

Result<std::vector<JoinRow>> SqliteReader::joins(RecordId id) {
  return readJoins(connection_, programme_, id);
}

Status SqliteWriter::putProgramme(const ProgrammeRow& row) {
  moved_ = true;
  return updateProgramme(connection_, programme_, row);
}

Status SqliteWriter::putReplica(const ReplicaRow& row) {
  return putReplicaRow(connection_, programme_, row);
}

Status SqliteWriter::putRecord(const RecordRow& row) {
  const Before before = absent_ == row.state.id ? Before::kNotThere : Before::kMaybeThere;
  absent_.reset();
  return putRecordRow(connection_, programme_, row, before, counts_);
}

Status SqliteWriter::noteRead(RecordId id, std::uint64_t throughN) {
  return noteRecordRead(connection_, programme_, id, throughN, counts_);
}

Result<std::optional<RecordState>> SqliteWriter::record(RecordId id) {
  auto found = reader_.record(id);
  absent_ = found && !*found ? std::optional(id) : std::nullopt;
  return found;
}

// Queries go by the counts, which must be what the records are.
Result<std::vector<RecordRow>> SqliteWriter::find(const RecordQuery& query) {
  if (Status counted = finish(); !counted) return counted.error();
  return reader_.find(query);
}

Result<std::size_t> SqliteWriter::count(const RecordQuery& query) {
  if (Status counted = finish(); !counted) return counted.error();
  return reader_.count(query);
}

Result<std::vector<TypeCount>> SqliteWriter::countByType() {
  if (Status counted = finish(); !counted) return counted.error();
  return reader_.countByType();
}

Status SqliteWriter::appendLog(const LogEntry& entry) {
  return insertLogEntry(connection_, programme_, entry);
}

Status SqliteWriter::quarantine(const LogEntry& entry) {
  return insertRival(connection_, programme_, entry);
}

Status SqliteWriter::settleAside(std::int64_t place, PersonId by, WallTime at) {
  return settleAsideRow(connection_, programme_, place, {by, at});
}

Status SqliteWriter::appendJoin(const JoinRow& row) {
  return insertJoin(connection_, programme_, row);
}

Status SqliteWriter::beginEpoch(std::uint64_t keptThrough, const Clock& clock, Random& random) {
  const auto begun = beginNewEpoch(connection_, programme_, keptThrough, clock, random);
  return begun ? Status{} : begun.error();
}

Status SqliteWriter::keepTag() {
  if (!moved_) return {};
  const Result<ProgrammeRow> row = reader_.programme();
  if (!row) return row.error();
  return row->tag == 0 ? Status{}
                       : putCommitTag(connection_, programme_, row->lastNumber, row->tag);
}

Status SqliteWriter::inSavepoint(const std::function<Status()>& work) {
  if (Status counted = finish(); !counted) return counted;
  Status done = connection_.part(work);
  if (!done) counts_ = {};  // undone with the rest
  return done;
}

}  // namespace rapport
