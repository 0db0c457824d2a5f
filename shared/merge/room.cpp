#include "shared/merge/room.h"

#include <algorithm>

#include "shared/base/limits.h"

namespace rapport {
namespace {

// No fewer bytes than the codec writes for the thing, its share of ids and stamps included.
constexpr std::size_t kHeadBytes = 128;
constexpr std::size_t kNumberBytes = 24;

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
};

Size sizeOf(const RecordState& record) {
  Size size;
  for (const FieldState& field : record.fields) {
    for (const Head& head : field.heads) size.add(head.value, head.numbers.each().size());
    for (const CountEntry& entry : field.counts) size.add({}, entry.numbers.each().size());
    size.bytes += field.coverage.each().size() * kNumberBytes;
  }
  for (const DeleteHead& head : record.deletes) {
    const std::size_t named = head.seen.each().size() + head.formerly.size();
    size.add({}, head.numbers.each().size() + named + head.unreadable.size());
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
    size.add({}, limits::kEpochsRemembered + limits::kFormerNames + set->unreadable.size());
  } else {
    size.add({}, 1);
  }
  return size;
}

std::size_t headsOf(const RecordState& record, FieldNumber fieldNumber) {
  if (fieldNumber == kDeletedField) return record.deletes.size();
  const FieldState* field = record.field(fieldNumber);
  return field != nullptr ? std::max(field->heads.size(), field->counts.size()) : 0;
}

}  // namespace

Status checkRoom(const RecordState& now, const Change& change) {
  Size all = sizeOf(now);
  std::size_t fields = now.fields.size();
  for (const Operation& operation : change.operations) {
    const Size more = sizeOf(operation);
    if (headsOf(now, operation.field) + more.heads > limits::kHeadsPerField) {
      return Error{ErrorCode::kTooLarge,
                   "One field of this record holds as many entries as a record can. Remove some "
                   "of them, or go on in a new record."};
    }
    fields += now.field(operation.field) == nullptr ? 1 : 0;
    all.heads += more.heads;
    all.bytes += more.bytes;
  }
  if (fields > limits::kFieldsPerType || all.heads > limits::kHeadsPerRecord ||
      all.bytes > limits::kStateBytes) {
    return Error{ErrorCode::kTooLarge, "This record is full. Shorten it, or go on in a new one."};
  }
  return {};
}

}  // namespace rapport
