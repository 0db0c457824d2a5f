#include "tests/simulation/place.h"

namespace rapport::simulation {
namespace {

int ceilingOf(Role role) {
  switch (role) {
    case Role::kVolunteer:
      return 1;
    case Role::kAdmin:
      return 2;
    case Role::kWorker:
    case Role::kCoordinator:
      return 3;
    case Role::kSafeguarding:
      return 4;
  }
  return 0;
}

bool isAbove(const FieldDeclaration* declared, Role role) {
  return declared != nullptr && static_cast<int>(declared->sensitivity) > ceilingOf(role);
}

}  // namespace

const FieldDeclaration* declaredAt(const RecordType& type, const Place& place) {
  const FieldDeclaration* field = type.field(place.field);
  return place.row == 0 || field == nullptr ? field : field->cell(place.cell);
}

std::vector<Place> placesOf(const RecordType& type) {
  std::vector<Place> places;
  for (const FieldDeclaration& field : type.fields) {
    if (field.rule != MergeRule::kRows) places.push_back({field.number});
    for (unsigned row = 1; field.rule == MergeRule::kRows && row <= kRowNames; ++row) {
      for (const FieldDeclaration& cell : field.cells) {
        places.push_back({field.number, row, cell.number});
      }
    }
  }
  return places;
}

bool isHidden(const RecordType& type, const Place& place, Role role) {
  return !type.readers.contains(role) || isAbove(type.field(place.field), role) ||
         isAbove(declaredAt(type, place), role);
}

}  // namespace rapport::simulation
