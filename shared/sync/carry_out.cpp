#include "shared/sync/carry_out.h"

#include <map>

#include "shared/base/limits.h"
#include "shared/crypto/sealed_box.h"
#include "shared/crypto/signing.h"
#include "shared/protocol/frame_codec.h"
#include "shared/sync/offered_changes.h"

namespace rapport {
namespace {

using Blobs = std::map<RecordId, LocalBlob>;

class CarryingOut {
 public:
  CarryingOut(const CarryingTablet& tablet, CarriedWriter writer)
      : tablet_(tablet), writer_(std::move(writer)) {}

  Result<CarriedOut> run(std::uint64_t after, std::uint64_t through, EpochId epoch) {
    if (const Status changes = carryChanges(after, through); !changes) return changes.error();
    if (const Status more = gatherWaiting(epoch); !more) return more.error();
    for (const auto& [record, blob] : blobs_) {
      if (const Status carried = carryBlob(blob); !carried) return carried.error();
    }
    if (const Status finished = writer_.finish(); !finished) return finished.error();
    return counts_;
  }

 private:
  Status carryChanges(std::uint64_t sentThrough, std::uint64_t through) {
    while (sentThrough < through) {
      const std::uint64_t before = sentThrough;
      FilledFrame filled{limits::kFrameTargetBytes};
      const auto offer = nextOffered(tablet_.store, sentThrough, through, filled);
      if (!offer) return offer.error();
      if (offer->changes.empty()) return {};
      if (const Status added = writer_.add(encodeFrame(*offer)); !added) return added;
      counts_.changes += offer->changes.size();
      if (const Status theirs = gatherOf(before, sentThrough); !theirs) return theirs;
    }
    return {};
  }

  // The files whose records are among these changes.
  Status gatherOf(std::uint64_t after, std::uint64_t through) {
    while (after < through) {
      const auto owns = tablet_.store.changesAfter(after, limits::kChangesPerFrame);
      if (!owns) return owns.error();
      if (owns->empty()) return {};
      for (const OwnChange& own : *owns) {
        const auto blob = tablet_.attachments.find(own.change.record);
        if (!blob) return blob.error();
        if (*blob && (*blob)->whole) blobs_[own.change.record] = **blob;
      }
      after = owns->back().change.dot.counter;
    }
    return {};
  }

  // Those whose records the office has, and whose bytes it has not.
  Status gatherWaiting(EpochId epoch) {
    std::optional<RecordId> after;
    while (true) {
      const auto blob = tablet_.attachments.nextToSend(epoch, after);
      if (!blob) return blob.error();
      if (!*blob) return {};
      after = (*blob)->attachment;
      blobs_[*after] = **blob;
    }
  }

  Status carryBlob(const LocalBlob& blob) {
    const AttachmentOffer offer{blob.attachment, blob.sha256, blob.sizeBytes};
    if (const Status added = writer_.add(encodeFrame(offer)); !added) return added;
    for (std::uint64_t at = 0; at < blob.sizeBytes;) {
      const auto bytes = tablet_.attachments.read(blob, at, limits::kChunkBytes);
      if (!bytes) return bytes.error();
      const AttachmentChunk chunk{blob.sha256, at, *bytes};
      if (const Status added = writer_.add(encodeFrame(chunk)); !added) return added;
      at += bytes->size();
    }
    ++counts_.files;
    return {};
  }

  const CarryingTablet& tablet_;
  CarriedWriter writer_;
  Blobs blobs_;
  CarriedOut counts_;
};

}  // namespace

Result<CarriedOut> carryOut(const CarryingTablet& tablet, Carry what, CarriedSink sink) {
  const auto who = tablet.store.enrolment();
  if (!who) return who.error();
  const auto standing = tablet.store.standing();
  if (!standing) return standing.error();
  const auto office = SealingPublicKey::fromBytes(who->sealTo);
  if (!office) {
    return Error{ErrorCode::kUnavailable,
                 "The office has not given this tablet its key yet, so nothing can be written for "
                 "it alone to read. The key comes with the next connection."};
  }
  auto writer = CarriedWriter::begin({who->programme, standing->replica, tablet.clock.wallNow()},
                                     *office, tablet.device, tablet.random, std::move(sink));
  if (!writer) return writer.error();
  const std::uint64_t after = what == Carry::kUnsent ? standing->settledThrough : 0;
  const EpochId epoch = standing->cursor ? standing->cursor->number.epoch : EpochId{};
  return CarryingOut(tablet, std::move(writer).value()).run(after, standing->counter, epoch);
}

}  // namespace rapport
