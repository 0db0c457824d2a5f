#include "shared/protocol/change_codec.h"

#include <algorithm>

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"
#include "shared/base/limits.h"
#include "shared/protocol/operation_codec.h"

namespace rapport {
namespace {

constexpr std::uint8_t kFormat = 1;
constexpr std::uint8_t kSealedFormat = 2;

// Bits of the change's flag byte.
constexpr std::uint8_t kGoesOnBit = 1;
constexpr std::uint8_t kFormerBit = 2;
constexpr std::uint8_t kAlsoBit = 4;

void encodeOptionals(ByteWriter& out, const Change& change) {
  if (!change.also.empty()) encodeDots(out, change.also);
  if (change.former) {
    out.uuid(change.former->dot.replica.uuid);
    out.varint(change.former->dot.counter);
    out.raw(
        {reinterpret_cast<const char*>(change.former->hash.data()), change.former->hash.size()});
  }
}

FormerName decodeFormer(ByteReader& in) {
  FormerName former;
  former.dot.replica.uuid = in.uuid();
  former.dot.counter = in.varint();
  const ByteView hash = in.raw(former.hash.size());
  std::copy(hash.begin(), hash.end(), former.hash.begin());
  return former;
}

void decodeTimes(ByteReader& in, Change& change) {
  change.time.millis = in.zigzag();
  change.time.logical = static_cast<std::uint32_t>(in.upTo(UINT32_MAX));
  // Wrapping addition: a forged difference must not overflow, and comes back the same when written
  // again.
  const auto wall =
      static_cast<std::uint64_t>(change.time.millis) + static_cast<std::uint64_t>(in.zigzag());
  change.wall = WallTime{std::chrono::milliseconds{static_cast<std::int64_t>(wall)}};
  const std::int64_t offset = in.zigzag();
  if (offset < -24 * 60 || offset > 24 * 60) in.fail();
  change.utcOffset = std::chrono::minutes{offset};
}

void encodeHead(ByteWriter& out, std::uint8_t format, const Change& change) {
  out.byte(format);
  out.uuid(change.dot.replica.uuid);
  out.varint(change.dot.counter);
  out.uuid(change.record.uuid);
  out.varint(change.type);
  out.varint(change.formVersion);
  out.uuid(change.person.uuid);
  out.zigzag(change.time.millis);
  out.varint(change.time.logical);
  out.zigzag(
      static_cast<std::int64_t>(static_cast<std::uint64_t>(change.wall.time_since_epoch().count()) -
                                static_cast<std::uint64_t>(change.time.millis)));
  out.zigzag(change.utcOffset.count());
  std::uint8_t flags = change.act == Act::kGoesOn ? kGoesOnBit : 0;
  if (change.former) flags |= kFormerBit;
  if (!change.also.empty()) flags |= kAlsoBit;
  out.byte(flags);
  encodeOptionals(out, change);
}

// Everything before what only some changes have; its flags.
std::uint64_t decodeFixedHead(ByteReader& in, std::uint8_t format, Change& change) {
  if (in.byte() != format) in.fail();
  change.dot.replica.uuid = in.uuid();
  change.dot.counter = in.varint();
  change.record.uuid = in.uuid();
  change.type = static_cast<TypeNumber>(in.upTo(UINT32_MAX));
  change.formVersion = static_cast<std::uint32_t>(in.upTo(UINT32_MAX));
  change.person.uuid = in.uuid();
  decodeTimes(in, change);
  const std::uint64_t flags = in.upTo(kGoesOnBit | kFormerBit | kAlsoBit);
  change.act = (flags & kGoesOnBit) != 0 ? Act::kGoesOn : Act::kEnds;
  return flags;
}

// Everything before the operations, or the box.
void decodeHead(ByteReader& in, std::uint8_t format, Change& change) {
  const std::uint64_t flags = decodeFixedHead(in, format, change);
  if ((flags & kAlsoBit) != 0) change.also = decodeDots(in);
  if ((flags & kFormerBit) != 0) change.former = decodeFormer(in);
  if (change.dot.counter == 0) in.fail();
}

Error notOurs() {
  return {ErrorCode::kInvalid, "This change is not in a form that Rapport writes."};
}

}  // namespace

bool isSealedChange(ByteView kept) {
  return !kept.empty() && static_cast<std::uint8_t>(kept.front()) == kSealedFormat;
}

Act actOf(ByteView kept) {
  ByteReader in(kept);
  Change change;
  decodeFixedHead(in, isSealedChange(kept) ? kSealedFormat : kFormat, change);
  return in.ok() ? change.act : Act::kEnds;
}

Bytes encodeChange(const Change& change) {
  ByteWriter out;
  encodeHead(out, kFormat, change);
  encodeOperations(out, change.operations);
  return out.take();
}

Bytes encodeSealedChange(const SealedChange& sealed) {
  ByteWriter out;
  encodeHead(out, kSealedFormat, sealed.head);
  out.blob(sealed.box);
  return out.take();
}

Result<SealedChange> decodeSealedChange(ByteView kept) {
  ByteReader in(kept);
  SealedChange sealed;
  decodeHead(in, kSealedFormat, sealed.head);
  sealed.box = in.blob(limits::kSealedBytes);
  if (!in.finished()) return notOurs();
  return sealed;
}

Result<Change> decodeKeptChange(ByteView kept) {
  if (!isSealedChange(kept)) return decodeChange(kept);
  auto sealed = decodeSealedChange(kept);
  if (!sealed) return sealed.error();
  return std::move(sealed->head);
}

Result<Change> decodeKeptHead(ByteView kept) {
  ByteReader in(kept);
  Change head;
  decodeHead(in, isSealedChange(kept) ? kSealedFormat : kFormat, head);
  if (!in.ok()) return notOurs();
  return head;
}

Result<Change> decodeChange(ByteView bytes) {
  if (bytes.size() > limits::kChangeBytes) {
    return Error{ErrorCode::kTooLarge, "This change is larger than a change may be."};
  }
  ByteReader in(bytes);
  Change change;
  decodeHead(in, kFormat, change);
  change.operations = decodeOperations(in);
  if (change.operations.empty()) in.fail();
  if (!in.finished()) return notOurs();
  return change;
}

}  // namespace rapport
