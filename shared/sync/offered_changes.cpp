#include "shared/sync/offered_changes.h"

#include "shared/base/limits.h"
#include "shared/protocol/change_codec.h"

namespace rapport {
namespace {

using OfferedOwn = decltype(OfferChanges::changes)::value_type;

PriorVerdict priorOf(const Receipt& receipt) {
  PriorVerdict prior;
  const bool sentBack = receipt.stage >= ReceiptStage::kRefused;
  if (sentBack) prior.stage = static_cast<VerdictStage>(receipt.stage);
  prior.effective = receipt.verdict.effective;
  if (!sentBack) prior.number = receipt.verdict.after;
  prior.reason = receipt.verdict.reason;
  prior.mac = receipt.verdict.mac;
  return prior;
}

// An own change as it is offered, with what was said of it, if anything ever was.
Result<OfferedOwn> offered(const OwnChange& own) {
  const std::uint64_t counter = own.change.dot.counter;
  if (own.encoded.empty()) {
    return OfferedOwn{OfferedErasedChange{counter, own.hash, own.change.record, own.change.type}};
  }
  if (!isSealedChange(own.encoded)) {
    return OfferedOwn{OfferedChange{own.encoded, priorOf(own.receipt)}};
  }
  auto sealed = decodeSealedChange(own.encoded);
  if (!sealed) return sealed.error();
  return OfferedOwn{
      OfferedSealedChange{counter, own.hash, std::move(sealed->box), priorOf(own.receipt)}};
}

}  // namespace

bool FilledFrame::isFull(std::size_t things) const {
  return sizeBytes >= targetBytes || things >= limits::kChangesPerFrame;
}

Result<OfferChanges> nextOffered(LocalStore& store, std::uint64_t& sentThrough,
                                 std::uint64_t through, FilledFrame& filled) {
  const auto owns = store.changesAfter(sentThrough, limits::kChangesPerFrame);
  if (!owns) return owns.error();
  OfferChanges offer;
  std::size_t whole = 0;
  for (const OwnChange& own : *owns) {
    const bool full = filled.isFull(offer.changes.size()) && whole > 0;
    if (full || own.change.dot.counter > through) break;
    auto each = offered(own);
    if (!each) return each.error();
    offer.changes.push_back(*std::move(each));
    filled.sizeBytes += own.encoded.size() + own.receipt.verdict.reason.size();
    if (own.change.act != Act::kEnds) continue;
    whole = offer.changes.size();
    sentThrough = own.change.dot.counter;
  }
  offer.changes.resize(whole);
  return offer;
}

}  // namespace rapport
