#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/record_type.h"

namespace rapport {

// What tells people apart in a row export (PRODUCT.md "Suppression"): age band, language and area.
// A type speaks of people where it declares an age band.
bool speaksOfPeople(const RecordType& type);

// What of a type may leave in rows. Of none what is special or sealed (class 3 and 4): health,
// minors and origin are told as aggregates or not at all. Of one that speaks of people only what
// tells them apart, and fields of class 0 or 1: no name, no phone, no free text of a person.
bool mayLeaveInRows(const RecordType& type, const FieldDeclaration& field);

// k-anonymity: a row leaves only with limits::kSmallestGroup or more that have the same age band,
// language and area. Nothing said is a value like any other.
class KGroups {
 public:
  void add(const std::vector<std::string>& group) { ++sizes_[group]; }
  bool keeps(const std::vector<std::string>& group) const;
  std::size_t dropped() const;  // rows of groups that are too small

 private:
  std::map<std::vector<std::string>, std::size_t> sizes_;
};

}  // namespace rapport
