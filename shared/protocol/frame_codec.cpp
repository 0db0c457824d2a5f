#include "shared/protocol/frame_codec.h"

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"
#include "shared/base/limits.h"
#include "shared/merge/state_codec.h"
#include "shared/protocol/attachment_codec.h"
#include "shared/protocol/begun_codec.h"
#include "shared/protocol/control_frames.h"
#include "shared/protocol/drop_codec.h"
#include "shared/protocol/frame_parts.h"
#include "shared/protocol/packing.h"
#include "shared/protocol/reserved_codec.h"

namespace rapport {
namespace {

Push readPush(ByteReader& in) {
  Push push;
  push.changes.resize(in.count(limits::kChangesPerFrame));
  for (Bytes& change : push.changes) change = in.blob(limits::kChangeBytes);
  return push;
}

void writeRecordReceipts(ByteWriter& out, const std::vector<RecordReceipts>& records) {
  out.varint(records.size());
  for (const RecordReceipts& record : records) {
    out.uuid(record.record.uuid);
    writeReceipts(out, record.receipts);
  }
}

std::vector<RecordReceipts> readRecordReceipts(ByteReader& in) {
  std::vector<RecordReceipts> records;
  const std::size_t howMany = in.count(limits::kStatesPerFrame);
  for (std::size_t i = 0; i < howMany && in.ok(); ++i) {
    RecordReceipts record;
    record.record.uuid = in.uuid();
    record.receipts = readReceipts(in);
    if (record.receipts.empty()) in.fail();
    records.push_back(std::move(record));
  }
  return records;
}

States readStates(ByteReader& in) {
  States states;
  states.cursor = readCursor(in);
  states.remaining = in.varint();
  const std::size_t howMany = in.count(limits::kStatesPerFrame);
  for (std::size_t i = 0; i < howMany && in.ok(); ++i) states.states.push_back(decodeState(in));
  states.forget = readIds(in);
  states.receipts = readRecordReceipts(in);
  return states;
}

SignedHello readSignedHello(ByteReader& in) {
  SignedHello hello;
  hello.signedPart = in.blob(limits::kControlBytes);
  hello.signature = in.raw(kSignatureBytes);
  return hello;
}

Result<Frame> decodeSignedHello(ByteReader& in) {
  SignedHello hello = readSignedHello(in);
  Result<Frame> whole = wholeOrMalformed(in, hello);
  if (!whole) return whole;
  auto parsed = decodeHelloPart(hello.signedPart);
  if (!parsed) return parsed.error();
  hello.hello = *std::move(parsed);
  return Frame{std::move(hello)};
}

Result<Frame> decodeBody(FrameKind kind, ByteView body) {
  ByteReader in(body);
  switch (kind) {
    case FrameKind::kHello:
      return decodeSignedHello(in);
    case FrameKind::kPush:
      return wholeOrMalformed(in, readPush(in));
    case FrameKind::kVerdicts:
      return wholeOrMalformed(in, readVerdicts(in));
    case FrameKind::kStates:
      return wholeOrMalformed(in, readStates(in));
    case FrameKind::kTook:
      return wholeOrMalformed(in, Took{readCursor(in)});
    case FrameKind::kNeed:
      return wholeOrMalformed(in, Need{readIds(in)});
    case FrameKind::kHeartbeat:
      return wholeOrMalformed(in, Heartbeat{});
    case FrameKind::kEpoch:
      return wholeOrMalformed(in, readEpochNews(in));
    case FrameKind::kOfferStates:
      return wholeOrMalformed(in, readOfferStates(in));
    case FrameKind::kOfferChanges:
      return wholeOrMalformed(in, readOfferChanges(in));
    case FrameKind::kForget:
      return wholeOrMalformed(in, readForget(in));
    case FrameKind::kAttachmentOffer:
      return wholeOrMalformed(in, readAttachmentOffer(in));
    case FrameKind::kAttachmentWanted:
      return wholeOrMalformed(in, readAttachmentWanted(in));
    case FrameKind::kAttachmentChunk:
      return wholeOrMalformed(in, readAttachmentChunk(in));
    case FrameKind::kAttachmentAsk:
      return wholeOrMalformed(in, readAttachmentAsk(in));
    case FrameKind::kAttachmentDeclined:
      return wholeOrMalformed(in, readAttachmentDeclined(in));
    case FrameKind::kDrop:
      return wholeOrMalformed(in, readDrop(in));
    case FrameKind::kDropKept:
      return wholeOrMalformed(in, readDropKept(in));
    case FrameKind::kBegunDrafts:
      return wholeOrMalformed(in, readBegunDrafts(in));
    case FrameKind::kBegunKept:
      return wholeOrMalformed(in, readBegunKept(in));
    case FrameKind::kBegunAsk:
      return wholeOrMalformed(in, BegunAsk{});
    case FrameKind::kBegunElsewhere:
      return wholeOrMalformed(in, readBegunElsewhere(in));
    case FrameKind::kWelcome:
    case FrameKind::kAccepted:
    case FrameKind::kRefusal:
    case FrameKind::kPull:
    case FrameKind::kFork:
      return decodeControlFrame(kind, body);
    default:
      return decodeReservedFrame(kind, body);
  }
}

}  // namespace

Bytes encodeFrame(const SignedHello& hello) {
  ByteWriter out;
  out.blob(hello.signedPart);
  out.raw(hello.signature);
  return packFrame(FrameKind::kHello, out.bytes());
}

Bytes encodeFrame(const Push& push) {
  ByteWriter out;
  out.varint(push.changes.size());
  for (const Bytes& change : push.changes) out.blob(change);
  return packFrame(FrameKind::kPush, out.bytes());
}

Bytes encodeFrame(const Verdicts& verdicts) {
  ByteWriter out;
  writeVerdicts(out, verdicts);
  return packFrame(FrameKind::kVerdicts, out.bytes());
}

Bytes encodeFrame(const PackedStates& states) {
  ByteWriter out;
  writeCursor(out, states.cursor);
  out.varint(states.remaining);
  out.varint(states.count);
  out.raw(states.states);
  writeIds(out, states.forget);
  writeRecordReceipts(out, states.receipts);
  return packFrame(FrameKind::kStates, out.bytes());
}

Bytes encodeFrame(const States& states) {
  ByteWriter out;
  for (const RecordState& state : states.states) encodeState(out, state);
  return encodeFrame(PackedStates{states.cursor, states.remaining, states.states.size(), out.take(),
                                  states.forget, states.receipts});
}

Bytes encodeFrame(const Need& need) {
  ByteWriter out;
  writeIds(out, need.records);
  return packFrame(FrameKind::kNeed, out.bytes());
}

Bytes encodeFrame(const Took& took) {
  ByteWriter out;
  writeCursor(out, took.cursor);
  return packFrame(FrameKind::kTook, out.bytes());
}

Bytes encodeFrame(const Heartbeat&) { return packFrame(FrameKind::kHeartbeat, {}); }

Bytes signedBytesOf(ByteView nonce, ByteView signedPart) {
  Bytes out = "rapport hello 1\n";
  out.append(nonce);
  out.append(signedPart);
  return out;
}

std::optional<FrameKind> kindOf(ByteView frame) {
  if (frame.empty()) return std::nullopt;
  return static_cast<FrameKind>(frame.front());
}

Result<Frame> decodeFrame(ByteView bytes) {
  auto unpacked = unpackFrame(bytes);
  if (!unpacked) return unpacked.error();
  return decodeBody(unpacked->kind, unpacked->body);
}

}  // namespace rapport
