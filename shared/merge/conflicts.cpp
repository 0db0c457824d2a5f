#include "shared/merge/conflicts.h"

#include "shared/merge/cell_address.h"

namespace rapport {
namespace {

constexpr const char* kDeleted = "deleted";

void addConflictsOf(const FieldDeclaration& declaration, const RowState& row,
                    std::vector<Conflict>& out) {
  if (isDeleteContested(row)) {
    out.push_back({toString(CellAddress{declaration.name, row.id, kDeleted}), nullptr, {}, &row});
  }
  for (const FieldState& field : row.fields) {
    const FieldDeclaration* cell = declaration.cell(field.field);
    if (cell == nullptr) continue;
    FieldReading reading = readField(*cell, field);
    if (!reading.conflicted()) continue;
    out.push_back({toString(CellAddress{declaration.name, row.id, cell->name}), cell,
                   std::move(reading), &row});
  }
}

}  // namespace

std::vector<Conflict> conflictsIn(const RecordType& type, const RecordState& record) {
  std::vector<Conflict> out;
  for (const FieldState& field : record.fields) {
    // Most fields have one head, and nothing to read for it.
    if (field.heads.size() < 2 && field.rows.empty()) continue;
    const FieldDeclaration* declaration = type.field(field.field);
    if (declaration == nullptr) continue;
    FieldReading reading = readField(*declaration, field);
    for (const RowState* row : reading.rows) addConflictsOf(*declaration, *row, out);
    if (reading.conflicted()) {
      out.push_back({declaration->name, declaration, std::move(reading), nullptr});
    }
  }
  return out;
}

bool needsPerson(const RecordType& type, const RecordState& record) {
  return isDeleteContested(record) || !conflictsIn(type, record).empty();
}

}  // namespace rapport
