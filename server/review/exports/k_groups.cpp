#include "server/review/exports/k_groups.h"

#include <algorithm>
#include <array>

#include "shared/base/limits.h"

namespace rapport {
namespace {

constexpr std::array<std::string_view, 3> kTellsApart{"age_band", "language", "area"};

}  // namespace

bool speaksOfPeople(const RecordType& type) { return type.field(kTellsApart.front()) != nullptr; }

bool mayLeaveInRows(const RecordType& type, const FieldDeclaration& field) {
  if (field.sensitivity >= Sensitivity::kSpecial) return false;
  if (!speaksOfPeople(type)) return true;
  const bool tellsApart = std::ranges::find(kTellsApart, field.name) != kTellsApart.end();
  return tellsApart || field.sensitivity <= Sensitivity::kStaff;
}

bool KGroups::keeps(const std::vector<std::string>& group) const {
  const auto found = sizes_.find(group);
  return found != sizes_.end() && found->second >= limits::kSmallestGroup;
}

std::size_t KGroups::dropped() const {
  std::size_t rows = 0;
  for (const auto& [group, size] : sizes_) rows += size < limits::kSmallestGroup ? size : 0;
  return rows;
}

}  // namespace rapport
