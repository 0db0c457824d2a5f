#include "shared/sync/client_drafts.h"

#include <algorithm>

#include "shared/base/limits.h"

namespace rapport {
namespace {

BegunKept::Name nameOf(const BegunDraft& draft) { return {draft.device, draft.key, draft.version}; }

bool isAmong(const std::vector<BegunKept::Name>& names, const BegunKept::Name& name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

Result<std::vector<BegunDraft>> ClientDrafts::ready() {
  auto waiting = store_.waiting(clock_.wallNow());
  if (!waiting) return waiting.error();
  std::erase_if(*waiting,
                [this](const BegunDraft& draft) { return isAmong(left_, nameOf(draft)); });
  return waiting;
}

std::optional<Bytes> ClientDrafts::next(Purpose purpose) {
  if (asked_ == Asked::kWaits || !sent_.empty()) return std::nullopt;
  if (asked_ == Asked::kNot && purpose == Purpose::kBoth) {
    asked_ = Asked::kWaits;
    return encodeFrame(BegunAsk{});
  }
  auto ready = this->ready();
  if (!ready || ready->empty()) return std::nullopt;
  BegunDrafts begun;
  std::size_t sizeBytes = 0;
  for (BegunDraft& draft : *ready) {
    const bool full = sizeBytes + draft.bytes.size() > limits::kFrameTargetBytes;
    if (full || begun.drafts.size() == limits::kDraftsPerDevice) break;
    sizeBytes += draft.bytes.size();
    sent_.push_back(nameOf(draft));
    begun.drafts.push_back(std::move(draft));
  }
  return encodeFrame(begun);
}

Status ClientDrafts::onKept(const BegunKept& kept) {
  const bool ours = !sent_.empty() && std::ranges::all_of(kept.names, [this](const auto& name) {
    return isAmong(sent_, name);
  });
  if (!ours) return Error{ErrorCode::kInvalid, "The office confirms what it was not sent."};
  for (const BegunKept::Name& name : sent_) {
    if (!isAmong(kept.names, name)) left_.push_back(name);
  }
  sent_.clear();
  return store_.noteKept(kept);
}

Status ClientDrafts::onElsewhere(const BegunElsewhere& elsewhere) {
  const bool tooMany = elsewhere_.size() + elsewhere.drafts.size() > limits::kDraftsElsewhere;
  if (asked_ != Asked::kWaits || tooMany) {
    return Error{ErrorCode::kInvalid, "The office answered what was not asked."};
  }
  elsewhere_.insert(elsewhere_.end(), elsewhere.drafts.begin(), elsewhere.drafts.end());
  if (!elsewhere.last) return {};
  asked_ = Asked::kTold;
  return store_.keepElsewhere(std::exchange(elsewhere_, {}));
}

bool ClientDrafts::idle(Purpose purpose) {
  if (asked_ == Asked::kWaits || !sent_.empty()) return false;
  if (asked_ == Asked::kNot && purpose == Purpose::kBoth) return false;
  const auto ready = this->ready();
  return !ready || ready->empty();
}

}  // namespace rapport
