#pragma once

#include <utility>

#include "shared/sync/local_store.h"

namespace rapport::bench {

// Of a tablet that is connected and does nothing: it knows who it is and how far it read, and keeps
// nothing else. Ten thousand databases would measure the disk of whoever measures.
class IdleStore final : public LocalStore {
 public:
  IdleStore(Enrolment enrolment, ReplicaId replica) : enrolment_(std::move(enrolment)) {
    standing_.replica = replica;
    standing_.copyRole = enrolment_.role;
  }

  Status inTransaction(const std::function<Status()>& work) override { return work(); }
  Result<Enrolment> enrolment() override { return enrolment_; }
  Status keepEnrolment(const Enrolment& enrolment) override {
    enrolment_ = enrolment;
    return {};
  }
  Result<Standing> standing() override { return standing_; }
  Status keepStanding(const Standing& standing) override {
    standing_ = standing;
    return {};
  }

  Result<std::optional<RecordState>> copy(RecordId) override {
    return std::optional<RecordState>();
  }
  Status keepCopy(const RecordState&, Attention) override { return {}; }
  Result<bool> keepFirstCopy(const RecordState&, Attention) override { return true; }
  Status forgetCopy(RecordId) override { return {}; }
  Status eachCopy(const std::function<Status(const RecordState&)>&) override { return {}; }
  Status copiesAfter(std::optional<RecordId>,
                     const std::function<bool(const RecordState&)>&) override {
    return {};
  }
  Result<std::size_t> copyCount() override { return std::size_t{0}; }
  Status outdateCopies(Role, std::uint64_t, const std::function<bool(TypeNumber)>&) override {
    return {};
  }
  Result<std::optional<Role>> outdatedFor(RecordId) override { return std::optional<Role>(); }
  Result<bool> hasOutdated() override { return false; }
  Result<std::vector<RecordId>> forgetOutdated(EpochId) override { return std::vector<RecordId>(); }
  Result<std::vector<RecordId>> recordsOf(TypeNumber, std::optional<RecordId>,
                                          std::size_t) override {
    return std::vector<RecordId>();
  }
  Result<std::optional<TypeNumber>> typeOf(RecordId) override {
    return std::optional<TypeNumber>();
  }
  Result<std::vector<RecordId>> recordsNeedingPerson(std::size_t) override {
    return std::vector<RecordId>();
  }

  Status appendChange(const OwnChange&) override { return writesNothing(); }
  Status renameChange(const OwnChange&) override { return writesNothing(); }
  Status sealChange(const OwnChange&) override { return writesNothing(); }
  Result<std::vector<OwnChange>> overlayOf(RecordId) override { return std::vector<OwnChange>(); }
  Status returnToOverlay(RecordId) override { return {}; }
  Result<bool> hasOverlay() override { return false; }
  Result<std::vector<OwnChange>> changesOf(RecordId) override { return std::vector<OwnChange>(); }
  Result<std::vector<OwnChange>> changesAfter(std::uint64_t, std::size_t) override {
    return std::vector<OwnChange>();
  }
  Status outgoingAfter(std::uint64_t, const std::function<bool(const OutgoingChange&)>&) override {
    return {};
  }
  Result<std::optional<OwnChange>> change(std::uint64_t) override {
    return std::optional<OwnChange>();
  }
  Result<std::optional<Bytes>> beforeOf(std::uint64_t) override { return std::optional<Bytes>(); }
  Result<std::uint64_t> lastJudgedAfter(std::uint64_t) override { return std::uint64_t{0}; }
  Status keepReceipt(std::uint64_t, const Receipt&, Overlay) override { return writesNothing(); }
  Result<std::vector<std::pair<RecordId, Number>>> uncovered() override {
    return std::vector<std::pair<RecordId, Number>>();
  }
  Status leaveOverlay(RecordId, std::uint64_t) override { return {}; }
  Status eraseChange(std::uint64_t, const Receipt&) override { return writesNothing(); }
  Status eraseRecord(RecordId, std::uint64_t) override { return {}; }
  Result<std::vector<ErasedRecord>> erased() override { return std::vector<ErasedRecord>(); }
  Status putAwayErased(RecordId) override { return {}; }
  void forgetPast() override {}
  Result<std::vector<OwnChange>> refused() override { return std::vector<OwnChange>(); }
  Status dismiss(std::uint64_t) override { return writesNothing(); }
  Result<std::size_t> waitingCount() override { return std::size_t{0}; }

 private:
  static Error writesNothing() {
    return {ErrorCode::kInternal, "A tablet that is measured idle wrote something."};
  }

  Enrolment enrolment_;
  Standing standing_;
};

}  // namespace rapport::bench
