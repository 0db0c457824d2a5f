#include "shared/merge/state.h"

#include <algorithm>

namespace rapport {

bool wroteEarlier(const Dot& earlier, const Dot& later, const Formerly& formerly) {
  if (earlier.replica == later.replica) return earlier.counter < later.counter;
  return std::ranges::any_of(formerly, [&earlier](const auto& former) {
    return former.first == earlier.replica && earlier.counter <= former.second;
  });
}

const FieldState* RecordState::field(FieldNumber fieldNumber) const {
  const auto found = std::ranges::lower_bound(fields, fieldNumber, {}, &FieldState::field);
  return found != fields.end() && found->field == fieldNumber ? &*found : nullptr;
}

FieldState& RecordState::fieldOrNew(FieldNumber fieldNumber) {
  const auto place = std::ranges::lower_bound(fields, fieldNumber, {}, &FieldState::field);
  if (place != fields.end() && place->field == fieldNumber) return *place;
  return *fields.insert(place, FieldState{fieldNumber, {}, {}, {}});
}

void RecordState::dropIfEmpty(FieldNumber fieldNumber) {
  const auto found = std::ranges::lower_bound(fields, fieldNumber, {}, &FieldState::field);
  if (found == fields.end() || found->field != fieldNumber) return;
  if (found->heads.empty() && found->counts.empty() && found->coverage.empty()) fields.erase(found);
}

}  // namespace rapport
