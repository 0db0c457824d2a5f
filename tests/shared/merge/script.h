#pragma once

#include <ostream>
#include <vector>

#include <rapidcheck.h>

#include "tests/shared/merge/builders.h"

// Random sequences of changes in the server's order, small enough to be shrunk by rapidcheck.
namespace rapport::test {

struct Step {
  unsigned author;  // 0 to 2: tablets; 3: a console page
  unsigned field;   // picks one of several
  unsigned value;   // picks what is written
  unsigned seen;    // how much of what went before its author saw
  unsigned hidden;  // 0: all was shown; else which earlier change's heads were not
  std::int64_t millis;
};
std::ostream& operator<<(std::ostream& out, const Step& step);

inline constexpr unsigned kConsole = 3;

// A change in its place in the order.
struct Placed {
  Change change;
  std::uint64_t number;
  Author author;
  Applied applied() const { return numbered(change, number, author); }
};

using Script = std::vector<Step>;
std::vector<Placed> placed(const Script& script);
// The operation, and what it does to rows, has seen this much.
void letSee(Operation& operation, std::optional<Number> seen);
// `seen` is at most `number - 1`; `before` are the earlier ones.
Placed place(const Step& step, const std::vector<Placed>& before);

RecordState played(const std::vector<Placed>& changes);

// What stands in a record, without numbers and times: dots and values of heads, sums, deletes.
std::string standing(const RecordState& state);

}  // namespace rapport::test

namespace rc {
template <>
struct Arbitrary<rapport::test::Step> {
  static Gen<rapport::test::Step> arbitrary();
};
}  // namespace rc
