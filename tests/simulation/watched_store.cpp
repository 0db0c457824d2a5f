#include "tests/simulation/watched_store.h"

#include <memory>

#include "shared/merge/state_codec.h"
#include "tests/simulation/forwarding_server.h"

namespace rapport::simulation {
namespace {

class WatchedWriter final : public ForwardingServerWriter {
 public:
  WatchedWriter(ServerWriter& inner, Batch& batch, const Clock& clock)
      : ForwardingServerWriter(inner), batch_(batch), clock_(clock) {}

  Status putProgramme(const ProgrammeRow& row) override {
    batch_.programme = row;
    return writes_->putProgramme(row);
  }
  Status putReplica(const ReplicaRow& row) override {
    batch_.events.emplace_back(row);
    return writes_->putReplica(row);
  }
  Status putRecord(const RecordRow& row) override {
    batch_.states.push_back(row.state);
    return writes_->putRecord(row);
  }
  Status appendLog(const LogEntry& entry) override {
    const Proof proof = proven_.contains(entry.dot) ? Proof::kGiven : Proof::kNone;
    batch_.events.emplace_back(Judgement{entry, clock_.wallNow(), proof});
    return writes_->appendLog(entry);
  }
  Status appendJoin(const JoinRow& row) override {
    batch_.events.emplace_back(row);
    return writes_->appendJoin(row);
  }
  Status beginEpoch(std::uint64_t keptThrough, const Clock& clock, Random& random) override {
    const Status begun = writes_->beginEpoch(keptThrough, clock, random);
    if (!begun) return begun;
    auto epoch = begunEpoch(*writes_);
    if (!epoch) return epoch.error();
    batch_.events.emplace_back(*std::move(epoch));
    return {};
  }
  void brings(BroughtCopies copies) { batch_.events.emplace_back(std::move(copies)); }
  void provesBy(const Dot& dot) { proven_.insert(dot); }
  Status quarantine(const LogEntry& entry) override {
    batch_.events.emplace_back(SetAside{entry});
    return writes_->quarantine(entry);
  }
  Status erase(const ErasureRow& row) override {
    batch_.events.emplace_back(row);
    return writes_->erase(row);
  }
  Status inSavepoint(const std::function<Status()>& work) override {
    const std::size_t events = batch_.events.size();
    const std::size_t states = batch_.states.size();
    const std::optional<ProgrammeRow> programme = batch_.programme;
    Status done = writes_->inSavepoint(work);
    if (done) return done;
    while (batch_.events.size() > events) batch_.events.pop_back();
    batch_.states.resize(states);
    batch_.programme = programme;
    return done;
  }

 private:
  Batch& batch_;
  const Clock& clock_;
  std::set<Dot> proven_;
};

class WatchedTransaction final : public ServerStore::Transaction {
 public:
  WatchedTransaction(ServerStore::Transaction& inner, Batch& batch, Ledger& ledger,
                     const Clock& clock)
      : inner_(inner), batch_(batch), ledger_(ledger), clock_(clock) {}

  Result<ServerWriter*> programme(std::string_view name) override {
    if (writer_ != nullptr) return static_cast<ServerWriter*>(writer_.get());
    const Result<ServerWriter*> real = inner_.programme(name);
    if (!real) return real.error();
    ledger_.settle(**real, Ledger::Look::kPassing);
    writer_ = std::make_unique<WatchedWriter>(**real, batch_, clock_);
    return static_cast<ServerWriter*>(writer_.get());
  }

 private:
  ServerStore::Transaction& inner_;
  Batch& batch_;
  Ledger& ledger_;
  const Clock& clock_;
  std::unique_ptr<WatchedWriter> writer_;
};

}  // namespace

void bringsCopies(ServerWriter& writer, const OfferedCopies& offered) {
  auto* watched = dynamic_cast<WatchedWriter*>(&writer);
  if (watched == nullptr) return;
  BroughtCopies brought{offered.replica, offered.offer.copyRole, {}};
  for (const OfferedCopy& each : offered.offer.copies) {
    ByteReader in(each.state);
    const RecordState copy = decodeState(in);
    if (in.finished() && copy.number) brought.copies.emplace_back(copy.id, *copy.number);
  }
  watched->brings(std::move(brought));
}

void bringsChanges(ServerWriter& writer, const ChangeRun& run) {
  auto* watched = dynamic_cast<WatchedWriter*>(&writer);
  for (const Arrived& each : run.changes) {
    const bool proven = each.prior != nullptr && !each.prior->mac.empty();
    if (watched != nullptr && proven) watched->provesBy(each.change.dot);
  }
}

Result<EpochOfOffice> begunEpoch(ServerReader& reader) {
  const auto programme = reader.programme();
  if (!programme) return programme.error();
  EpochOfOffice begun{programme->epoch, {}};
  const Status read = reader.eachState([&](const RecordState& state) -> Status {
    begun.states.push_back(state);
    return {};
  });
  if (!read) return read.error();
  return begun;
}

Status WatchedStore::inTransaction(const std::function<Status(Transaction&)>& work) {
  Batch batch;
  bool workDone = false;
  Status committed = inner_.inTransaction([&](Transaction& transaction) -> Status {
    WatchedTransaction watched(transaction, batch, ledger_, clock_);
    Status done = work(watched);
    workDone = done.ok();
    return done;
  });
  if (committed) {
    ledger_.publish(batch);
  } else if (workDone) {
    ledger_.doubt(std::move(batch));
  }
  return committed;
}

Status WatchedStore::reading(std::string_view programme,
                             const std::function<Status(ServerReader&)>& work) {
  return inner_.reading(programme, [&](ServerReader& reader) -> Status {
    ledger_.settle(reader, Ledger::Look::kPassing);
    return work(reader);
  });
}

}  // namespace rapport::simulation
