#include <algorithm>

#include "shared/merge/judge.h"
#include "shared/merge/rules.h"
#include "shared/model/access.h"

namespace rapport {
namespace {

std::string roleText(Role role) {
  return "Your role (" + std::string{nameOf(role)} + ") does not let you ";
}

constexpr const char* kAskCoordinator = " Ask a coordinator to do it.";

// A delete means what its author read. One that claims more would hide what they never saw.
bool namesUnreadable(const RecordType& type, Role role, const SetDeleted& deletion) {
  return std::ranges::all_of(type.fields, [&](const FieldDeclaration& field) {
    if (std::ranges::binary_search(deletion.unreadable, field.number)) return true;
    if (!mayRead(type, &field, role)) return false;
    return field.rule != MergeRule::kRows ||
           std::ranges::all_of(field.cells, [&](const FieldDeclaration& cell) {
             const CellPlace place{field.number, cell.number};
             return mayRead(type, &cell, role) ||
                    std::ranges::binary_search(deletion.unreadableCells, place);
           });
  });
}

bool namesUnreadable(const RecordType& type, Role role, const FieldDeclaration& row,
                     const SetDeleted& removal) {
  return std::ranges::all_of(row.cells, [&](const FieldDeclaration& cell) {
    return mayRead(type, &row, &cell, role) ||
           std::ranges::binary_search(removal.unreadable, cell.number);
  });
}

Status permitDeletion(const RecordType& type, Role role, const SetDeleted& deletion) {
  if (namesUnreadable(type, role, deletion)) return {};
  return malformed("it would delete fields that its author could not read");
}

Status notYours(const RecordType& type, Role role, const FieldDeclaration& field) {
  return Error{ErrorCode::kRefused, roleText(role) + "change " + field.name + " of " + type.name +
                                        " records." + kAskCoordinator};
}

Status permitRow(const RecordType& type, Role role, const FieldDeclaration& field,
                 const RowEdit& row) {
  for (const Operation& operation : row.operations) {
    if (const auto* removal = std::get_if<SetDeleted>(&operation.deed)) {
      if (namesUnreadable(type, role, field, *removal)) continue;
      return malformed("it would remove cells that its author could not read");
    }
    const FieldDeclaration* cell = field.cell(operation.field);
    if (cell == nullptr) continue;
    if (!mayWrite(type, cell, role)) return notYours(type, role, *cell);
    if (operation.seen && !mayRead(type, &field, cell, role)) {
      return malformed("it says its author saw a cell that they may not read");
    }
  }
  return {};
}

Status permitWrite(const RecordType& type, Role role, const Operation& operation) {
  const FieldDeclaration* field = type.field(operation.field);
  if (field == nullptr) return {};  // of a newer form: taken from whoever may write the type
  if (!mayWrite(type, field, role)) return notYours(type, role, *field);
  // It would remove what its author never saw.
  if (operation.seen && !mayRead(type, field, role)) {
    return malformed("it says its author saw a field that they may not read");
  }
  const auto* edit = std::get_if<EditRows>(&operation.deed);
  if (edit == nullptr) return {};
  for (const RowEdit& row : edit->rows) {
    if (Status may = permitRow(type, role, *field, row); !may) return may;
  }
  return {};
}

}  // namespace

Status judgePermission(const RecordType& type, Role role, const Change& change) {
  if (!mayWrite(type, role)) {
    return Error{ErrorCode::kRefused,
                 roleText(role) + "change " + type.name + " records." + kAskCoordinator};
  }
  for (const Operation& operation : change.operations) {
    const auto* deletion = std::get_if<SetDeleted>(&operation.deed);
    Status may = deletion != nullptr ? permitDeletion(type, role, *deletion)
                                     : permitWrite(type, role, operation);
    if (!may) return may;
  }
  return {};
}

}  // namespace rapport
