#include <algorithm>

#include "shared/crypto/secret.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/chain.h"

// How a server that was put back from a copy, and was not told, finds out.

namespace rapport {

void Arbiter::remember(const ProgrammeRow& row) const {
  const Number reached{row.epoch, row.lastNumber};
  const auto [found, fresh] = found_.emplace(row.name, reached);
  if (!fresh && found->second.epoch != row.epoch) found->second = reached;
}

// The number stays where nothing was applied, and a tag with it: a cursor was given with both.
void Arbiter::tag(ProgrammeRow& row, std::uint64_t before) const {
  if (row.lastNumber == before) return;
  const auto drawn = static_cast<std::uint32_t>(random_.next64());
  row.tag = tagOfCommit(key_, {row.epoch, row.lastNumber}, drawn);
}

bool Arbiter::isProven(const Arrived& arrived) const {
  if (arrived.prior == nullptr) return false;
  const PriorVerdict& prior = *arrived.prior;
  return prior.mac ==
         macOfVerdict(key_, arrived.hash, static_cast<ReceiptStage>(prior.stage), prior.effective);
}

bool Arbiter::tellsOfMore(const ChangeRun& arrived, const ReplicaRow& replica,
                          const ProgrammeRow& row) const {
  return std::ranges::any_of(arrived.changes, [&](const Arrived& each) {
    const bool lacking = each.change.dot.counter > replica.appliedThrough;
    return lacking && each.prior != nullptr && each.prior->number &&
           each.prior->number->epoch == row.epoch && isProven(each);
  });
}

Status Arbiter::beginEpoch(ServerWriter& programme, const ProgrammeRow& row) const {
  const auto found = found_.find(row.name);
  const bool sameEpoch = found != found_.end() && found->second.epoch == row.epoch;
  const std::uint64_t kept = sameEpoch ? std::min(found->second.n, row.lastNumber) : row.lastNumber;
  return programme.beginEpoch(kept, clock_, random_);
}

bool Arbiter::provesCursor(const Cursor& cursor) const {
  return cursor.tag != 0 && isTagOfCommit(key_, cursor.number, cursor.tag);
}

Status Arbiter::noticeRestore(ServerWriter& programme, const Cursor& cursor) const {
  const auto row = programme.programme();
  if (!row) return row.error();
  remember(*row);
  // Another tablet may have told it meanwhile.
  if (cursor.number.epoch != row->epoch || !provesCursor(cursor)) return {};
  const auto known = programme.tagAt(cursor.number.n);
  if (!known) return known.error();
  if (*known == cursor.tag) return {};
  return beginEpoch(programme, *row);
}

}  // namespace rapport
