#include "shared/model/access.h"

#include <algorithm>

namespace rapport {
namespace {

Sensitivity ceilingOf(Role role) {
  switch (role) {
    case Role::kVolunteer:
      return Sensitivity::kStaff;
    case Role::kAdmin:
      return Sensitivity::kPersonal;
    case Role::kWorker:
    case Role::kCoordinator:
      return Sensitivity::kSpecial;
    case Role::kSafeguarding:
      return Sensitivity::kSealed;
  }
  return Sensitivity::kShareable;
}

}  // namespace

bool mayRead(const RecordType& type, Role role) { return type.readers.contains(role); }

bool mayRead(const RecordType& type, const FieldDeclaration* field, Role role) {
  if (!mayRead(type, role)) return false;
  if (field == nullptr || field->sensitivity == Sensitivity::kSealed) {
    return role == Role::kSafeguarding;
  }
  if (!field->readers.empty()) return field->readers.contains(role);
  return field->sensitivity <= ceilingOf(role);
}

bool mayRead(const RecordType& type, const FieldDeclaration* field, const FieldDeclaration* cell,
             Role role) {
  return mayRead(type, field, role) && mayRead(type, cell, role);
}

bool mayReadSealed(const RecordType& type, Role role) {
  if (!mayRead(type, role)) return false;
  return !type.sealedWhen || role == Role::kSafeguarding;
}

bool mayReadWhole(const RecordType& type, Role role) {
  if (!mayReadSealed(type, role)) return false;
  return std::ranges::all_of(type.fields, [&](const FieldDeclaration& field) {
    return mayRead(type, &field, role) &&
           std::ranges::all_of(field.cells, [&](const FieldDeclaration& cell) {
             return mayRead(type, &field, &cell, role);
           });
  });
}

bool mayWrite(const RecordType& type, Role role) { return type.writers.contains(role); }

bool mayWrite(const RecordType& type, const FieldDeclaration* field, Role role) {
  if (!mayWrite(type, role)) return false;
  return field == nullptr || field->writers.empty() || field->writers.contains(role);
}

}  // namespace rapport
