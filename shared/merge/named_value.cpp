#include "shared/merge/named_value.h"

#include <variant>

#include "shared/merge/read.h"

namespace rapport {

Value valueNamed(const RecordType& type, std::string_view field, const RecordState& record) {
  const FieldDeclaration* declared = type.field(field);
  const FieldState* state = declared != nullptr ? record.field(declared->number) : nullptr;
  return state != nullptr ? readField(*declared, *state).value : Value{};
}

std::string textNamed(const RecordType& type, std::string_view field, const RecordState& record) {
  const Value value = valueNamed(type, field, record);
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr ? *text : std::string{};
}

}  // namespace rapport
