#include "shared/merge/cell_places.h"

#include <algorithm>
#include <limits>

#include "shared/base/limits.h"

namespace rapport {
namespace {

constexpr auto kMax32 = std::numeric_limits<std::uint32_t>::max();

}  // namespace

void encodeCellPlaces(ByteWriter& out, const std::vector<CellPlace>& places) {
  out.varint(places.size());
  for (const CellPlace& place : places) {
    out.varint(place.field);
    out.varint(place.cell);
  }
}

std::vector<CellPlace> decodeCellPlaces(ByteReader& in) {
  std::vector<CellPlace> places(in.count(limits::kUnreadableCells));
  for (CellPlace& place : places) {
    place.field = static_cast<FieldNumber>(in.upTo(kMax32));
    place.cell = static_cast<FieldNumber>(in.upTo(kMax32));
  }
  const bool ascends =
      std::ranges::adjacent_find(places, std::ranges::greater_equal{}) == places.end();
  if (places.empty() || !ascends) in.fail();
  return places;
}

}  // namespace rapport
