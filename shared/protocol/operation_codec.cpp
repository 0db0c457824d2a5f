#include "shared/protocol/operation_codec.h"

#include <algorithm>
#include <functional>

#include "shared/base/limits.h"
#include "shared/merge/cell_places.h"
#include "shared/merge/value_codec.h"

namespace rapport {
namespace {

// Bits of an operation's head byte; the deed's index lies in the lowest two and in 32.
constexpr std::uint8_t kDeedMask = 3;
constexpr std::uint8_t kSeenBit = 4;      // a number of its own follows
constexpr std::uint8_t kSameSeenBit = 8;  // the same as the operation before
constexpr std::uint8_t kNotShownBit = 16;
constexpr std::uint8_t kRowsBit = 32;
constexpr std::uint8_t kOperationBits = 63;

// Bits of a deletion's first byte.
constexpr std::uint8_t kKeepBit = 1;
constexpr std::uint8_t kCellsBit = 2;

constexpr std::size_t kRowsDeed = 4;

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

// What the operation before in the same list has said, so that this one need not.
struct Before {
  FieldNumber field = 0;
  bool first = true;                            // there is none: field 0 may come
  const std::optional<Number>* seen = nullptr;  // null: nothing to be the same as
};

void encodeOperation(ByteWriter& out, const Operation& operation, const Before& before);

struct DeedEncoder {
  ByteWriter& out;
  const Operation& operation;
  void operator()(const WriteValue& write) const { encodeValue(out, write.value); }
  void operator()(const EditElements& edit) const {
    encodeValues(out, edit.added);
    encodeValues(out, edit.removed);
  }
  void operator()(const AddAmount& add) const { out.zigzag(add.amount); }
  void operator()(const SetDeleted& deleted) const {
    const bool cells = !deleted.unreadableCells.empty();
    out.byte(static_cast<std::uint8_t>((deleted.deletion == Deletion::kKeep ? kKeepBit : 0) |
                                       (cells ? kCellsBit : 0)));
    out.varint(deleted.unreadable.size());
    for (const FieldNumber field : deleted.unreadable) out.varint(field);
    if (cells) encodeCellPlaces(out, deleted.unreadableCells);
  }
  void operator()(const EditRows& edit) const {
    out.varint(edit.rows.size());
    for (const RowEdit& row : edit.rows) {
      out.uuid(row.row.uuid);
      out.varint(row.operations.size());
      Before before{0, true, &operation.seen};
      for (const Operation& cell : row.operations) {
        encodeOperation(out, cell, before);
        before = {cell.field, false, &cell.seen};
      }
    }
  }
};

SetDeleted decodeDeleted(ByteReader& in) {
  SetDeleted deleted;
  const std::uint64_t bits = in.upTo(kKeepBit | kCellsBit);
  deleted.deletion = (bits & kKeepBit) != 0 ? Deletion::kKeep : Deletion::kDelete;
  deleted.unreadable.resize(in.count(limits::kFieldsPerType));
  for (FieldNumber& field : deleted.unreadable)
    field = static_cast<FieldNumber>(in.upTo(UINT32_MAX));
  const auto& fields = deleted.unreadable;
  if (std::adjacent_find(fields.begin(), fields.end(), std::greater_equal<>{}) != fields.end())
    in.fail();
  if ((bits & kCellsBit) != 0) deleted.unreadableCells = decodeCellPlaces(in);
  return deleted;
}

enum class Level : std::uint8_t { kRecord, kRow };

EditRows decodeRows(ByteReader& in, const std::optional<Number>& seen);

Deed decodeDeed(ByteReader& in, std::size_t index, const std::optional<Number>& seen, Level level) {
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
    case 3:
      return decodeDeleted(in);
    default:
      if (index == kRowsDeed && level == Level::kRecord) return decodeRows(in, seen);
      in.fail();
      return AddAmount{};
  }
}

void encodeOperation(ByteWriter& out, const Operation& operation, const Before& before) {
  const bool same = before.seen != nullptr && *before.seen == operation.seen;
  const std::size_t deed = operation.deed.index();
  auto head = static_cast<std::uint8_t>(deed == kRowsDeed ? kRowsBit : deed);
  if (same) {
    head |= kSameSeenBit;
  } else if (operation.seen) {
    head |= kSeenBit;
  }
  if (!operation.notShown.empty()) head |= kNotShownBit;
  out.byte(head);
  out.varint(operation.field - before.field);
  if ((head & kSeenBit) != 0) {
    out.fixed64(operation.seen->epoch.value);
    out.varint(operation.seen->n);
  }
  if (!operation.notShown.empty()) encodeDots(out, operation.notShown);
  std::visit(DeedEncoder{out, operation}, operation.deed);
}

Operation decodeOperation(ByteReader& in, const Before& before, Level level) {
  Operation operation;
  const std::uint64_t head = in.upTo(kOperationBits);
  const std::uint64_t step = in.upTo(UINT32_MAX);
  // Fields ascend, one operation each; only the first may be field 0.
  const std::uint64_t field = step + before.field;
  if (field > UINT32_MAX || (!before.first && step == 0)) in.fail();
  operation.field = static_cast<FieldNumber>(field);
  const bool same = (head & kSameSeenBit) != 0;
  if (same && (before.seen == nullptr || (head & kSeenBit) != 0)) in.fail();
  if (same && before.seen != nullptr) operation.seen = *before.seen;
  if ((head & kSeenBit) != 0) {
    operation.seen = Number{EpochId{in.fixed64()}, 0};
    operation.seen->n = in.varint();
  }
  // One spelling only: what is the same must be said as the same.
  if (!same && before.seen != nullptr && operation.seen == *before.seen) in.fail();
  if ((head & kNotShownBit) != 0) operation.notShown = decodeDots(in);
  const std::size_t deed = (head & kDeedMask) + ((head & kRowsBit) != 0 ? kRowsDeed : 0);
  operation.deed = decodeDeed(in, deed, operation.seen, level);
  return operation;
}

RowEdit decodeRow(ByteReader& in, const std::optional<Number>& seen) {
  RowEdit row;
  row.row = RowId{in.uuid()};
  row.operations.resize(in.count(limits::kRowCells + 1));
  Before before{0, true, &seen};
  for (Operation& cell : row.operations) {
    if (!in.ok()) break;
    cell = decodeOperation(in, before, Level::kRow);
    before = {cell.field, false, &cell.seen};
  }
  if (row.operations.empty()) in.fail();
  return row;
}

EditRows decodeRows(ByteReader& in, const std::optional<Number>& seen) {
  EditRows edit;
  const std::size_t rows = in.count(limits::kRowsPerOperation);
  if (rows == 0) in.fail();
  for (std::size_t left = rows; left > 0 && in.ok(); --left) {
    RowEdit row = decodeRow(in, seen);
    if (!edit.rows.empty() && row.row <= edit.rows.back().row) in.fail();
    edit.rows.push_back(std::move(row));
  }
  return edit;
}

}  // namespace

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

void encodeOperations(ByteWriter& out, const std::vector<Operation>& operations) {
  out.varint(operations.size());
  Before before;
  for (const Operation& operation : operations) {
    encodeOperation(out, operation, before);
    before = {operation.field, false, &operation.seen};
  }
}

std::vector<Operation> decodeOperations(ByteReader& in) {
  std::vector<Operation> operations(in.count(limits::kOperationsPerChange));
  Before before;
  for (Operation& operation : operations) {
    if (!in.ok()) break;
    operation = decodeOperation(in, before, Level::kRecord);
    before = {operation.field, false, &operation.seen};
  }
  return operations;
}

}  // namespace rapport
