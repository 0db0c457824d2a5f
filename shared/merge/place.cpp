#include "shared/merge/place.h"

#include "shared/merge/cell_address.h"

namespace rapport {
namespace {
constexpr std::string_view kDeletedName = "deleted";
}

std::optional<Place> placeAt(const RecordType& type, std::string_view address) {
  if (address == kDeletedName) return Place{};
  const auto inRow = parseCellAddress(address);
  const FieldDeclaration* field = type.field(inRow ? std::string_view{inRow->field} : address);
  if (field == nullptr) return std::nullopt;
  if (!inRow) return Place{field->number};
  if (inRow->cell == kDeletedName) return Place{field->number, inRow->row};
  const FieldDeclaration* cell = field->cell(std::string_view{inRow->cell});
  if (cell == nullptr) return std::nullopt;
  return Place{field->number, inRow->row, cell->number};
}

}  // namespace rapport
