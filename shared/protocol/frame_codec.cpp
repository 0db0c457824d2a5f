#include "shared/protocol/frame_codec.h"

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"
#include "shared/base/limits.h"
#include "shared/merge/state_codec.h"
#include "shared/protocol/control_frames.h"
#include "shared/protocol/packing.h"

namespace rapport {
namespace {

constexpr std::size_t kMacBytes = 64;
constexpr std::size_t kSignatureBytes = 64;

void writeNumber(ByteWriter& out, const Number& number) {
  out.fixed64(number.epoch.value);
  out.varint(number.n);
}

Number readNumber(ByteReader& in) {
  Number number;
  number.epoch.value = in.fixed64();
  number.n = in.varint();
  return number;
}

void writeCursor(ByteWriter& out, const Cursor& cursor) {
  writeNumber(out, cursor.number);
  out.fixed64(cursor.tag);
}

Cursor readCursor(ByteReader& in) {
  Cursor cursor;
  cursor.number = readNumber(in);
  cursor.tag = in.fixed64();
  return cursor;
}

void writeIds(ByteWriter& out, const std::vector<RecordId>& ids) {
  out.varint(ids.size());
  for (const RecordId& id : ids) out.uuid(id.uuid);
}

std::vector<RecordId> readIds(ByteReader& in) {
  std::vector<RecordId> ids(in.count(limits::kStatesPerFrame));
  for (RecordId& id : ids) id.uuid = in.uuid();
  return ids;
}

// Bits of a verdict's head byte.
constexpr std::uint8_t kAgainBit = 1;
constexpr std::uint8_t kBeforeBit = 2;
constexpr std::uint8_t kAfterBit = 4;

void writeVerdict(ByteWriter& out, const FrameVerdict& verdict) {
  out.varint(verdict.counter);
  std::uint8_t head = verdict.telling == Telling::kAgain ? kAgainBit : 0;
  if (verdict.before) head |= kBeforeBit;
  if (verdict.after) head |= kAfterBit;
  out.byte(head);
  out.byte(static_cast<std::uint8_t>(verdict.stage));
  out.zigzag(verdict.effective.millis);
  out.varint(verdict.effective.logical);
  if (verdict.before) writeNumber(out, *verdict.before);
  if (verdict.after) writeNumber(out, *verdict.after);
  out.blob(verdict.reason);
  out.blob(verdict.mac);
}

FrameVerdict readVerdict(ByteReader& in) {
  FrameVerdict verdict;
  verdict.counter = in.varint();
  const std::uint64_t head = in.upTo(kAgainBit | kBeforeBit | kAfterBit);
  verdict.telling = (head & kAgainBit) != 0 ? Telling::kAgain : Telling::kFirst;
  verdict.stage = static_cast<VerdictStage>(in.byte());
  const bool known = verdict.stage == VerdictStage::kApplied ||
                     verdict.stage == VerdictStage::kRefused ||
                     verdict.stage == VerdictStage::kQuarantined;
  if (!known) in.fail();
  verdict.effective.millis = in.zigzag();
  verdict.effective.logical = static_cast<std::uint32_t>(in.upTo(UINT32_MAX));
  if ((head & kBeforeBit) != 0) verdict.before = readNumber(in);
  if ((head & kAfterBit) != 0) verdict.after = readNumber(in);
  verdict.reason = in.blob(limits::kReasonBytes);
  verdict.mac = in.blob(kMacBytes);
  return verdict;
}

Push readPush(ByteReader& in) {
  Push push;
  push.changes.resize(in.count(limits::kChangesPerFrame));
  for (Bytes& change : push.changes) change = in.blob(limits::kChangeBytes);
  return push;
}

Verdicts readVerdicts(ByteReader& in) {
  Verdicts verdicts;
  verdicts.verdicts.resize(in.count(limits::kChangesPerFrame));
  for (FrameVerdict& verdict : verdicts.verdicts) {
    if (in.ok()) verdict = readVerdict(in);
  }
  return verdicts;
}

States readStates(ByteReader& in) {
  States states;
  states.cursor = readCursor(in);
  states.remaining = in.varint();
  const std::size_t howMany = in.count(limits::kStatesPerFrame);
  for (std::size_t i = 0; i < howMany && in.ok(); ++i) states.states.push_back(decodeState(in));
  states.forget = readIds(in);
  return states;
}

SignedHello readSignedHello(ByteReader& in) {
  SignedHello hello;
  hello.signedPart = in.blob(limits::kControlBytes);
  hello.signature = in.raw(kSignatureBytes);
  return hello;
}

template <typename T>
Result<Frame> wholeOrMalformed(const ByteReader& in, T frame) {
  if (in.finished()) return Frame{std::move(frame)};
  return Error{ErrorCode::kInvalid, "A message is not in the form of the protocol."};
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
    default:
      return decodeControlFrame(kind, body);
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
  out.varint(verdicts.verdicts.size());
  for (const FrameVerdict& verdict : verdicts.verdicts) writeVerdict(out, verdict);
  return packFrame(FrameKind::kVerdicts, out.bytes());
}

Bytes encodeFrame(const PackedStates& states) {
  ByteWriter out;
  writeCursor(out, states.cursor);
  out.varint(states.remaining);
  out.varint(states.count);
  out.raw(states.states);
  writeIds(out, states.forget);
  return packFrame(FrameKind::kStates, out.bytes());
}

Bytes encodeFrame(const States& states) {
  ByteWriter out;
  for (const RecordState& state : states.states) encodeState(out, state);
  return encodeFrame(PackedStates{states.cursor, states.remaining, states.states.size(), out.take(),
                                  states.forget});
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

Result<Frame> decodeFrame(ByteView bytes) {
  auto unpacked = unpackFrame(bytes);
  if (!unpacked) return unpacked.error();
  return decodeBody(unpacked->kind, unpacked->body);
}

}  // namespace rapport
