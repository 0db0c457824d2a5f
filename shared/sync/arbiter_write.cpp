#include <algorithm>

#include "shared/crypto/secret.h"
#include "shared/merge/judge.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/chain.h"
#include "shared/sync/erasure.h"
#include "shared/sync/record_facts.h"
#include "shared/sync/review.h"

namespace rapport {
namespace {

Change changeOf(const ServerWrite& edit, ProgrammeRow& row, const Clock& clock,
                std::uint32_t formVersion) {
  Change change;
  change.dot = {row.serverReplica, ++row.serverCounter};
  change.record = edit.record;
  change.type = edit.type;
  change.formVersion = formVersion;
  change.person = edit.person;
  change.wall = clock.wallNow();
  change.time = {change.wall.time_since_epoch().count(), 0};
  change.utcOffset = clock.utcOffset();
  change.operations = edit.operations;
  std::sort(change.operations.begin(), change.operations.end(),
            [](const Operation& a, const Operation& b) { return a.field < b.field; });
  return change;
}

// A page shows one epoch's numbers, and cannot have seen what the record has not reached.
Status checkPage(const ServerWrite& edit, const ProgrammeRow& row,
                 const std::optional<RecordState>& now) {
  for (const Operation& operation : edit.operations) {
    if (!operation.seen) {
      if (!now) continue;
      return Error{ErrorCode::kConflict,
                   "This record exists already. Reload the page, then try again."};
    }
    const bool fits = now && operation.seen->epoch == row.epoch && now->number &&
                      operation.seen->n <= now->number->n;
    if (!fits) {
      return Error{ErrorCode::kConflict,
                   "This page is older than the office's records. Reload it, then try again."};
    }
  }
  return {};
}

// Nothing is added to what was erased, and no page brings it back that never saw it.
Status checkErased(ServerReader& programme, const RecordType& type, const ServerWrite& edit) {
  const auto gone = programme.erasure(edit.record);
  if (!gone) return gone.error();
  if (gone->has_value()) {
    return Error{ErrorCode::kRefused, "This record was erased for good."};
  }
  Change change;
  change.operations = edit.operations;
  for (const RecordId& owner : ownersOf(type, change)) {
    const auto erased = programme.erasure(owner);
    if (!erased) return erased.error();
    if (erased->has_value()) {
      return Error{ErrorCode::kRefused, "The record that this would belong to was erased."};
    }
  }
  return {};
}

}  // namespace

Result<RecordState> Arbiter::write(ServerWriter& programme, const ServerWrite& edit) const {
  const auto types = types_.of(programme);
  if (!types) return types.error();
  const RecordType* type = (*types)->type(edit.type);
  if (type == nullptr) return Error{ErrorCode::kNotFound, "There is no such kind of record."};
  auto row = programme.programme();
  if (!row) return row.error();
  remember(*row);
  auto now = programme.record(edit.record);
  if (!now) return now.error();
  if (*now && (*now)->type != edit.type) {
    return Error{ErrorCode::kInvalid, "This record is of another kind."};
  }
  if (const Status fits = checkPage(edit, *row, *now); !fits) return fits.error();
  if (const Status kept = checkErased(programme, *type, edit); !kept) return kept.error();
  const Change change = changeOf(edit, *row, clock_, type->formVersion);
  const Number number{row->epoch, row->lastNumber + 1};
  const Applied applied{Numbers(number), change.time, Author::kServer, nullptr, nullptr};
  if (edit.authority == Authority::kRole) {
    const Status permitted = judgePermission(*type, edit.role, change);
    if (!permitted) return permitted.error();
  }
  const Status judged = judge(*type, *now ? **now : RecordState{}, change, applied);
  if (!judged) return judged.error();

  Verdict verdict;
  if (*now) verdict.before = (*now)->number;
  verdict.after = number;
  verdict.effective = change.time;
  RecordState state = *now
                          ? **std::move(now)
                          : RecordState{{}, change.record, change.type, change.formVersion, {}, {}};
  apply(state, change, applied);
  const Bytes encoded = encodeChange(change);
  const Digest hash = hashOfChange(encoded);
  verdict.mac = macOfVerdict(key_, hash, verdict.stage, verdict.effective);
  row->lastNumber = number.n;
  tag(*row, number.n - 1);
  // Who writes at the office has read what stood there: it waits for nobody.
  const Status stored[] = {programme.putRecord({state, factsOf(*type, state, change, change.time)}),
                           noteReview(programme, **types, *type, state),
                           programme.appendLog({change.dot, change.record, change.type, hash, hash,
                                                verdict, clock_.wallNow(), encoded}),
                           programme.putProgramme(*row)};
  for (const Status& each : stored) {
    if (!each) return each.error();
  }
  return state;
}

}  // namespace rapport
