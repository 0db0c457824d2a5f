#pragma once

#include "shared/base/result.h"
#include "shared/merge/apply.h"
#include "shared/model/record_type.h"

namespace rapport {

// May this change be applied? Judges the change and what its author saw, by the form it names,
// never what others wrote since: values by their declaration, deeds by their field's rule, no
// knowing write over an immutable value (of several known ones, one may be chosen), nothing that
// never falls set back, no generation far above the highest that stands, no more than the limits.
// Fields that the form does not know are kept unjudged. The message is told to the author
// and says what to do. Permission is judged apart (judgePermission).
Status judge(const RecordType& type, const RecordState& now, const Change& change,
             const Applied& applied);

// May somebody in this role make these operations? A delete must name every field that they may not
// read, and a write to such a field must have seen nothing.
Status judgePermission(const RecordType& type, Role role, const Change& change);

}  // namespace rapport
