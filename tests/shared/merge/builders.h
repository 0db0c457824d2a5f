#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "shared/merge/apply.h"
#include "shared/merge/read.h"
#include "shared/model/record_type.h"

// Short names for records, changes and a record type that has one field of every rule.
namespace rapport::test {

enum TestField : FieldNumber {
  kLatest = 1,
  kAsk = 2,
  kImmutable = 3,
  kUnion = 4,
  kAppend = 5,
  kCount = 6,
  kMin = 7,
  kMax = 8,
  kOr = 9,
  kStatus = 10,
  kConsent = 11,
  kStaffOnly = 12,  // `ask`; volunteers may neither read nor write it
  kHandIn = 13,     // `ask`; volunteers may write it, not read it
  kSealed = 14,     // `or`, never falls: seals the record while true
  kDue = 15,        // `min` of a date and time
  kRevoked = 16,    // `or`, never falls
  kRows = 17        // rows of the cells below
};

enum TestCell : FieldNumber {
  kWhat = 1,       // `ask`
  kTags = 2,       // `union`
  kHeads = 3,      // `count`
  kStage = 4,      // `status`
  kFixed = 5,      // `immutable`
  kStaffCell = 6,  // `ask`, of class 2: volunteers may write it, not read it
  kFirm = 7        // `or`, never falls
};

const RecordType& testType();
const FieldDeclaration& declared(FieldNumber field);
const FieldDeclaration& declaredCell(FieldNumber cell);  // of kRows

ReplicaId replica(unsigned name);
PersonId person(unsigned name);
RecordId record(unsigned name);
RowId row(unsigned name);
inline constexpr EpochId kEpoch{7};
Number at(std::uint64_t n);

// A change of record 1 by the replica's own person, at a time that grows with its counter.
class ChangeBuilder {
 public:
  ChangeBuilder(unsigned replicaName, std::uint64_t counter);
  explicit ChangeBuilder(Change change) : change_(std::move(change)) {}

  ChangeBuilder& saw(std::uint64_t n);  // of the operations that follow; 0: nothing
  ChangeBuilder& write(FieldNumber field, Value value);
  ChangeBuilder& edit(FieldNumber field, std::vector<Value> added, std::vector<Value> removed = {});
  ChangeBuilder& add(FieldNumber field, std::int64_t amount);
  ChangeBuilder& erase(std::vector<FieldNumber> unreadable = {});
  ChangeBuilder& keep();
  // Of one row in kRows; several calls make one operation of them.
  ChangeBuilder& cell(unsigned rowName, FieldNumber cell, Deed deed);
  ChangeBuilder& write(unsigned rowName, FieldNumber cell, Value value);
  ChangeBuilder& eraseRow(unsigned rowName, std::vector<FieldNumber> unreadable = {});
  ChangeBuilder& keepRow(unsigned rowName);
  ChangeBuilder& hiding(std::vector<Dot> notShown);  // of the last operation
  ChangeBuilder& time(std::int64_t millis);
  operator Change() const { return change_; }  // NOLINT: a builder stands for what it builds

 private:
  ChangeBuilder& operation(FieldNumber field, Deed deed);

  Change change_;
  std::optional<Number> seen_;
};

inline ChangeBuilder change(unsigned replicaName, std::uint64_t counter) {
  return {replicaName, counter};
}

// A server's record: numbers whatever it is given, from 1.
class Shelf {
 public:
  Shelf& take(const Change& change, Author author = Author::kTablet,
              const Formerly* formerly = nullptr);
  const RecordState& state() const { return state_; }
  std::uint64_t number() const { return last_; }

 private:
  RecordState state_;
  std::uint64_t last_ = 0;
};

Applied numbered(const Change& change, std::uint64_t n, Author author = Author::kTablet);
Applied pending(const Change& change);

FieldReading reading(const RecordState& state, FieldNumber field);
Value valueOf(const RecordState& state, FieldNumber field);
std::vector<Value> elementsOf(const RecordState& state, FieldNumber field);
std::vector<Value> versionsOf(const RecordState& state, FieldNumber field);
std::vector<Dot> dotsOf(const RecordState& state, FieldNumber field);

// Of the rows in kRows.
const RowState& rowOf(const RecordState& state, unsigned rowName);  // empty if there is none
std::vector<unsigned> rowsOf(const RecordState& state);             // those that stand
FieldReading reading(const RowState& row, FieldNumber cell);
Value valueOf(const RowState& row, FieldNumber cell);

Value text(std::string words);
Value whole(std::int64_t number);
Value status(std::uint32_t generation, std::string state);
Value consent(std::uint32_t generation, ConsentAnswer answer);
Dot dot(unsigned replicaName, std::uint64_t counter);

Bytes encoded(const RecordState& state);
Bytes hashed(const RecordState& state);

}  // namespace rapport::test
