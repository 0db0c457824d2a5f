#pragma once

#include <cstdint>

#include "server/storage/listing_rows.h"
#include "shared/sync/server_store.h"

namespace rapport {

class Connection;

// One programme as a connection sees it: inside a read, or inside the write transaction. Visitors
// may read through the same object.
class SqliteReader final : public ServerReader {
 public:
  SqliteReader(Connection& connection, std::int64_t programme)
      : connection_(connection), programme_(programme) {}

  Result<ProgrammeRow> programme() override;
  Result<std::vector<RestoreRow>> restores() override;
  Result<std::optional<RecordState>> record(RecordId id) override;
  Result<std::optional<RecordRow>> recordRow(RecordId id) override;
  Result<std::optional<ReplicaRow>> replica(ReplicaId id) override;
  Result<std::vector<ReplicaRow>> replicas() override;
  Result<std::optional<LogEntry>> logEntry(const Dot& dot) override;
  Status statesAfter(std::uint64_t n,
                     const std::function<bool(const StoredState&)>& visit) override;
  Result<std::size_t> countAfter(std::uint64_t n) override;
  Status eachState(const std::function<Status(const RecordState&)>& visit) override;
  Result<std::vector<RecordRow>> find(const RecordQuery& query) override;
  Result<std::size_t> count(const RecordQuery& query) override;
  Result<std::vector<TypeCount>> countByType() override;
  Result<std::vector<LogEntry>> history(RecordId id,
                                        std::optional<std::int64_t> receivedBeforeMillis,
                                        std::size_t limit) override;
  Result<std::size_t> refusedCount() override;
  Result<std::vector<LogEntry>> asideBefore(std::optional<std::int64_t> place,
                                            std::size_t limit) override;
  Status eachAnswer(RecordId about, const std::function<Status(const KeptAnswer&)>& visit) override;
  Result<std::vector<DraftRow>> draftsOf(PersonId person) override;
  Result<std::vector<JoinRow>> joins(RecordId id) override;
  Result<std::optional<ErasureRow>> erasure(RecordId id) override;
  Result<std::vector<ErasureRow>> erasuresAfter(std::uint64_t n, std::size_t limit) override;
  Result<std::optional<std::uint64_t>> tagAt(std::uint64_t n) override;

 private:
  Connection& connection_;
  std::int64_t programme_;  // its key in this database
};

class SqliteWriter final : public ServerWriter {
 public:
  SqliteWriter(Connection& connection, std::int64_t programme)
      : connection_(connection), programme_(programme), reader_(connection, programme) {}

  Status putProgramme(const ProgrammeRow& row) override;
  Status putReplica(const ReplicaRow& row) override;
  Status putRecord(const RecordRow& row) override;
  Status noteRead(RecordId id, std::uint64_t throughN) override;
  Status appendLog(const LogEntry& entry) override;
  Status quarantine(const LogEntry& entry) override;
  Status settleAside(std::int64_t place, PersonId by, WallTime at) override;
  Status putAnswer(RecordId about, const DroppedAnswer& answer) override;
  Status countAnswers(RecordId about) override;
  Status putDraft(const DraftRow& draft) override;
  Status forgetDraft(PersonId person, ReplicaId device, std::string_view key) override;
  Status appendJoin(const JoinRow& row) override;
  Status erase(const ErasureRow& row) override;
  Status beginEpoch(std::uint64_t keptThrough, const Clock& clock, Random& random) override;
  Status inSavepoint(const std::function<Status()>& work) override;
  // Writes what was only added up until now; before the transaction commits.
  Status finish() { return counts_.write(connection_, programme_); }
  // The tag of what the transaction reached; before it commits.
  Status keepTag();

  Result<ProgrammeRow> programme() override { return reader_.programme(); }
  Result<std::vector<RestoreRow>> restores() override { return reader_.restores(); }
  Result<std::optional<RecordState>> record(RecordId id) override;
  Result<std::optional<RecordRow>> recordRow(RecordId id) override { return reader_.recordRow(id); }
  Result<std::optional<ReplicaRow>> replica(ReplicaId id) override { return reader_.replica(id); }
  Result<std::vector<ReplicaRow>> replicas() override { return reader_.replicas(); }
  Result<std::optional<LogEntry>> logEntry(const Dot& dot) override {
    return reader_.logEntry(dot);
  }
  Status statesAfter(std::uint64_t n,
                     const std::function<bool(const StoredState&)>& visit) override {
    return reader_.statesAfter(n, visit);
  }
  Result<std::size_t> countAfter(std::uint64_t n) override { return reader_.countAfter(n); }
  Status eachState(const std::function<Status(const RecordState&)>& visit) override {
    return reader_.eachState(visit);
  }
  Result<std::vector<RecordRow>> find(const RecordQuery& query) override;
  Result<std::size_t> count(const RecordQuery& query) override;
  Result<std::vector<TypeCount>> countByType() override;
  Result<std::vector<LogEntry>> history(RecordId id,
                                        std::optional<std::int64_t> receivedBeforeMillis,
                                        std::size_t limit) override {
    return reader_.history(id, receivedBeforeMillis, limit);
  }
  Result<std::size_t> refusedCount() override { return reader_.refusedCount(); }
  Result<std::vector<LogEntry>> asideBefore(std::optional<std::int64_t> place,
                                            std::size_t limit) override {
    return reader_.asideBefore(place, limit);
  }
  Status eachAnswer(RecordId about,
                    const std::function<Status(const KeptAnswer&)>& visit) override {
    return reader_.eachAnswer(about, visit);
  }
  Result<std::vector<DraftRow>> draftsOf(PersonId person) override {
    return reader_.draftsOf(person);
  }
  Result<std::vector<JoinRow>> joins(RecordId id) override { return reader_.joins(id); }
  Result<std::optional<ErasureRow>> erasure(RecordId id) override { return reader_.erasure(id); }
  Result<std::vector<ErasureRow>> erasuresAfter(std::uint64_t n, std::size_t limit) override {
    return reader_.erasuresAfter(n, limit);
  }
  Result<std::optional<std::uint64_t>> tagAt(std::uint64_t n) override { return reader_.tagAt(n); }

 private:
  Connection& connection_;
  std::int64_t programme_;
  SqliteReader reader_;
  CountChanges counts_;
  bool moved_ = false;              // the programme's row was written
  std::optional<RecordId> absent_;  // what was last looked for in vain
};

}  // namespace rapport
