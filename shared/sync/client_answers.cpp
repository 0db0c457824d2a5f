#include "shared/sync/client_answers.h"

#include <algorithm>
#include <iterator>

#include "shared/base/limits.h"
#include "shared/protocol/answer_codec.h"
#include "shared/sync/answers.h"

namespace rapport {
namespace {

// Answers of one week apart from those of another, whatever field their types keep it in.
bool isOfWeek(const DroppedAnswer& answer, const std::string& week) {
  return std::ranges::any_of(answer.values,
                             [&](const auto& each) { return each.second == Value{week}; });
}

// One alone would arrive with the tablet that was just there; so a few go together, or all that
// there are once their week is over.
bool mayGo(const std::vector<DroppedAnswer>& waiting, const std::string& week) {
  return waiting.size() >= limits::kAnswersTogether ||
         std::ranges::any_of(waiting, [&](const auto& each) { return !isOfWeek(each, week); });
}

}  // namespace

// From the store once, then from memory until all of it went.
void ClientAnswers::look() {
  if (done_ || !sent_.empty() || !ready_.empty()) return;
  done_ = true;
  const auto count = store_.count();
  if (!count || *count == 0) return;
  auto waiting = store_.waiting();
  if (!waiting || !mayGo(*waiting, weekNow(clock_))) return;
  std::erase_if(*waiting, [this](const DroppedAnswer& answer) {
    return std::ranges::binary_search(left_, answer.id);
  });
  ready_ = *std::move(waiting);
}

std::optional<Bytes> ClientAnswers::next() {
  look();
  if (!sent_.empty() || ready_.empty()) return std::nullopt;
  Drop drop;
  std::size_t sizeBytes = 0;
  auto at = ready_.begin();
  for (; at != ready_.end() && drop.answers.size() < limits::kDropsPerFrame; ++at) {
    ByteWriter out;
    encodeAnswered(out, *at);
    if (sizeBytes + out.size() > limits::kFrameTargetBytes) break;
    sizeBytes += out.size();
    sent_.push_back(at->id);
    drop.answers.push_back(std::move(*at));
  }
  ready_.erase(ready_.begin(), at);
  return encodeFrame(drop);
}

Status ClientAnswers::onKept(const DropKept& kept) {
  if (sent_.empty() || !std::ranges::includes(sent_, kept.ids)) {
    return Error{ErrorCode::kInvalid, "The office confirms what it was not sent."};
  }
  std::ranges::set_difference(sent_, kept.ids, std::back_inserter(left_));
  std::ranges::sort(left_);
  sent_.clear();
  return store_.erase(kept.ids);
}

bool ClientAnswers::idle() {
  look();
  return sent_.empty() && ready_.empty();
}

}  // namespace rapport
