#pragma once

#include <algorithm>

#include <gtest/gtest.h>

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

inline constexpr unsigned kOther = 8;  // whoever undoes

// A record, and changes of it that are taken back.
class Undoing : public ::testing::Test {
 protected:
  // Takes a change by somebody who saw everything there is.
  Done take(const Change& change) {
    const RecordState before = shelf_.state();
    shelf_.take(change);
    return doneTo(before, change);
  }
  std::uint64_t all() const { return shelf_.number(); }

  Result<Inverse> inverse(const Done& done, std::optional<Place> only = {},
                          Role role = Role::kWorker) const {
    return inverseOf(testType(), role, shelf_.state(), done, only);
  }
  Done undo(const Done& done, std::optional<Place> only = {}) {
    return take(entered(shelf_.state(), inverse(done, only).value(), kOther, ++undone_));
  }
  ErrorCode refusal(const Done& done, std::optional<Place> only = {},
                    Role role = Role::kWorker) const {
    const auto found = inverse(done, only, role);
    return found ? ErrorCode::kInternal : found.error().code;
  }

  Shelf shelf_;
  std::uint64_t undone_ = 0;
};

}  // namespace rapport::test
