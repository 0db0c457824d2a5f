#pragma once

#include <algorithm>

#include "shared/merge/author.h"
#include "shared/merge/undo.h"
#include "tests/shared/merge/builders.h"

// Undo as a person on another device does it who is shown this.
namespace rapport::test {

inline Change entered(const RecordState& shown, const Inverse& inverse, unsigned replicaName,
                      std::uint64_t counter, Role role = Role::kWorker) {
  Change change = ChangeBuilder(replicaName, counter);
  for (const FieldEdit& edit : inverse.fields) {
    change.operations.push_back(authorEdit(testType(), role, shown, edit).value());
  }
  if (inverse.deletion) {
    change.operations.push_back(authorDelete(testType(), role, shown, *inverse.deletion));
  }
  std::ranges::sort(change.operations, {}, &Operation::field);
  return change;
}

inline Done doneTo(const RecordState& before, const Change& change) {
  return {change, touchedBy(change.operations, before)};
}

}  // namespace rapport::test
