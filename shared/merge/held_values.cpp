#include "shared/merge/held_values.h"

#include "shared/merge/read.h"

namespace rapport {

std::vector<Value> heldValues(const RecordState& record, const FieldDeclaration& field) {
  const FieldState* state = record.field(field.number);
  if (state == nullptr) return {};
  FieldReading reading = readField(field, *state);
  const bool set = field.rule == MergeRule::kUnion || field.rule == MergeRule::kAppend;
  if (set) return std::move(reading.elements);
  return isCleared(reading.value) ? std::vector<Value>{} : std::vector<Value>{reading.value};
}

}  // namespace rapport
