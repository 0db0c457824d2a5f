#include <algorithm>

#include "shared/merge/read.h"
#include "tests/simulation/forwarding_server.h"
#include "tests/simulation/mutants.h"

namespace rapport::simulation {
namespace {

class SpoiltProgramme final : public ForwardingServerWriter {
 public:
  SpoiltProgramme(ServerReader& inner, Mutant mutant)
      : ForwardingServerWriter(inner), mutant_(mutant) {}
  SpoiltProgramme(ServerWriter& inner, Mutant mutant)
      : ForwardingServerWriter(inner), mutant_(mutant) {}

  Result<std::optional<ReplicaRow>> replica(ReplicaId id) override {
    auto row = reads_.replica(id);
    const bool toReader = writes_ == nullptr;
    if (mutant_ == Mutant::kShowsEverything && toReader && row && *row) {
      (*row)->role = Role::kSafeguarding;
    }
    return row;
  }
  Status statesAfter(std::uint64_t n,
                     const std::function<bool(const StoredState&)>& visit) override {
    return reads_.statesAfter(mutant_ == Mutant::kSkipsAState && n > 0 ? n + 1 : n, visit);
  }
  // The first verdict stands, whatever the judge would say today.
  Result<std::optional<LogEntry>> logEntry(const Dot& dot) override {
    auto entry = reads_.logEntry(dot);
    if (mutant_ == Mutant::kChangesItsMind && writes_ != nullptr && entry && *entry) {
      (*entry)->verdict.stage = ReceiptStage::kApplied;
      (*entry)->verdict.reason.clear();
    }
    return entry;
  }
  Status putProgramme(const ProgrammeRow& row) override {
    if (mutant_ == Mutant::kForgetsNumbers && row.lastNumber % 7 == 0) return {};
    return writes_->putProgramme(row);
  }
  Status putRecord(const RecordRow& row) override {
    RecordRow kept = row;
    for (FieldState& field : kept.state.fields) spoilRows(field);
    std::erase_if(kept.state.fields, [](const FieldState& field) { return field.empty(); });
    return writes_->putRecord(kept);
  }
  Status appendLog(const LogEntry& entry) override {
    Status appended = writes_->appendLog(entry);
    if (mutant_ == Mutant::kJudgesTwice && !appended) return {};
    return appended;
  }
  Status inSavepoint(const std::function<Status()>& work) override {
    if (mutant_ != Mutant::kKeepsTornActs) return writes_->inSavepoint(work);
    Status done;
    const Status kept = writes_->inSavepoint([&]() -> Status {
      done = work();
      return {};
    });
    return kept ? done : kept;
  }

 private:
  void spoilRows(FieldState& field) const {
    // A removed row is kept, for whoever edits it unseen; and each cell stands for itself.
    if (mutant_ == Mutant::kDropsRemovedRows) {
      std::erase_if(field.rows, [](const RowState& row) { return isDeleted(row); });
    }
    if (mutant_ != Mutant::kMergesRowsWhole) return;
    for (RowState& row : field.rows) {
      Dot latest;
      for (const FieldState& cell : row.fields) {
        for (const Head& head : cell.heads) latest = std::max(latest, head.dot);
      }
      std::erase_if(row.fields, [&latest](const FieldState& cell) {
        return !cell.heads.empty() && cell.heads.back().dot < latest;
      });
    }
  }

  const Mutant mutant_;
};

class SpoiltTransaction final : public ServerStore::Transaction {
 public:
  SpoiltTransaction(ServerStore::Transaction& inner, Mutant mutant)
      : inner_(inner), mutant_(mutant) {}
  Result<ServerWriter*> programme(std::string_view name) override {
    const auto real = inner_.programme(name);
    if (!real) return real.error();
    if (programme_ == nullptr) programme_ = std::make_unique<SpoiltProgramme>(**real, mutant_);
    return static_cast<ServerWriter*>(programme_.get());
  }

 private:
  ServerStore::Transaction& inner_;
  const Mutant mutant_;
  std::unique_ptr<SpoiltProgramme> programme_;
};

class SpoiltServerStore final : public ServerStore {
 public:
  SpoiltServerStore(ServerStore& inner, Mutant mutant) : inner_(inner), mutant_(mutant) {}
  Status inTransaction(const std::function<Status(Transaction&)>& work) override {
    return inner_.inTransaction([&](Transaction& transaction) {
      SpoiltTransaction spoilt(transaction, mutant_);
      return work(spoilt);
    });
  }
  Status reading(std::string_view programme,
                 const std::function<Status(ServerReader&)>& work) override {
    return inner_.reading(programme, [&](ServerReader& reader) {
      SpoiltProgramme spoilt(reader, mutant_);
      return work(spoilt);
    });
  }
  Result<bool> forgetPast() override { return inner_.forgetPast(); }
  Status addProgramme(const ProgrammeRow& row) override { return inner_.addProgramme(row); }
  Result<std::vector<std::string>> programmes() override { return inner_.programmes(); }

 private:
  ServerStore& inner_;
  const Mutant mutant_;
};

}  // namespace

std::unique_ptr<ServerStore> spoil(ServerStore& store, Mutant mutant) {
  switch (mutant) {
    case Mutant::kJudgesTwice:
    case Mutant::kKeepsTornActs:
    case Mutant::kSkipsAState:
    case Mutant::kShowsEverything:
    case Mutant::kChangesItsMind:
    case Mutant::kForgetsNumbers:
    case Mutant::kDropsRemovedRows:
    case Mutant::kMergesRowsWhole:
      return std::make_unique<SpoiltServerStore>(store, mutant);
    default:
      return nullptr;
  }
}

}  // namespace rapport::simulation
