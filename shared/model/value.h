#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "shared/base/uuid.h"

namespace rapport {

// Names a field within its record type for life; labels and names may change. 0 is the built-in
// `deleted`.
using FieldNumber = std::uint32_t;
using TypeNumber = std::uint32_t;

inline constexpr FieldNumber kDeletedField = 0;

// How far a record has come. The enumerator's rank comes from the declaration; reopening raises the
// generation.
struct StatusValue {
  std::uint32_t generation = 0;
  std::string state;
  auto operator<=>(const StatusValue&) const = default;
};

enum class ConsentAnswer : std::uint8_t { kYes = 0, kNo = 1, kWithdrawn = 2 };

// A consent as given. A fresh yes raises the generation and names the consent record that proves
// it.
struct ConsentValue {
  std::uint32_t generation = 0;
  ConsentAnswer answer = ConsentAnswer::kNo;
  std::optional<RecordId> evidence;
  auto operator<=>(const ConsentValue&) const = default;
};

// One row of an `append` field, such as a new due date with its reason: scalar cells by their
// number, ascending.
struct RowValue {
  using Cell = std::variant<bool, std::int64_t, double, std::string>;
  std::vector<std::pair<FieldNumber, Cell>> cells;
  std::partial_ordering operator<=>(const RowValue&) const = default;
};

// What a field can hold. Dates, times, enumerators, languages and references to records are text in
// their canonical spelling (ISO 8601, snake case, BCP-47, UUID). No value (monostate) is "cleared".
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, StatusValue,
                           ConsentValue, RowValue>;

inline bool isCleared(const Value& value) { return std::holds_alternative<std::monostate>(value); }

}  // namespace rapport
