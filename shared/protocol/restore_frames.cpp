#include <algorithm>

#include "shared/base/limits.h"
#include "shared/protocol/frame_parts.h"
#include "shared/protocol/packing.h"
#include "shared/protocol/reserved_codec.h"

// What the two ends tell each other after a restore, and what is gone for good.

namespace rapport {
namespace {

enum OfferedKind : std::uint8_t { kPlain = 0, kSealedToServer = 1, kGap = 2, kErasedChange = 3 };

void writePrior(ByteWriter& out, const PriorVerdict& verdict) {
  out.byte(static_cast<std::uint8_t>(verdict.stage));
  writeTime(out, verdict.effective);
  writeOptionalNumber(out, verdict.number);
  out.blob(sentenceToSend(verdict.reason));
  out.blob(verdict.mac);
}

PriorVerdict readPrior(ByteReader& in) {
  PriorVerdict verdict;
  verdict.stage = readStage(in);
  verdict.effective = readTime(in);
  verdict.number = readOptionalNumber(in);
  verdict.reason = readSentence(in);
  verdict.mac = in.blob(kMacBytes);
  return verdict;
}

struct WriteOffered {
  ByteWriter& out;
  void operator()(const OfferedChange& offered) const {
    out.byte(kPlain);
    out.blob(offered.change);
    writePrior(out, offered.verdict);
  }
  void operator()(const OfferedSealedChange& offered) const {
    out.byte(kSealedToServer);
    out.varint(offered.counter);
    writeDigest(out, offered.hash);
    out.blob(offered.sealed);
    writePrior(out, offered.verdict);
  }
  void operator()(const OfferedGap& gap) const {
    out.byte(kGap);
    out.varint(gap.first);
    out.varint(gap.last);
  }
  void operator()(const OfferedErasedChange& erased) const {
    out.byte(kErasedChange);
    out.varint(erased.counter);
    writeDigest(out, erased.hash);
    out.uuid(erased.record.uuid);
    out.varint(erased.type);
  }
};

OfferedChange readPlain(ByteReader& in) {
  OfferedChange offered;
  offered.change = in.blob(limits::kChangeBytes);
  offered.verdict = readPrior(in);
  return offered;
}

OfferedSealedChange readSealedToServer(ByteReader& in) {
  OfferedSealedChange offered;
  offered.counter = in.varint();
  offered.hash = readDigest(in);
  offered.sealed = in.blob(limits::kSealedBytes);
  offered.verdict = readPrior(in);
  return offered;
}

OfferedGap readGap(ByteReader& in) {
  OfferedGap gap;
  gap.first = in.varint();
  gap.last = in.varint();
  if (gap.first == 0 || gap.last < gap.first) in.fail();
  return gap;
}

OfferedErasedChange readErasedChange(ByteReader& in) {
  OfferedErasedChange erased;
  erased.counter = in.varint();
  erased.hash = readDigest(in);
  erased.record.uuid = in.uuid();
  erased.type = static_cast<TypeNumber>(in.upTo(UINT32_MAX));
  return erased;
}

void writeRestoredEpochs(ByteWriter& out, const RestoredEpochs& lineage) {
  out.varint(lineage.size());
  for (const RestoredEpoch& restored : lineage) {
    out.fixed64(restored.epoch.value);
    writeNumber(out, restored.kept);
  }
}

RestoredEpochs readRestoredEpochs(ByteReader& in) {
  RestoredEpochs lineage;
  for (std::size_t left = in.count(limits::kEpochsRemembered); left > 0 && in.ok(); --left) {
    RestoredEpoch restored;
    restored.epoch.value = in.fixed64();
    restored.kept = readNumber(in);
    const auto same = [&](const RestoredEpoch& one) { return one.epoch == restored.epoch; };
    const bool twice = std::any_of(lineage.begin(), lineage.end(), same);
    if (twice || restored.kept.epoch == restored.epoch) in.fail();
    lineage.push_back(restored);
  }
  return lineage;
}

}  // namespace

Bytes encodeRestoredEpochs(const RestoredEpochs& lineage) {
  ByteWriter out;
  writeRestoredEpochs(out, lineage);
  return out.take();
}

std::optional<RestoredEpochs> decodeRestoredEpochs(ByteView bytes) {
  ByteReader in(bytes);
  RestoredEpochs lineage = readRestoredEpochs(in);
  return in.finished() ? std::optional(std::move(lineage)) : std::nullopt;
}

Bytes encodeFrame(const EpochNews& news) {
  ByteWriter out;
  out.fixed64(news.epoch.value);
  out.uuid(news.serverReplica.uuid);
  out.varint(news.backedUpThrough);
  writeRestoredEpochs(out, news.lineage);
  return packFrame(FrameKind::kEpoch, out.bytes());
}

EpochNews readEpochNews(ByteReader& in) {
  EpochNews news;
  news.epoch.value = in.fixed64();
  news.serverReplica.uuid = in.uuid();
  news.backedUpThrough = in.varint();
  news.lineage = readRestoredEpochs(in);
  return news;
}

Bytes encodeFrame(const OfferStates& offer) {
  ByteWriter out;
  writeRestoredEpochs(out, offer.lineage);
  out.byte(static_cast<std::uint8_t>(offer.copyRole));
  out.varint(offer.copies.size());
  for (const OfferedCopy& copy : offer.copies) {
    out.blob(copy.state);
    writeReceipts(out, copy.receipts);
  }
  return packFrame(FrameKind::kOfferStates, out.bytes());
}

OfferStates readOfferStates(ByteReader& in) {
  OfferStates offer;
  offer.lineage = readRestoredEpochs(in);
  offer.copyRole = static_cast<Role>(in.upTo(static_cast<std::uint64_t>(Role::kAdmin)));
  for (std::size_t left = in.count(limits::kStatesPerFrame); left > 0 && in.ok(); --left) {
    OfferedCopy copy;
    copy.state = in.blob(limits::kStateBytes);
    copy.receipts = readReceipts(in);
    offer.copies.push_back(std::move(copy));
  }
  return offer;
}

Bytes encodeFrame(const OfferChanges& offer) {
  ByteWriter out;
  out.varint(offer.changes.size());
  for (const auto& offered : offer.changes) std::visit(WriteOffered{out}, offered);
  return packFrame(FrameKind::kOfferChanges, out.bytes());
}

OfferChanges readOfferChanges(ByteReader& in) {
  OfferChanges offer;
  for (std::size_t left = in.count(limits::kChangesPerFrame); left > 0 && in.ok(); --left) {
    switch (in.upTo(kErasedChange)) {
      case kPlain:
        offer.changes.emplace_back(readPlain(in));
        break;
      case kSealedToServer:
        offer.changes.emplace_back(readSealedToServer(in));
        break;
      case kGap:
        offer.changes.emplace_back(readGap(in));
        break;
      default:
        offer.changes.emplace_back(readErasedChange(in));
    }
  }
  return offer;
}

Bytes encodeFrame(const Forget& forget) {
  ByteWriter out;
  writeCursor(out, forget.cursor);
  out.varint(forget.records.size());
  for (const ForgottenRecord& record : forget.records) {
    out.uuid(record.record.uuid);
    out.byte(static_cast<std::uint8_t>(record.reason));
  }
  return packFrame(FrameKind::kForget, out.bytes());
}

Forget readForget(ByteReader& in) {
  Forget forget;
  forget.cursor = readCursor(in);
  for (std::size_t left = in.count(limits::kStatesPerFrame); left > 0 && in.ok(); --left) {
    ForgottenRecord record;
    record.record.uuid = in.uuid();
    record.reason =
        static_cast<ForgetReason>(in.upTo(static_cast<std::uint64_t>(ForgetReason::kCollected)));
    const bool ascends = forget.records.empty() || forget.records.back().record < record.record;
    if (!ascends) in.fail();
    forget.records.push_back(record);
  }
  return forget;
}

}  // namespace rapport
