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

// What of a row this role may read; its deletes stay, as those of a record do.
RowState visibleRow(const RecordType& type, Role role, const FieldDeclaration& field,
                    const RowState& row) {
  RowState visible{{{}, row.deletes}, row.id};
  std::ranges::copy_if(row.fields, std::back_inserter(visible.fields), [&](const FieldState& cell) {
    return cell.field == kDeletedField || mayRead(type, &field, field.cell(cell.field), role);
  });
  return visible;
}

void hideCells(const RecordType& type, Role role, FieldState& field) {
  const FieldDeclaration* declaration = type.field(field.field);
  if (declaration == nullptr) return;  // whoever may read an unknown field reads all of it
  for (RowState& row : field.rows) row = visibleRow(type, role, *declaration, row);
  std::erase_if(field.rows,
                [](const RowState& row) { return row.fields.empty() && row.deletes.empty(); });
}

}  // namespace

std::optional<RecordState> filterFor(Role role, const RecordType* type, RecordState record) {
  if (type == nullptr || !mayRead(*type, role)) return std::nullopt;
  if (isSealed(*type, record) && !mayReadSealed(*type, role)) return std::nullopt;
  std::erase_if(record.fields, [&](FieldState& field) {
    if (field.field == kDeletedField) return false;
    if (!mayRead(*type, type->field(field.field), role)) return true;
    if (field.rows.empty()) return false;
    hideCells(*type, role, field);
    return field.empty();
  });
  return record;
}

}  // namespace rapport
