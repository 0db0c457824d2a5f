#pragma once

#include "shared/sync/server_store.h"

namespace rapport::simulation {

// A programme's reader or writer that passes every call on. What watches or spoils one rule
// overrides that call. Made from a reader, it is used as a reader only.
class ForwardingServerWriter : public ServerWriter {
 public:
  explicit ForwardingServerWriter(ServerWriter& inner) : reads_(inner), writes_(&inner) {}
  explicit ForwardingServerWriter(ServerReader& inner) : reads_(inner) {}

  Result<ProgrammeRow> programme() override { return reads_.programme(); }
  Result<std::vector<RestoreRow>> restores() override { return reads_.restores(); }
  Result<std::optional<RecordState>> record(RecordId id) override { return reads_.record(id); }
  Result<std::optional<RecordRow>> recordRow(RecordId id) override { return reads_.recordRow(id); }
  Result<std::optional<ReplicaRow>> replica(ReplicaId id) override { return reads_.replica(id); }
  Result<std::vector<ReplicaRow>> replicas() override { return reads_.replicas(); }
  Result<std::optional<LogEntry>> logEntry(const Dot& dot) override { return reads_.logEntry(dot); }
  Status statesAfter(std::uint64_t n,
                     const std::function<bool(const StoredState&)>& visit) override {
    return reads_.statesAfter(n, visit);
  }
  Result<std::size_t> countAfter(std::uint64_t n) override { return reads_.countAfter(n); }
  Status eachState(const std::function<Status(const RecordState&)>& visit) override {
    return reads_.eachState(visit);
  }
  Result<std::vector<RecordRow>> find(const RecordQuery& query) override {
    return reads_.find(query);
  }
  Result<std::size_t> count(const RecordQuery& query) override { return reads_.count(query); }
  Result<std::vector<TypeCount>> countByType() override { return reads_.countByType(); }
  Result<std::vector<LogEntry>> history(RecordId id,
                                        std::optional<std::int64_t> receivedBeforeMillis,
                                        std::size_t limit) override {
    return reads_.history(id, receivedBeforeMillis, limit);
  }
  Result<std::size_t> refusedCount() override { return reads_.refusedCount(); }
  Result<std::vector<LogEntry>> asideBefore(std::optional<std::int64_t> place,
                                            std::size_t limit) override {
    return reads_.asideBefore(place, limit);
  }
  Status eachAnswer(RecordId about,
                    const std::function<Status(const KeptAnswer&)>& visit) override {
    return reads_.eachAnswer(about, visit);
  }
  Result<std::optional<std::uint64_t>> tagAt(std::uint64_t n) override { return reads_.tagAt(n); }
  Result<std::optional<ErasureRow>> erasure(RecordId id) override { return reads_.erasure(id); }
  Result<std::vector<ErasureRow>> erasuresAfter(std::uint64_t n, std::size_t limit) override {
    return reads_.erasuresAfter(n, limit);
  }
  Result<std::vector<DraftRow>> draftsOf(PersonId person) override {
    return reads_.draftsOf(person);
  }
  Result<std::vector<JoinRow>> joins(RecordId id) override { return reads_.joins(id); }

  Status putProgramme(const ProgrammeRow& row) override { return writes_->putProgramme(row); }
  Status putReplica(const ReplicaRow& row) override { return writes_->putReplica(row); }
  Status putRecord(const RecordRow& row) override { return writes_->putRecord(row); }
  Status noteRead(RecordId id, std::uint64_t throughN) override {
    return writes_->noteRead(id, throughN);
  }
  Status appendLog(const LogEntry& entry) override { return writes_->appendLog(entry); }
  Status quarantine(const LogEntry& entry) override { return writes_->quarantine(entry); }
  Status settleAside(std::int64_t place, PersonId by, WallTime at) override {
    return writes_->settleAside(place, by, at);
  }
  Status putAnswer(RecordId about, const DroppedAnswer& answer) override {
    return writes_->putAnswer(about, answer);
  }
  Status countAnswers(RecordId about) override { return writes_->countAnswers(about); }
  Status erase(const ErasureRow& row) override { return writes_->erase(row); }
  Status beginEpoch(std::uint64_t keptThrough, const Clock& clock, Random& random) override {
    return writes_->beginEpoch(keptThrough, clock, random);
  }
  Status putDraft(const DraftRow& draft) override { return writes_->putDraft(draft); }
  Status forgetDraft(PersonId person, ReplicaId device, std::string_view key) override {
    return writes_->forgetDraft(person, device, key);
  }
  Status appendJoin(const JoinRow& row) override { return writes_->appendJoin(row); }
  Status inSavepoint(const std::function<Status()>& work) override {
    return writes_->inSavepoint(work);
  }

 protected:
  ServerReader& reads_;
  ServerWriter* writes_ = nullptr;
};

}  // namespace rapport::simulation
