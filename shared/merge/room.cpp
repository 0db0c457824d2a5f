#include "shared/merge/room.h"

#include <algorithm>

#include "shared/base/limits.h"

namespace rapport {
namespace {

// No fewer bytes than the codec writes for the thing, its share of ids and stamps included.
constexpr std::size_t kHeadBytes = 128;
constexpr std::size_t kNumberBytes = 24;
constexpr std::size_t kRowBytes = 32;  // beside what is in it

constexpr std::size_t kFieldsPerRow = limits::kRowCells + 1;  // its deletion too

constexpr const char* kFullOfEntries =
    "One field of this record holds as many entries as a record can. Remove some of them, or go on "
    "in a new record.";
// Removed rows are kept, for whoever edited them unseen.
constexpr const char* kFullOfRows =
    "One field of this record holds as many rows as a record can. Go on in a new record.";
constexpr const char* kFull = "This record is full. Shorten it, or go on in a new one.";

struct Weight {
  std::size_t operator()(const std::string& text) const { return text.size(); }
  std::size_t operator()(const StatusValue& status) const { return status.state.size(); }
  std::size_t operator()(const RowValue& row) const {
    std::size_t bytes = 0;
    for (const auto& cell : row.cells) bytes += kNumberBytes + std::visit(*this, cell.second);
    return bytes;
  }
  template <typename Small>
  std::size_t operator()(const Small&) const {
    return 0;
  }
};

struct Size {
  std::size_t heads = 0;
  std::size_t bytes = 0;

  void add(const Value& value, std::size_t numbers) {
    heads += 1;
    bytes += kHeadBytes + numbers * kNumberBytes + std::visit(Weight{}, value);
  }
  void add(const Size& other) {
    heads += other.heads;
    bytes += other.bytes;
  }
  void addRow(const Size& row) {
    add(row);
    bytes += kRowBytes;
  }
};

Size sizeOf(const Contents& contents) {
  Size size;
  for (const FieldState& field : contents.fields) {
    for (const Head& head : field.heads) size.add(head.value, head.numbers.each().size());
    for (const CountEntry& entry : field.counts) size.add({}, entry.numbers.each().size());
    size.bytes += field.coverage.each().size() * kNumberBytes;
    for (const RowState& row : field.rows) size.addRow(sizeOf(row));
  }
  for (const DeleteHead& head : contents.deletes) {
    const std::size_t named = head.seen.each().size() + head.formerly.size();
    const std::size_t hidden = head.unreadable.size() + head.unreadableCells.size();
    size.add({}, head.numbers.each().size() + named + hidden);
  }
  return size;
}

Size sizeOf(const Operation& operation) {
  Size size;
  if (const auto* write = std::get_if<WriteValue>(&operation.deed)) {
    size.add(write->value, 1);
  } else if (const auto* edit = std::get_if<EditElements>(&operation.deed)) {
    for (const Value& element : edit->added) size.add(element, 1);
  } else if (const auto* set = std::get_if<SetDeleted>(&operation.deed)) {
    const std::size_t hidden = set->unreadable.size() + set->unreadableCells.size();
    size.add({}, limits::kEpochsRemembered + limits::kFormerNames + hidden);
  } else if (const auto* rows = std::get_if<EditRows>(&operation.deed)) {
    for (const RowEdit& row : rows->rows) {
      Size ofRow;
      for (const Operation& cell : row.operations) ofRow.add(sizeOf(cell));
      size.addRow(ofRow);
    }
  } else {
    size.add({}, 1);
  }
  return size;
}

const Contents kNothing;

// Would the field hold no more than it can, in heads or in rows, if all of the operation came to
// it?
bool fitsField(const Contents& now, const Operation& operation) {
  const FieldState* field = now.field(operation.field);
  if (const auto* edit = std::get_if<EditRows>(&operation.deed)) {
    std::size_t rows = field != nullptr ? field->rows.size() : 0;
    for (const RowEdit& row : edit->rows) {
      rows += field == nullptr || field->row(row.row) == nullptr ? 1 : 0;
    }
    return rows <= limits::kRowsPerField;
  }
  const std::size_t heads = operation.field == kDeletedField ? now.deletes.size()
                            : field != nullptr ? std::max(field->heads.size(), field->counts.size())
                                               : 0;
  return heads + sizeOf(operation).heads <= limits::kHeadsPerField;
}

// Does each field, and each cell of each row, fit by itself?
Status checkFields(const Contents& now, const std::vector<Operation>& operations,
                   std::size_t mostFields) {
  std::size_t fields = now.fields.size();
  for (const Operation& operation : operations) {
    const FieldState* field = now.field(operation.field);
    const auto* edit = std::get_if<EditRows>(&operation.deed);
    if (!fitsField(now, operation)) {
      return Error{ErrorCode::kTooLarge, edit != nullptr ? kFullOfRows : kFullOfEntries};
    }
    fields += field == nullptr ? 1 : 0;
    if (edit == nullptr) continue;
    for (const RowEdit& row : edit->rows) {
      const RowState* held = field != nullptr ? field->row(row.row) : nullptr;
      const Contents& cells = held != nullptr ? *held : kNothing;
      if (Status fits = checkFields(cells, row.operations, kFieldsPerRow); !fits) return fits;
    }
  }
  if (fields <= mostFields) return {};
  return Error{ErrorCode::kTooLarge, kFull};
}

}  // namespace

Status checkRoom(const RecordState& now, const Change& change) {
  if (Status fits = checkFields(now, change.operations, limits::kFieldsPerType); !fits) return fits;
  Size all = sizeOf(now);
  for (const Operation& operation : change.operations) all.add(sizeOf(operation));
  if (all.heads > limits::kHeadsPerRecord || all.bytes > limits::kStateBytes) {
    return Error{ErrorCode::kTooLarge, kFull};
  }
  return {};
}

}  // namespace rapport
