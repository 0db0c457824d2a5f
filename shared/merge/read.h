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
  const Head* winner = nullptr;  // null for counts, sets and empty fields
  bool conflicted() const { return !versions.empty(); }
};

FieldReading readField(const FieldDeclaration& declaration, const FieldState& field);

// Every data head is covered by a standing delete (MERGE.md "Delete").
bool isDeleted(const RecordState& record);
// A delete stands beside an edit that it did not see: the record lives, and a person should look.
bool isDeleteContested(const RecordState& record);
// Any field in conflict, or a contested delete.
bool needsPerson(const RecordType& type, const RecordState& record);

// Later of two for provisional winners: larger (effective time, dot).
bool winsOver(const Head& challenger, const Head& holder);

}  // namespace rapport
