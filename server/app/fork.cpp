#include "server/app/fork.h"

#include <algorithm>

#include "server/app/directory.h"
#include "shared/base/limits.h"

namespace rapport {
namespace {

// The chain over the old replica's changes up to where the new one left it.
Result<Digest> chainAt(ServerReader& programme, const ReplicaRow& row, std::uint64_t counter) {
  if (counter == row.appliedThrough) return row.chain;
  if (counter == 0) return Digest{};
  auto entry = programme.logEntry({row.replica, counter});
  if (!entry) return entry.error();
  // A fork of a fork may lie before the middle replica's first own change.
  return entry->has_value() ? (*entry)->chain : Digest{};
}

}  // namespace

Result<ReplicaRow> forkReplica(ServerWriter& programme, const Clock& clock, ReplicaId old,
                               const Fork& fork) {
  auto row = programme.replica(old);
  if (!row) return row.error();
  if (!row->has_value()) return Error{ErrorCode::kNotFound, "This tablet is not enrolled here."};
  auto taken = programme.replica(fork.replica);
  if (!taken) return taken.error();
  if (taken->has_value()) {
    const bool same = (*taken)->publicKey == (*row)->publicKey &&
                      std::ranges::count((*taken)->formerly, std::pair{old, fork.forkedAfter}) > 0;
    if (same) return **std::move(taken);
    return Error{ErrorCode::kInvalid, "The tablet's new name is taken. It will draw another."};
  }
  const bool beyond = fork.forkedAfter > (*row)->appliedThrough;
  if (beyond || fork.replica.uuid.isNil() || (*row)->formerly.size() >= limits::kFormerNames) {
    return Error{ErrorCode::kInvalid, "This tablet cannot go on under a new name. Enrol it again."};
  }
  const auto chain = chainAt(programme, **row, fork.forkedAfter);
  if (!chain) return chain.error();
  ReplicaRow next = **row;
  next.replica = fork.replica;
  next.appliedThrough = fork.forkedAfter;
  next.chain = *chain;
  next.toldThrough = std::min(next.toldThrough, fork.forkedAfter);
  next.cursor.reset();
  for (auto& [replica, through] : next.formerly) through = std::min(through, fork.forkedAfter);
  next.formerly.emplace_back(old, fork.forkedAfter);
  std::ranges::sort(next.formerly);
  next.enrolledAt = clock.wallNow();
  if (const Status kept = programme.putReplica(next); !kept) return kept.error();
  return next;
}

Status registerFork(ServerWriter& programme, const Arbiter& arbiter, const Catalogue& catalogue,
                    const Clock& clock, ReplicaId old, const Fork& fork) {
  const auto next = forkReplica(programme, clock, old, fork);
  if (!next) return next.error();
  return listDevice(programme, arbiter, catalogue,
                    {next->replica, next->person, next->deviceName, next->publicKey});
}

}  // namespace rapport
