#include <algorithm>

#include "shared/protocol/change_codec.h"
#include "shared/sync/client_session.h"
#include "shared/sync/formerly.h"

// The office's answers to this tablet's own changes: each is kept, and what was applied is folded
// into the copy of its record (client_folds.cpp), at once or once the line is quiet.

namespace rapport {
namespace {

// What is left of it: its record.
Result<Change> erasedChange(LocalStore& store, std::uint64_t counter) {
  auto own = store.change(counter);
  if (!own) return own.error();
  if (*own) return std::move((*own)->change);
  return Error{ErrorCode::kStorageFailed, "This tablet lacks one of its own changes."};
}

}  // namespace

// The changes that verdicts are on, without the receipts that they are about to replace. Of those
// that made a record the head alone is understood where they are folded later.
Result<std::vector<ClientSession::Answered>> ClientSession::ownAfter(std::uint64_t counter,
                                                                     const Verdicts& verdicts) {
  std::vector<Answered> changes;
  changes.reserve(verdicts.verdicts.size());
  Status understood;
  auto verdict = verdicts.verdicts.begin();
  const auto made = [&](std::uint64_t own) {
    while (verdict != verdicts.verdicts.end() && verdict->counter < own) ++verdict;
    return verdict != verdicts.verdicts.end() && verdict->counter == own && verdict->after &&
           !verdict->before;
  };
  const Status read = store_.outgoingAfter(counter, [&](const OutgoingChange& own) {
    const bool erased = own.encoded.empty();
    const bool headOnly = !erased && foldsLater_ && made(own.counter);
    auto change = erased     ? erasedChange(store_, own.counter)
                  : headOnly ? decodeKeptHead(own.encoded)
                             : decodeKeptChange(own.encoded);
    if (!change) {
      understood = change.error();
      return false;
    }
    changes.push_back({*std::move(change), erased, isSealedChange(own.encoded), headOnly});
    return changes.size() < verdicts.verdicts.size();
  });
  if (!read) return read.error();
  if (!understood) return understood.error();
  return changes;
}

Status ClientSession::settle(const Answered& answered, const FrameVerdict& verdict,
                             Standing& standing, ClientStep& step) {
  const Change& own = answered.change;
  Receipt receipt;
  receipt.stage = static_cast<ReceiptStage>(verdict.stage);
  receipt.verdict = {receipt.stage,  verdict.reason, verdict.effective,
                     verdict.before, verdict.after,  verdict.mac};
  receipt.learntAt = clock_.wallNow();
  standing.settledThrough = verdict.counter;
  if (own.former && verdict.enteredAs) {
    // What that name wrote up to there is this replica's own. The office says which: a repeated
    // answer alone may be on a change that was judged under the new name.
    rememberFormer(standing.formerly, {*verdict.enteredAs, verdict.counter});
  }
  // What was sent back leaves the overlay with its receipt, and takes no other change with it.
  Overlay overlay = Overlay::kStays;
  if (receipt.stage == ReceiptStage::kApplied) {
    const auto folded = foldOrWait(answered, verdict, standing, step);
    if (!folded) return folded.error();
    overlay = *folded;
  }
  if (verdict.after) toldOf_ = std::max(toldOf_, verdict.after->n);
  step.receipts.push_back({own.record, own.dot, receipt});
  if (receipt.stage == ReceiptStage::kErased) {
    step.erased.push_back(own.record);
    return store_.eraseChange(verdict.counter, receipt);
  }
  return store_.keepReceipt(verdict.counter, receipt, overlay);
}

// Every verdict in its turn; those told before are passed over.
Status ClientSession::settleAll(const Verdicts& verdicts, Standing& standing, ClientStep& step) {
  const std::uint64_t known = standing.settledThrough;
  foldsLater_ = foldsLater(verdicts);
  const auto owns = ownAfter(known, verdicts);
  if (!owns) return owns.error();
  for (const FrameVerdict& verdict : verdicts.verdicts) {
    if (verdict.counter <= standing.settledThrough) continue;
    if (verdict.counter != standing.settledThrough + 1) {
      return Error{ErrorCode::kInvalid, "The office left out an answer."};
    }
    const auto place = static_cast<std::size_t>(verdict.counter - known - 1);
    if (place >= owns->size()) {
      return Error{ErrorCode::kInvalid, "The office answered a change that was never made."};
    }
    const Answered& own = (*owns)[place];
    if (own.erased) {  // its receipt says so
      standing.settledThrough = verdict.counter;
      continue;
    }
    if (const Status each = settle(own, verdict, standing, step); !each) return each;
  }
  return {};
}

ClientStep ClientSession::onVerdicts(const Verdicts& verdicts) {
  if (pushesInFlight_ == 0)
    return fail(RefusalCode::kOutOfOrder, "The office answered what was not asked.");
  ClientStep step;
  Standing reached;
  const Status settled = store_.inTransaction([&]() -> Status {
    auto standing = store_.standing();
    if (!standing) return standing.error();
    if (const Status all = settleAll(verdicts, *standing, step); !all) return all;
    const bool last = pushesInFlight_ == 1 && standing->settledThrough == standing->counter;
    if (last && statesHere_ && uncovered_.empty()) noteSuccess(*standing);
    reached = *standing;
    return store_.keepStanding(*standing);
  });
  if (!settled) return fail(RefusalCode::kTrouble, settled.error().message);
  if (!step.erased.empty()) store_.forgetPast();
  pushAnswered();
  settledThrough_ = reached.settledThrough;
  push(step);
  ask(step);
  askForPassed(step);
  return step;
}

}  // namespace rapport
