#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/uuid.h"

namespace rapport {

// Every tablet that counts the same people at the same station writes one record, because a tally
// cell's id is the UUIDv5, in the namespace kTallyNamespace, of the name
//
//   tally_cell:<event>:<station>:<buckets>
//
// with both ids in lower case and <buckets> as the record's field of that name holds it:
//
//   age_band=18-39;language=es
//
// that is `dimension=value` joined by `;`, ascending by the bytes of the dimension, each dimension
// once. In dimensions and values `%`, `=` and `;` are written %25, %3D and %3B. Bands are
// written in ASCII, 0-17 and 65+. "Not asked" is a bucket like any other: age_band=not_asked. Both
// forms are for life: other spellings are other cells.
struct Bucket {
  std::string dimension;
  std::string value;
  auto operator<=>(const Bucket&) const = default;
};

inline constexpr std::string_view kNotAsked = "not_asked";

// 5a1c0d3e-7b64-5e8f-9c2d-1f0b6a4e8d77
inline constexpr Uuid kTallyNamespace{{0x5a, 0x1c, 0x0d, 0x3e, 0x7b, 0x64, 0x5e, 0x8f, 0x9c, 0x2d,
                                       0x1f, 0x0b, 0x6a, 0x4e, 0x8d, 0x77}};

// kInvalid: no bucket at all, an empty dimension or value, or a dimension twice.
Result<std::string> spellBuckets(std::vector<Bucket> buckets);
// The way back, ascending by dimension; nothing if the text is not what spellBuckets writes.
std::optional<std::vector<Bucket>> readBuckets(std::string_view spelled);

std::string tallyCellName(RecordId event, RecordId station, std::string_view buckets);

}  // namespace rapport
