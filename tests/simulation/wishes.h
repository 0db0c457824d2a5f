#pragma once

#include "shared/merge/field_edit.h"
#include "shared/merge/state.h"
#include "shared/model/record_type.h"
#include "tests/simulation/oracle.h"
#include "tests/simulation/scene.h"

namespace rapport::simulation {

// What people want of a record, drawn so that they collide: few fields, few values.
class Wishes {
 public:
  Wishes(const Scene& scene, Dice& dice, RecordId about)
      : scene_(scene), dice_(dice), about_(about) {}

  // What somebody wants of one or two fields of this type, of which `shown` is before their eyes.
  std::vector<Wish> of(const RecordType& type, const RecordState& shown);

 private:
  std::vector<FieldNumber> fieldsOf(const RecordType& type);
  void ofRow(const RecordType& type, FieldNumber field, const RecordState& shown,
             std::vector<Wish>& wishes);
  Wish at(const RecordType& type, const Place& place, const Contents& shown);
  Value valueFor(const RecordType& type, const Place& place);
  std::string text(bool secret);

  const Scene& scene_;
  Dice& dice_;
  const RecordId about_;
};

// What every text in a record says besides, where records are erased: nothing else says it, so that
// it can be looked for on the disks.
std::string markOf(RecordId record);

// As they go into a notebook's entry, by somebody who is shown this; a deletion of the record is no
// edit of a field.
std::vector<FieldEdit> editsOf(const RecordType& type, const std::vector<Wish>& wishes,
                               const RecordState& shown);
std::vector<Wish> wishesOf(const RecordType& type, const FieldEdit& edit);

}  // namespace rapport::simulation
