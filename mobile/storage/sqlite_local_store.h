#pragma once

#include <cstdint>

#include "shared/sync/local_store.h"

namespace rapport {

class Connection;
class Statement;

// One programme of a profile. Made by LocalProfile; see DESIGN.md for the tables.
//
// Visitors may read from the store, but not write to it. A failed disk is told once; the next call
// opens the file again and goes on from what is really there.
class SqliteLocalStore final : public LocalStore {
 public:
  SqliteLocalStore(Connection& connection, std::int64_t programme)
      : connection_(connection), programme_(programme) {}

  Status inTransaction(const std::function<Status()>& work) override;

  Result<Enrolment> enrolment() override;
  Status keepEnrolment(const Enrolment& enrolment) override;
  Result<Standing> standing() override;
  Status keepStanding(const Standing& standing) override;

  Result<std::optional<RecordState>> copy(RecordId id) override;
  Status keepCopy(const RecordState& state, Attention attention) override;
  Result<bool> keepFirstCopy(const RecordState& state, Attention attention) override;
  Status forgetCopy(RecordId id) override;
  Status eachCopy(const std::function<Status(const RecordState&)>& visit) override;
  Status copiesAfter(std::optional<RecordId> after,
                     const std::function<bool(const RecordState&)>& visit) override;
  Result<std::size_t> copyCount() override;
  Status outdateCopies(Role filteredFor, std::uint64_t settledThrough,
                       const std::function<bool(TypeNumber)>& mayStay) override;
  Result<std::optional<Role>> outdatedFor(RecordId id) override;
  Result<bool> hasOutdated() override;
  Result<std::vector<RecordId>> forgetOutdated(EpochId epoch) override;
  Result<std::vector<RecordId>> recordsOf(TypeNumber type, std::optional<RecordId> after,
                                          std::size_t limit) override;
  Result<std::optional<TypeNumber>> typeOf(RecordId id) override;
  Result<std::vector<RecordId>> recordsNeedingPerson(std::size_t limit) override;

  Status appendChange(const OwnChange& change) override;
  Status renameChange(const OwnChange& change) override;
  Status sealChange(const OwnChange& change) override;
  Result<std::vector<OwnChange>> overlayOf(RecordId id) override;
  Status returnToOverlay(RecordId id) override;
  Result<bool> hasOverlay() override;
  Result<std::vector<OwnChange>> changesOf(RecordId id) override;
  Result<std::vector<OwnChange>> changesAfter(std::uint64_t counter, std::size_t limit) override;
  Status outgoingAfter(std::uint64_t counter,
                       const std::function<bool(const OutgoingChange&)>& visit) override;
  Result<std::optional<OwnChange>> change(std::uint64_t counter) override;
  Result<std::optional<Bytes>> beforeOf(std::uint64_t counter) override;
  Result<std::uint64_t> lastJudgedAfter(std::uint64_t counter) override;
  Status keepReceipt(std::uint64_t counter, const Receipt& receipt, Overlay overlay) override;
  Result<std::vector<std::pair<RecordId, Number>>> uncovered() override;
  Status leaveOverlay(RecordId id, std::uint64_t throughCounter) override;
  Result<std::vector<OwnChange>> refused() override;
  Status dismiss(std::uint64_t counter) override;
  Result<std::size_t> waitingCount() override;
  Status eraseChange(std::uint64_t counter, const Receipt& receipt) override;
  Status eraseRecord(RecordId id, std::uint64_t throughCounter) override;
  Result<std::vector<ErasedRecord>> erased() override;
  Status putAwayErased(RecordId id) override;
  void forgetPast() override;

 private:
  Status noteErased(RecordId id, TypeNumber type, std::size_t discarded);
  Status putCopy(std::string_view sql, const RecordState& state, Attention attention);
  Result<std::vector<TypeNumber>> typesOfCopies();
  Result<std::size_t> count(std::string_view sql);
  Result<std::vector<RecordId>> recordIds(Statement& select);

  Connection& connection_;
  std::int64_t programme_;  // its key in this database
};

}  // namespace rapport
