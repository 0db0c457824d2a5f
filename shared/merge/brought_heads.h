#pragma once

#include <set>
#include <tuple>

#include "shared/merge/place.h"
#include "shared/merge/state.h"

namespace rapport {

// What copies that were joined into one record since a restore held. Where one of these heads is no
// head of the record any more somebody has answered it, and it does not come again: neither with
// another copy nor with its own change.
class BroughtHeads {
 public:
  void add(const RecordState& copy);
  // A delete has no value.
  bool holds(const Place& place, const Dot& dot, const Value& value) const {
    return heads_.contains({place, dot, value});
  }

 private:
  void addHeads(const FieldState& field, const Place& place);

  std::set<std::tuple<Place, Dot, Value>> heads_;
};

}  // namespace rapport
