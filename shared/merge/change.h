#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/digest.h"
#include "shared/base/uuid.h"
#include "shared/merge/numbers.h"
#include "shared/model/value.h"

namespace rapport {

// Names one change for ever: the replica that wrote it and its place there, contiguous from 1.
struct Dot {
  ReplicaId replica;
  std::uint64_t counter = 0;
  auto operator<=>(const Dot&) const = default;
};

// A hybrid logical clock's reading. Breaks ties; orders no history.
struct HybridTime {
  std::int64_t millis = 0;  // since 1970, UTC
  std::uint32_t logical = 0;
  auto operator<=>(const HybridTime&) const = default;
};

// Registers: latest, ask, immutable, min, max, or, status, consent. Cleared is a value too.
struct WriteValue {
  Value value;
  auto operator<=>(const WriteValue&) const = default;
};

// union and append. An element in both lists is added.
struct EditElements {
  std::vector<Value> added, removed;
  auto operator<=>(const EditElements&) const = default;
};

// count.
struct AddAmount {
  std::int64_t amount = 0;
  auto operator<=>(const AddAmount&) const = default;
};

// Server-authored writes have no "own earlier": two console pages share one replica (MERGE.md).
enum class Author : std::uint8_t { kTablet = 0, kServer = 1 };

enum class Deletion : std::uint8_t { kDelete = 0, kKeep = 1 };

// A cell of the rows in a field.
struct CellPlace {
  FieldNumber field = 0, cell = 0;
  auto operator<=>(const CellPlace&) const = default;
};

// The built-in `deleted`, of a record or of a row. Keep undoes every delete that its author saw.
struct SetDeleted {
  Deletion deletion = Deletion::kDelete;
  // What the author could not read, and so does not mean to delete: fields of the record, or cells
  // of the row; and of a record, cells in fields that they could read. Both ascending.
  std::vector<FieldNumber> unreadable{};
  std::vector<CellPlace> unreadableCells{};
  auto operator<=>(const SetDeleted&) const = default;
};

struct RowEdit;

// rows. Each row is edited as a small record.
struct EditRows {
  std::vector<RowEdit> rows;  // ascending by id, not empty
  bool operator==(const EditRows& other) const;
};

using Deed = std::variant<WriteValue, EditElements, AddAmount, SetDeleted, EditRows>;

struct Operation {
  FieldNumber field = kDeletedField;  // kDeletedField if and only if the deed is SetDeleted
  // The number of the record copy its author was shown when the editor opened; nothing: the copy
  // had no number.
  std::optional<Number> seen;
  std::vector<Dot> notShown;  // heads that the surface could not show; ascending
  Deed deed;
  bool operator==(const Operation&) const = default;
};

// What one change does to one row. The operations' fields are the row's cells; what they have seen
// is what the operation on the field has seen, or nothing.
struct RowEdit {
  RowId row;
  std::vector<Operation> operations;  // ascending by cell, one each, not empty; no EditRows in them
  bool operator==(const RowEdit&) const = default;
};

// Changes of one act, such as a session and its notes, are applied or refused together.
enum class Act : std::uint8_t { kEnds = 0, kGoesOn = 1 };

// A change that was re-dotted when its replica drew a new id: it enters once, whatever the name.
struct FormerName {
  Dot dot;
  Digest hash{};
  bool operator==(const FormerName&) const = default;
};

// One edit by one person of one record.
struct Change {
  Dot dot;
  RecordId record;
  TypeNumber type = 0;
  std::uint32_t formVersion = 1;
  PersonId person;
  HybridTime time;
  WallTime wall;  // what the device's clock said
  std::chrono::minutes utcOffset{0};
  Act act = Act::kEnds;
  std::vector<Operation> operations;  // ascending by field, one each
  std::vector<Dot> also;  // reserved for hubs: neighbours' unsynced changes that were shown
  std::optional<FormerName> former;
  bool operator==(const Change&) const = default;
};

}  // namespace rapport
