#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "shared/merge/change.h"
#include "shared/merge/numbers.h"

namespace rapport {

// One value that nobody's edit has yet superseded. Several heads of a field are concurrent edits.
// In a set, one head is one element added by one change.
struct Head {
  Dot dot;
  Numbers numbers;
  PersonId person;
  HybridTime time;  // effective: the server's, once it has answered
  Value value;
  bool operator==(const Head&) const = default;
};

// What one replica has counted in all.
struct CountEntry {
  ReplicaId replica;
  std::uint64_t counter = 0;  // of its last change that counted here
  std::int64_t sum = 0;
  Numbers numbers;  // of that change
  bool operator==(const CountEntry&) const = default;
};

struct RowState;

struct FieldState {
  FieldNumber field = 0;
  std::vector<Head> heads{};         // ascending by (dot, value)
  std::vector<CountEntry> counts{};  // ascending by replica; of a count only
  Coverage coverage{};               // of copies joined after a restore; empty otherwise
  std::vector<RowState> rows;  // ascending by id; of `rows` only; removed ones too. No {}: the
                               // type is not complete yet, and clang would need it to be

  bool empty() const;  // holds nothing at all
  const RowState* row(RowId id) const;
  RowState& rowOrNew(RowId id);  // whoever leaves it empty drops it again
  void dropRowIfEmpty(RowId id);
  bool operator==(const FieldState& other) const;
};

// Replica ids that a replica went by before, each up to the counter where it forked.
using Formerly = std::vector<std::pair<ReplicaId, std::uint64_t>>;

// Did the replica that wrote `later` write `earlier` before it, under this id or a former one?
bool wroteEarlier(const Dot& earlier, const Dot& later, const Formerly& formerly);

struct DeleteHead {
  Dot dot;
  Numbers numbers;
  PersonId person;
  HybridTime time;
  Deletion deletion = Deletion::kDelete;
  Coverage seen;                           // what its author had seen of the record
  std::vector<FieldNumber> unreadable;     // ascending
  std::vector<CellPlace> unreadableCells;  // ascending
  Formerly formerly;  // the author's, when it was written; ascending, each id once
  Author author = Author::kTablet;
  bool operator==(const DeleteHead&) const = default;
};

// What a record holds, and in the same way what a row in it holds, whose fields are its cells.
struct Contents {
  std::vector<FieldState> fields;  // ascending by field; only those that hold something, so that a
                                   // set emptied again equals one never filled. kDeletedField holds
                                   // nothing but the coverage of `deletes`
  std::vector<DeleteHead> deletes;  // ascending by dot

  const FieldState* field(FieldNumber fieldNumber) const;  // null: it holds nothing
  FieldState& fieldOrNew(FieldNumber fieldNumber);         // whoever leaves it empty drops it again
  void dropIfEmpty(FieldNumber fieldNumber);
  const Coverage& coverageOf(FieldNumber fieldNumber) const;
  bool operator==(const Contents&) const = default;
};

// One row of a field whose rows merge cell by cell. No cell holds rows.
struct RowState : Contents {
  RowId id;
  bool operator==(const RowState&) const = default;
};

// No row bears this id. Beside its cells stands the coverage of theirs in every row, where a copy
// was joined whose reader could read some cells alone.
inline constexpr RowId kEveryRow{};

// Who made the record, and when: its first change that the server applied.
struct Created {
  Dot dot;
  PersonId person;
  HybridTime time;
  std::chrono::minutes utcOffset{0};
  bool operator==(const Created&) const = default;
};

// A record as everybody who may read it sees it: numbers and heads, never winners.
struct RecordState : Contents {
  RecordId id;
  TypeNumber type = 0;
  std::uint32_t formVersion = 1;
  std::optional<Number>
      number;  // of the last change applied to it; nothing: the server does not hold it
  Created created;
  bool operator==(const RecordState&) const = default;
};

}  // namespace rapport
