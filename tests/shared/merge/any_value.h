#pragma once

#include <map>
#include <string>

#include <rapidcheck.h>

#include "shared/base/bytes.h"
#include "tests/shared/merge/builders.h"

// Random values, and bytes that were damaged on their way.
namespace rapport::test {

inline rc::Gen<std::string> anyText() {
  return rc::gen::container<std::string>(rc::gen::inRange<char>('a', 'z'));
}

inline rc::Gen<double> anyDecimal() {
  return rc::gen::map(rc::gen::arbitrary<std::int32_t>(), [](std::int32_t n) { return n / 8.0; });
}

inline rc::Gen<RowValue> anyRow() {
  using Cell = RowValue::Cell;
  const auto cell =
      rc::gen::oneOf(rc::gen::construct<Cell>(rc::gen::arbitrary<bool>()),
                     rc::gen::construct<Cell>(rc::gen::arbitrary<std::int64_t>()),
                     rc::gen::construct<Cell>(anyDecimal()), rc::gen::construct<Cell>(anyText()));
  const auto cells =
      rc::gen::container<std::map<FieldNumber, Cell>>(rc::gen::inRange<FieldNumber>(1, 20), cell);
  return rc::gen::map(cells, [](const std::map<FieldNumber, Cell>& all) {
    return RowValue{{all.begin(), all.end()}};
  });
}

inline rc::Gen<Value> anyValue() {
  const auto statusValue = rc::gen::map(
      rc::gen::pair(rc::gen::arbitrary<std::uint32_t>(), anyText()), [](const auto& parts) {
        return Value{StatusValue{parts.first, parts.second}};
      });
  const auto consentValue =
      rc::gen::map(rc::gen::tuple(rc::gen::arbitrary<std::uint32_t>(), rc::gen::inRange(0, 3),
                                  rc::gen::inRange(0U, 3U)),
                   [](const auto& parts) {
                     const auto [generation, answer, evidence] = parts;
                     ConsentValue value{generation, static_cast<ConsentAnswer>(answer), {}};
                     if (evidence > 0) value.evidence = record(evidence);
                     return Value{value};
                   });
  return rc::gen::oneOf(
      rc::gen::just(Value{}), rc::gen::construct<Value>(rc::gen::arbitrary<bool>()),
      rc::gen::construct<Value>(rc::gen::arbitrary<std::int64_t>()),
      rc::gen::construct<Value>(anyDecimal()), rc::gen::construct<Value>(anyText()), statusValue,
      consentValue, rc::gen::construct<Value>(anyRow()));
}

// Bytes that were damaged on their way: changed, cut out or put in.
inline Bytes damaged(Bytes bytes) {
  const auto blows = *rc::gen::inRange(1, 4);
  for (int i = 0; i < blows && !bytes.empty(); ++i) {
    const auto where = *rc::gen::inRange<std::size_t>(0, bytes.size());
    const auto byte = static_cast<char>(
        *rc::gen::weightedOneOf<int>({{3, rc::gen::inRange(0, 8)}, {1, rc::gen::inRange(0, 256)}}));
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        bytes.erase(where, 1);
        break;
      case 1:
        bytes.insert(where, 1, byte);
        break;
      default:
        bytes[where] = byte;
    }
  }
  return bytes;
}

}  // namespace rapport::test
