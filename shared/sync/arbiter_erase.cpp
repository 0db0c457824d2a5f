#include "shared/crypto/secret.h"
#include "shared/sync/arbiter_run.h"
#include "shared/sync/attachment_facts.h"
#include "shared/sync/erasure.h"

// Records that are erased, and what becomes of the changes that still come for them.

namespace rapport {
namespace {

constexpr char kDiscarded[] =
    "This record was erased for good, because the person it was about asked for it. What was "
    "written here was discarded, and nobody read it. There is nothing for you to do.";

}  // namespace

Result<bool> Arbiter::Run::isErased(RecordId record) {
  if (!anyErased) return false;
  const auto erased = store.erasure(record);
  if (!erased) return erased.error();
  return erased->has_value();
}

// It belongs to an erased record and nobody has seen it: it goes the same way before it is one.
Status Arbiter::Run::eraseUnseen(const Change& change) {
  const Number number{programme.epoch, ++programme.lastNumber};
  return store.erase({change.record, change.type, number, {}, arbiter.clock_.wallNow()});
}

Result<std::optional<Verdict>> Arbiter::Run::discard(const Arrived& arrived) {
  const Change& change = arrived.change;
  Verdict verdict;
  verdict.stage = ReceiptStage::kErased;
  verdict.reason = kDiscarded;
  verdict.effective = effectiveTimeOf(change);
  if (arrived.erased) return std::optional<Verdict>{verdict};
  const auto gone = isErased(change.record);
  if (!gone) return gone.error();
  if (*gone) return std::optional<Verdict>{verdict};
  const RecordType* type = anyErased ? types->type(change.type) : nullptr;
  if (type == nullptr) return std::optional<Verdict>{};
  for (const RecordId& owner : ownersOf(*type, change)) {
    const auto ownerGone = isErased(owner);
    if (!ownerGone) return ownerGone.error();
    if (!*ownerGone) continue;
    const auto there = store.record(change.record);
    if (!there) return there.error();
    if (!there->has_value()) {
      if (const Status erased = eraseUnseen(change); !erased) return erased.error();
    }
    return std::optional<Verdict>{verdict};
  }
  return std::optional<Verdict>{};
}

Result<Erased> Arbiter::erase(ServerWriter& programme, const Erasing& erasing) const {
  const auto types = types_.of(programme);
  if (!types) return types.error();
  auto row = programme.programme();
  if (!row) return row.error();
  remember(*row);
  const std::uint64_t before = row->lastNumber;
  const auto all = belongingTo(programme, **types, erasing.record);
  if (!all) return all.error();
  Erased erased;
  for (const RecordId& id : *all) {
    const auto known = programme.erasure(id);
    if (!known) return known.error();
    if (known->has_value()) continue;
    const auto record = programme.record(id);
    if (!record) return record.error();
    const TypeNumber number = record->has_value() ? (*record)->type : erasing.type;
    const RecordType* type = (*types)->type(number);
    if (type != nullptr && type->writers.empty()) {
      return Error{ErrorCode::kRefused,
                   "This record is kept by the office itself and cannot be erased."};
    }
    if (record->has_value()) {
      for (const auto& facts : attachmentFacts(**types, **record)) {
        erased.blobs.push_back(facts.sha256);
      }
    }
    erased.rows.push_back({id, number, {row->epoch, ++row->lastNumber}, erasing.by, erasing.at});
    if (const Status gone = programme.erase(erased.rows.back()); !gone) return gone.error();
  }
  tag(*row, before);
  if (const Status put = programme.putProgramme(*row); !put) return put.error();
  return erased;
}

}  // namespace rapport
