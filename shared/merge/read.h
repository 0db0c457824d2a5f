#pragma once

#include <cstdint>
#include <vector>

#include "shared/merge/state.h"
#include "shared/model/record_type.h"

namespace rapport {

// What a field's heads mean by its merge rule.
struct FieldReading {
  Value value;  // registers: the value, or the provisional winner of a conflict; count: the sum
  std::vector<Value>
      elements;  // union, append: the standing elements, ascending / in order of (time, dot)
  // A conflict's versions, one for each distinct value, the provisional winner first; else empty.
  std::vector<const Head*> versions;
  const Head* winner = nullptr;  // null for counts, sets, rows and empty fields
  // rows: those that stand, ascending by id, which is by creation. Their cells are read one by one.
  std::vector<const RowState*> rows;
  bool conflicted() const { return !versions.empty(); }  // of this field itself, not of a cell
};

FieldReading readField(const FieldDeclaration& declaration, const FieldState& field);

// Of a record or of a row: every data head is covered by a standing delete (MERGE.md "Delete").
bool isDeleted(const Contents& contents);
// A delete stands beside an edit that it did not see: the record or row lives, and a person should
// look.
bool isDeleteContested(const Contents& contents);
// Why contents stand though they were deleted: the latest head that no standing delete meant. Null,
// with the dot alone, where something was counted: of that nobody keeps who and when.
struct Unmeant {
  Dot dot;
  const Head* head = nullptr;
};
Unmeant latestUnmeant(const Contents& contents);
// Anything is in conflict (conflicts.h), or the record's delete is contested.
bool needsPerson(const RecordType& type, const RecordState& record);

// Later of two for provisional winners: larger (effective time, dot).
bool winsOver(const Head& challenger, const Head& holder);

}  // namespace rapport
