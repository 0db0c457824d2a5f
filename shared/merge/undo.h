#pragma once

#include <optional>
#include <set>
#include <vector>

#include "shared/base/result.h"
#include "shared/merge/change.h"
#include "shared/merge/field_edit.h"
#include "shared/merge/place.h"
#include "shared/merge/state.h"
#include "shared/model/record_type.h"

namespace rapport {

// Undo is a change like any other: this says only which (MERGE.md "Undo"). Pure.

// Do two values of one field say the same to people? Of a status its state and of a consent its
// answer; the generation is how it came about.
bool sayTheSame(const Value& a, const Value& b);

// As much of what stood before these operations as their inverse, and a history, must know.
Contents touchedBy(const std::vector<Operation>& operations, const Contents& before);

// A change that was made, and what is known of it.
struct Done {
  Change change;
  std::optional<Contents> before{};  // touchedBy; nothing: nobody knows it any more
  std::set<Place> takenBack{};       // those of its counts that were (taken_back.h)
};

// What to enter.
struct Inverse {
  std::vector<FieldEdit> fields{};
  std::optional<Deletion> deletion{};
};

// What somebody in this role enters who is shown this record and undoes a change; or only what the
// change did at one place. Of a change that made the record that is to delete it. Fields that the
// role may not read are left as they are. All of it or nothing; the messages are for people:
// kConflict: something of it does not stand any more, or the record is deleted; kRefused: undo has
// no meaning there by the field's rule, the role may not write it, or nobody knows what stood
// before; kInvalid: the same stood before it; kNotFound: the change did nothing there that the role
// may know of. Entered by author.h on the same `shown` the result is never refused.
Result<Inverse> inverseOf(const RecordType& type, Role role, const RecordState& shown,
                          const Done& done, const std::optional<Place>& only = {});

}  // namespace rapport
