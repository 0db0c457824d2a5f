#include "shared/sync/drafts.h"

#include <algorithm>

#include "shared/base/limits.h"

namespace rapport {
namespace {

// That another device of theirs began: whose it is, the office knows.
Result<bool> giveUpElsewhere(ServerWriter& programme, PersonId person, const BegunDraft& draft) {
  const auto other = programme.replica(*draft.device);
  if (!other) return other.error();
  if (!other->has_value() || (*other)->person != person) return false;
  const Status gone = programme.forgetDraft(person, *draft.device, draft.key);
  return gone ? Result<bool>(true) : gone.error();
}

}  // namespace

Result<BegunKept> keepDrafts(ServerWriter& programme, ReplicaId device, const BegunDrafts& begun,
                             WallTime now) {
  const auto row = programme.replica(device);
  if (!row) return row.error();
  if (!row->has_value()) return Error{ErrorCode::kNotFound, "This tablet is not enrolled here."};
  const PersonId person = (*row)->person;
  const auto there = programme.draftsOf(person);
  if (!there) return there.error();
  std::vector<const DraftRow*> own;
  for (const DraftRow& each : *there) {
    if (each.device == device) own.push_back(&each);
  }
  std::size_t count = own.size();
  BegunKept kept;
  for (const BegunDraft& draft : begun.drafts) {
    const auto known = std::ranges::find(own, draft.key, &DraftRow::key);
    bool taken = true;
    Status done;
    if (draft.device) {
      const auto gone = giveUpElsewhere(programme, person, draft);
      if (!gone) return gone.error();
      taken = *gone;
    } else if (draft.bytes.empty()) {
      done = programme.forgetDraft(person, device, draft.key);
    } else if (known != own.end()) {
      if ((*known)->version < draft.version) {
        done = programme.putDraft({person, device, draft.key, draft.version, now, draft.bytes});
      }
    } else if (count < limits::kDraftsPerDevice) {
      ++count;
      done = programme.putDraft({person, device, draft.key, draft.version, now, draft.bytes});
    } else {
      taken = false;
    }
    if (!done) return done.error();
    if (taken) kept.names.push_back({draft.device, draft.key, draft.version});
  }
  return kept;
}

Result<std::vector<BegunElsewhere>> draftsElsewhere(ServerReader& programme, ReplicaId device) {
  const auto row = programme.replica(device);
  if (!row) return row.error();
  if (!row->has_value()) return Error{ErrorCode::kNotFound, "This tablet is not enrolled here."};
  auto drafts = programme.draftsOf((*row)->person);
  if (!drafts) return drafts.error();
  std::erase_if(*drafts, [device](const DraftRow& each) { return each.device == device; });
  std::ranges::sort(*drafts, std::ranges::greater{}, &DraftRow::keptAt);
  if (drafts->size() > limits::kDraftsElsewhere) drafts->resize(limits::kDraftsElsewhere);
  std::vector<BegunElsewhere> frames(1);
  std::size_t sizeBytes = 0;
  for (DraftRow& draft : *drafts) {
    const auto other = programme.replica(draft.device);
    if (!other) return other.error();
    if (sizeBytes + draft.bytes.size() > limits::kFrameTargetBytes) {
      frames.back().last = false;
      frames.emplace_back();
      sizeBytes = 0;
    }
    sizeBytes += draft.bytes.size();
    frames.back().drafts.push_back({draft.device, *other ? (*other)->deviceName : "?", draft.key,
                                    draft.keptAt, std::move(draft.bytes)});
  }
  return frames;
}

}  // namespace rapport
