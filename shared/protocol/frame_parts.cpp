#include "shared/protocol/frame_parts.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/base/utf8.h"

namespace rapport {
namespace {

// Bits of a verdict's head byte.
constexpr std::uint8_t kAgainBit = 1;
constexpr std::uint8_t kBeforeBit = 2;
constexpr std::uint8_t kAfterBit = 4;
constexpr std::uint8_t kEnteredAsBit = 8;
constexpr std::uint8_t kAllBits = kAgainBit | kBeforeBit | kAfterBit | kEnteredAsBit;

void writeVerdict(ByteWriter& out, const FrameVerdict& verdict) {
  out.varint(verdict.counter);
  std::uint8_t head = verdict.telling == Telling::kAgain ? kAgainBit : 0;
  if (verdict.before) head |= kBeforeBit;
  if (verdict.after) head |= kAfterBit;
  if (verdict.enteredAs) head |= kEnteredAsBit;
  out.byte(head);
  out.byte(static_cast<std::uint8_t>(verdict.stage));
  writeTime(out, verdict.effective);
  if (verdict.before) writeNumber(out, *verdict.before);
  if (verdict.after) writeNumber(out, *verdict.after);
  if (verdict.enteredAs) out.uuid(verdict.enteredAs->uuid);
  out.blob(sentenceToSend(verdict.reason));
  out.blob(verdict.mac);
}

FrameVerdict readVerdict(ByteReader& in) {
  FrameVerdict verdict;
  verdict.counter = in.varint();
  const std::uint64_t head = in.upTo(kAllBits);
  verdict.telling = (head & kAgainBit) != 0 ? Telling::kAgain : Telling::kFirst;
  verdict.stage = readStage(in);
  verdict.effective = readTime(in);
  if ((head & kBeforeBit) != 0) verdict.before = readNumber(in);
  if ((head & kAfterBit) != 0) verdict.after = readNumber(in);
  if ((head & kEnteredAsBit) != 0) verdict.enteredAs = ReplicaId{in.uuid()};
  verdict.reason = readSentence(in);
  verdict.mac = in.blob(kMacBytes);
  return verdict;
}

bool isContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

}  // namespace

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

void writeOptionalNumber(ByteWriter& out, const std::optional<Number>& number) {
  out.byte(number ? 1 : 0);
  if (number) writeNumber(out, *number);
}

std::optional<Number> readOptionalNumber(ByteReader& in) {
  if (in.upTo(1) == 0) return std::nullopt;
  return readNumber(in);
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

void writeTime(ByteWriter& out, const HybridTime& time) {
  out.zigzag(time.millis);
  out.varint(time.logical);
}

HybridTime readTime(ByteReader& in) {
  HybridTime time;
  time.millis = in.zigzag();
  time.logical = static_cast<std::uint32_t>(in.upTo(UINT32_MAX));
  return time;
}

void writeDot(ByteWriter& out, const Dot& dot) {
  out.uuid(dot.replica.uuid);
  out.varint(dot.counter);
}

Dot readDot(ByteReader& in) {
  Dot dot;
  dot.replica.uuid = in.uuid();
  dot.counter = in.varint();
  return dot;
}

void writeDigest(ByteWriter& out, const Digest& digest) {
  out.raw({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

Digest readDigest(ByteReader& in) {
  Digest digest{};
  const ByteView bytes = in.raw(digest.size());
  std::copy(bytes.begin(), bytes.end(), digest.begin());
  return digest;
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

VerdictStage readStage(ByteReader& in) {
  const auto stage = static_cast<VerdictStage>(in.byte());
  const bool known = stage == VerdictStage::kApplied || stage == VerdictStage::kRefused ||
                     stage == VerdictStage::kQuarantined || stage == VerdictStage::kErased;
  if (!known) in.fail();
  return stage;
}

void writeVerdicts(ByteWriter& out, const Verdicts& verdicts) {
  out.varint(verdicts.verdicts.size());
  for (const FrameVerdict& verdict : verdicts.verdicts) writeVerdict(out, verdict);
}

Verdicts readVerdicts(ByteReader& in) {
  Verdicts verdicts;
  const std::size_t howMany = in.count(limits::kChangesPerFrame);
  for (std::size_t i = 0; i < howMany && in.ok(); ++i) {
    verdicts.verdicts.push_back(readVerdict(in));
  }
  return verdicts;
}

void writeReceipts(ByteWriter& out, const std::vector<StateReceipt>& receipts) {
  out.varint(receipts.size());
  for (const StateReceipt& receipt : receipts) {
    writeDot(out, receipt.dot);
    writeNumber(out, receipt.number);
    writeTime(out, receipt.effective);
  }
}

std::vector<StateReceipt> readReceipts(ByteReader& in) {
  std::vector<StateReceipt> receipts;
  const std::size_t howMany = in.count(limits::kReceiptsPerRecord);
  for (std::size_t i = 0; i < howMany && in.ok(); ++i) {
    StateReceipt receipt;
    receipt.dot = readDot(in);
    receipt.number = readNumber(in);
    receipt.effective = readTime(in);
    receipts.push_back(receipt);
  }
  return receipts;
}

std::string sentenceToSend(std::string_view sentence) {
  std::size_t sizeBytes = std::min(sentence.size(), limits::kReasonBytes);
  const bool cut = sizeBytes < sentence.size();
  while (cut && sizeBytes > 0 && isContinuation(sentence[sizeBytes])) --sizeBytes;
  const std::string_view told = sentence.substr(0, sizeBytes);
  return isText(told) ? std::string(told) : std::string{};
}

std::string readSentence(ByteReader& in) {
  const ByteView sentence = in.blob(limits::kReasonBytes);
  if (!isText(sentence)) in.fail();
  return in.ok() ? std::string(sentence) : std::string{};
}

Error malformedFrame() {
  return Error{ErrorCode::kInvalid, "A message is not in the form of the protocol."};
}

}  // namespace rapport
