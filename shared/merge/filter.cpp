#include "shared/merge/filter.h"

#include <algorithm>
#include <iterator>

#include "shared/merge/read.h"
#include "shared/model/access.h"

namespace rapport {
namespace {

bool isSealed(const RecordType& type, const RecordState& record) {
  const FieldDeclaration* declaration = type.sealedWhen ? type.field(*type.sealedWhen) : nullptr;
  const FieldState* field = declaration != nullptr ? record.field(declaration->number) : nullptr;
  return field != nullptr && readField(*declaration, *field).value == Value{true};
}

}  // namespace

std::optional<RecordState> filterFor(Role role, const RecordType* type, const RecordState& record) {
  if (type == nullptr || !mayRead(*type, role)) return std::nullopt;
  if (isSealed(*type, record) && !mayReadSealed(*type, role)) return std::nullopt;
  RecordState visible{record.id,      record.type, record.formVersion, record.number,
                      record.created, {},          record.deletes};
  std::ranges::copy_if(
      record.fields, std::back_inserter(visible.fields), [&](const FieldState& field) {
        return field.field == kDeletedField || mayRead(*type, type->field(field.field), role);
      });
  return visible;
}

}  // namespace rapport
