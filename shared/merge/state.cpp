#include "shared/merge/state.h"

#include <algorithm>

namespace rapport {

bool wroteEarlier(const Dot& earlier, const Dot& later, const Formerly& formerly) {
  if (earlier.replica == later.replica) return earlier.counter < later.counter;
  return std::ranges::any_of(formerly, [&earlier](const auto& former) {
    return former.first == earlier.replica && earlier.counter <= former.second;
  });
}

bool FieldState::empty() const {
  return heads.empty() && counts.empty() && coverage.empty() && rows.empty();
}

const RowState* FieldState::row(RowId id) const {
  const auto found = std::ranges::lower_bound(rows, id, {}, &RowState::id);
  return found != rows.end() && found->id == id ? &*found : nullptr;
}

RowState& FieldState::rowOrNew(RowId id) {
  const auto place = std::ranges::lower_bound(rows, id, {}, &RowState::id);
  if (place != rows.end() && place->id == id) return *place;
  return *rows.insert(place, RowState{{}, id});
}

void FieldState::dropRowIfEmpty(RowId id) {
  std::erase_if(rows, [&id](const RowState& row) {
    return row.id == id && row.fields.empty() && row.deletes.empty();
  });
}

bool FieldState::operator==(const FieldState& other) const = default;

const FieldState* Contents::field(FieldNumber fieldNumber) const {
  const auto found = std::ranges::lower_bound(fields, fieldNumber, {}, &FieldState::field);
  return found != fields.end() && found->field == fieldNumber ? &*found : nullptr;
}

FieldState& Contents::fieldOrNew(FieldNumber fieldNumber) {
  const auto place = std::ranges::lower_bound(fields, fieldNumber, {}, &FieldState::field);
  if (place != fields.end() && place->field == fieldNumber) return *place;
  FieldState made;
  made.field = fieldNumber;
  return *fields.insert(place, std::move(made));
}

void Contents::dropIfEmpty(FieldNumber fieldNumber) {
  const auto found = std::ranges::lower_bound(fields, fieldNumber, {}, &FieldState::field);
  if (found != fields.end() && found->field == fieldNumber && found->empty()) fields.erase(found);
}

const Coverage& Contents::coverageOf(FieldNumber fieldNumber) const {
  static const Coverage kNone;
  const FieldState* found = field(fieldNumber);
  return found != nullptr ? found->coverage : kNone;
}

}  // namespace rapport
