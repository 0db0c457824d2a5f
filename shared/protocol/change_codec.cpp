#include "shared/protocol/change_codec.h"

#include <algorithm>

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"
#include "shared/base/limits.h"
#include "shared/merge/value_codec.h"

namespace rapport {
namespace {

constexpr std::uint8_t kFormat = 1;

// Bits of the change's flag byte.
constexpr std::uint8_t kGoesOnBit = 1;
constexpr std::uint8_t kFormerBit = 2;
constexpr std::uint8_t kAlsoBit = 4;

// Bits of an operation's head byte; the deed's index lies in the lowest two.
constexpr std::uint8_t kDeedMask = 3;
constexpr std::uint8_t kSeenBit = 4;      // a number of its own follows
constexpr std::uint8_t kSameSeenBit = 8;  // the same as the operation before
constexpr std::uint8_t kNotShownBit = 16;
constexpr std::uint8_t kOperationBits = 31;

void encodeDots(ByteWriter& out, const std::vector<Dot>& dots) {
  out.varint(dots.size());
  for (const Dot& dot : dots) {
    out.uuid(dot.replica.uuid);
    out.varint(dot.counter);
  }
}

std::vector<Dot> decodeDots(ByteReader& in) {
  std::vector<Dot> dots(in.count(limits::kHeadsPerField));
  for (Dot& dot : dots) {
    dot.replica.uuid = in.uuid();
    dot.counter = in.varint();
  }
  if (dots.empty() ||
      std::adjacent_find(dots.begin(), dots.end(), std::greater_equal<>{}) != dots.end())
    in.fail();
  return dots;
}

void encodeValues(ByteWriter& out, const std::vector<Value>& values) {
  out.varint(values.size());
  for (const Value& value : values) encodeValue(out, value);
}

std::vector<Value> decodeValues(ByteReader& in) {
  std::vector<Value> values(in.count(limits::kElementsPerOperation));
  for (Value& value : values) {
    if (in.ok()) value = decodeValue(in);
  }
  return values;
}

struct DeedEncoder {
  ByteWriter& out;
  void operator()(const WriteValue& write) const { encodeValue(out, write.value); }
  void operator()(const EditElements& edit) const {
    encodeValues(out, edit.added);
    encodeValues(out, edit.removed);
  }
  void operator()(const AddAmount& add) const { out.zigzag(add.amount); }
  void operator()(const SetDeleted& deleted) const {
    out.byte(static_cast<std::uint8_t>(deleted.deletion));
    out.varint(deleted.unreadable.size());
    for (const FieldNumber field : deleted.unreadable) out.varint(field);
  }
};

SetDeleted decodeDeleted(ByteReader& in) {
  SetDeleted deleted;
  deleted.deletion = static_cast<Deletion>(in.upTo(1));
  deleted.unreadable.resize(in.count(limits::kFieldsPerType));
  for (FieldNumber& field : deleted.unreadable)
    field = static_cast<FieldNumber>(in.upTo(UINT32_MAX));
  const auto& fields = deleted.unreadable;
  if (std::adjacent_find(fields.begin(), fields.end(), std::greater_equal<>{}) != fields.end())
    in.fail();
  return deleted;
}

Deed decodeDeed(ByteReader& in, std::size_t index) {
  switch (index) {
    case 0:
      return WriteValue{decodeValue(in)};
    case 1: {
      EditElements edit;
      edit.added = decodeValues(in);
      edit.removed = decodeValues(in);
      return edit;
    }
    case 2:
      return AddAmount{in.zigzag()};
    default:
      return decodeDeleted(in);
  }
}

void encodeOperation(ByteWriter& out, const Operation& operation, const Operation* before) {
  const bool same = before != nullptr && before->seen == operation.seen;
  auto head = static_cast<std::uint8_t>(operation.deed.index());
  if (same) {
    head |= kSameSeenBit;
  } else if (operation.seen) {
    head |= kSeenBit;
  }
  if (!operation.notShown.empty()) head |= kNotShownBit;
  out.byte(head);
  out.varint(operation.field - (before != nullptr ? before->field : 0));
  if ((head & kSeenBit) != 0) {
    out.fixed64(operation.seen->epoch.value);
    out.varint(operation.seen->n);
  }
  if (!operation.notShown.empty()) encodeDots(out, operation.notShown);
  std::visit(DeedEncoder{out}, operation.deed);
}

Operation decodeOperation(ByteReader& in, const Operation* before) {
  Operation operation;
  const std::uint64_t head = in.upTo(kOperationBits);
  const std::uint64_t step = in.upTo(UINT32_MAX);
  // Fields ascend, one operation each; only the first may be field 0.
  const std::uint64_t field = step + (before != nullptr ? before->field : 0);
  if (field > UINT32_MAX || (before != nullptr && step == 0)) in.fail();
  operation.field = static_cast<FieldNumber>(field);
  const bool same = (head & kSameSeenBit) != 0;
  if (same && (before == nullptr || (head & kSeenBit) != 0)) in.fail();
  if (same && before != nullptr) operation.seen = before->seen;
  if ((head & kSeenBit) != 0) {
    operation.seen = Number{EpochId{in.fixed64()}, 0};
    operation.seen->n = in.varint();
  }
  // One spelling only: what is the same must be said as the same.
  if (!same && before != nullptr && operation.seen == before->seen) in.fail();
  if ((head & kNotShownBit) != 0) operation.notShown = decodeDots(in);
  operation.deed = decodeDeed(in, head & kDeedMask);
  return operation;
}

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

}  // namespace

Bytes encodeChange(const Change& change) {
  ByteWriter out;
  out.byte(kFormat);
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
  out.varint(change.operations.size());
  const Operation* before = nullptr;
  for (const Operation& operation : change.operations) {
    encodeOperation(out, operation, before);
    before = &operation;
  }
  return out.take();
}

Result<Change> decodeChange(ByteView bytes) {
  if (bytes.size() > limits::kChangeBytes) {
    return Error{ErrorCode::kTooLarge, "This change is larger than a change may be."};
  }
  ByteReader in(bytes);
  if (in.byte() != kFormat) in.fail();
  Change change;
  change.dot.replica.uuid = in.uuid();
  change.dot.counter = in.varint();
  change.record.uuid = in.uuid();
  change.type = static_cast<TypeNumber>(in.upTo(UINT32_MAX));
  change.formVersion = static_cast<std::uint32_t>(in.upTo(UINT32_MAX));
  change.person.uuid = in.uuid();
  decodeTimes(in, change);
  const std::uint64_t flags = in.upTo(kGoesOnBit | kFormerBit | kAlsoBit);
  change.act = (flags & kGoesOnBit) != 0 ? Act::kGoesOn : Act::kEnds;
  if ((flags & kAlsoBit) != 0) change.also = decodeDots(in);
  if ((flags & kFormerBit) != 0) change.former = decodeFormer(in);
  change.operations.resize(in.count(limits::kOperationsPerChange));
  const Operation* before = nullptr;
  for (Operation& operation : change.operations) {
    if (!in.ok()) break;
    operation = decodeOperation(in, before);
    before = &operation;
  }
  if (change.dot.counter == 0 || change.operations.empty()) in.fail();
  if (!in.finished())
    return Error{ErrorCode::kInvalid, "This change is not in a form that Rapport writes."};
  return change;
}

}  // namespace rapport
