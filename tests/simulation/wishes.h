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
  Wishes(const Scene& scene, Dice& dice) : scene_(scene), dice_(dice) {}

  // One or two fields of this type, once each.
  std::vector<FieldNumber> fieldsOf(const RecordType& type);
  // Something to do to a field of which `shown` is before their eyes.
  Wish forField(const RecordType& type, const FieldDeclaration& field, const RecordState& shown);

 private:
  Value valueFor(const RecordType& type, const FieldDeclaration& field);
  std::string text(bool secret);

  const Scene& scene_;
  Dice& dice_;
};

// As it goes into a notebook's entry; a deletion has no field.
FieldEdit editOf(const RecordType& type, const Wish& wish);
Wish wishOf(const RecordType& type, const FieldEdit& edit);

}  // namespace rapport::simulation
