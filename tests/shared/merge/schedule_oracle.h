#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shared/model/value.h"

namespace rapport::test {

// The place of a change among all that anybody ever wrote in a schedule.
using ChangeId = std::size_t;

// Where something is written: a field of the record, or a cell of a row; field 0 and cell 0 are the
// deletion of the record and of the row.
using Place = FieldNumber;
inline constexpr Place kRowStep = 100;
inline constexpr Place placeInRow(unsigned row, FieldNumber cell) { return row * kRowStep + cell; }
inline constexpr unsigned rowOfPlace(Place place) { return place / kRowStep; }
inline constexpr FieldNumber fieldOfPlace(Place place) { return place % kRowStep; }

// One operation as a person would tell it: what they did, and which earlier changes of that field
// they had before their eyes. Nothing of numbers, heads or clocks.
struct Told {
  enum class Kind : std::uint8_t { kWrites, kEditsElements, kCounts, kDeletes, kKeeps };

  Place field = kDeletedField;
  Kind kind = Kind::kWrites;
  std::string written;
  std::set<std::string> added, removed;
  std::int64_t amount = 0;
  std::set<ChangeId> saw;
  std::set<std::pair<ChangeId, Place>> meant;  // what a delete means to delete
};

// What should stand in a record.
struct Expected {
  std::map<Place, std::set<ChangeId>> heads;
  std::map<Place, std::set<std::pair<ChangeId, std::string>>> elements;
  std::map<Place, std::int64_t> counts;
  std::set<unsigned> removed;  // rows that hold something and are removed
  bool deleted = false;
  bool operator==(const Expected&) const = default;
};
std::string describe(const Expected& expected);

// Knows of every change what its author saw, and from that alone what must stand: whatever nobody
// saw and wrote over. Slow, plain, and shares no code with the merge.
class Oracle {
 public:
  using Visible = std::function<bool(Place)>;

  ChangeId tell(std::vector<Told> operations);
  const Told* told(ChangeId change, Place place) const;
  const std::vector<Told>& told(ChangeId change) const { return changes_[change]; }
  // If exactly these changes happened, and these fields can be seen.
  Expected expect(const std::set<ChangeId>& happened, const Visible& visible) const;

 private:
  std::vector<std::vector<Told>> changes_;
};

}  // namespace rapport::test
