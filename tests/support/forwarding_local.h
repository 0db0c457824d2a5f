#pragma once

#include "shared/sync/local_store.h"

namespace rapport::testing {

// A tablet's store that passes every call on. What spoils one rule overrides that call.
class ForwardingLocalStore : public LocalStore {
 public:
  explicit ForwardingLocalStore(LocalStore& inner) : inner_(inner) {}

  Status inTransaction(const std::function<Status()>& work) override {
    return inner_.inTransaction(work);
  }
  Result<Enrolment> enrolment() override { return inner_.enrolment(); }
  Status keepEnrolment(const Enrolment& enrolment) override {
    return inner_.keepEnrolment(enrolment);
  }
  Result<Standing> standing() override { return inner_.standing(); }
  Status keepStanding(const Standing& standing) override { return inner_.keepStanding(standing); }
  Result<std::optional<RecordState>> copy(RecordId id) override { return inner_.copy(id); }
  Status keepCopy(const RecordState& state, Attention attention) override {
    return inner_.keepCopy(state, attention);
  }
  Result<bool> keepFirstCopy(const RecordState& state, Attention attention) override {
    return inner_.keepFirstCopy(state, attention);
  }
  Status forgetCopy(RecordId id) override { return inner_.forgetCopy(id); }
  Status eachCopy(const std::function<Status(const RecordState&)>& visit) override {
    return inner_.eachCopy(visit);
  }
  Status copiesAfter(std::optional<RecordId> after,
                     const std::function<bool(const RecordState&)>& visit) override {
    return inner_.copiesAfter(after, visit);
  }
  Result<std::size_t> copyCount() override { return inner_.copyCount(); }
  Status outdateCopies(Role filteredFor, std::uint64_t settledThrough,
                       const std::function<bool(TypeNumber)>& mayStay) override {
    return inner_.outdateCopies(filteredFor, settledThrough, mayStay);
  }
  Result<std::optional<Role>> outdatedFor(RecordId id) override { return inner_.outdatedFor(id); }
  Result<bool> hasOutdated() override { return inner_.hasOutdated(); }
  Result<std::vector<RecordId>> forgetOutdated(EpochId epoch) override {
    return inner_.forgetOutdated(epoch);
  }
  Result<std::vector<RecordId>> recordsOf(TypeNumber type, std::optional<RecordId> after,
                                          std::size_t limit) override {
    return inner_.recordsOf(type, after, limit);
  }
  Result<std::optional<TypeNumber>> typeOf(RecordId id) override { return inner_.typeOf(id); }
  Result<std::vector<RecordId>> recordsNeedingPerson(std::size_t limit) override {
    return inner_.recordsNeedingPerson(limit);
  }
  Result<std::optional<Bytes>> beforeOf(std::uint64_t counter) override {
    return inner_.beforeOf(counter);
  }
  Status appendChange(const OwnChange& change) override { return inner_.appendChange(change); }
  Status renameChange(const OwnChange& change) override { return inner_.renameChange(change); }
  Status sealChange(const OwnChange& change) override { return inner_.sealChange(change); }
  Result<std::vector<OwnChange>> overlayOf(RecordId id) override { return inner_.overlayOf(id); }
  Status returnToOverlay(RecordId id) override { return inner_.returnToOverlay(id); }
  Result<bool> hasOverlay() override { return inner_.hasOverlay(); }
  Result<std::vector<OwnChange>> changesOf(RecordId id) override { return inner_.changesOf(id); }
  Result<std::vector<OwnChange>> changesAfter(std::uint64_t counter, std::size_t limit) override {
    return inner_.changesAfter(counter, limit);
  }
  Status outgoingAfter(std::uint64_t counter,
                       const std::function<bool(const OutgoingChange&)>& visit) override {
    return inner_.outgoingAfter(counter, visit);
  }
  Result<std::optional<OwnChange>> change(std::uint64_t counter) override {
    return inner_.change(counter);
  }
  Result<std::uint64_t> lastJudgedAfter(std::uint64_t counter) override {
    return inner_.lastJudgedAfter(counter);
  }
  Status keepReceipt(std::uint64_t counter, const Receipt& receipt, Overlay overlay) override {
    return inner_.keepReceipt(counter, receipt, overlay);
  }
  Result<std::vector<std::pair<RecordId, Number>>> uncovered() override {
    return inner_.uncovered();
  }
  Status leaveOverlay(RecordId id, std::uint64_t throughCounter) override {
    return inner_.leaveOverlay(id, throughCounter);
  }
  Result<std::vector<OwnChange>> refused() override { return inner_.refused(); }
  Status dismiss(std::uint64_t counter) override { return inner_.dismiss(counter); }
  Result<std::size_t> waitingCount() override { return inner_.waitingCount(); }
  Status eraseChange(std::uint64_t counter, const Receipt& receipt) override {
    return inner_.eraseChange(counter, receipt);
  }
  Status eraseRecord(RecordId id, std::uint64_t throughCounter) override {
    return inner_.eraseRecord(id, throughCounter);
  }
  Result<std::vector<ErasedRecord>> erased() override { return inner_.erased(); }
  Status putAwayErased(RecordId id) override { return inner_.putAwayErased(id); }
  void forgetPast() override { inner_.forgetPast(); }

 protected:
  LocalStore& inner_;
};

}  // namespace rapport::testing
