#pragma once

#include <string>

#include "shared/base/result.h"
#include "shared/merge/state.h"
#include "shared/model/record_type.h"

namespace rapport {

// What author and judge must agree on, so that a tablet refuses at once what the server would
// refuse a day later. `known` are the heads that the author knew. Messages are for people.

using KnownHeads = std::vector<const Head*>;

// What no honest author would write.
Error malformed(const std::string& what);

// Does the kind of deed fit the field's rule?
Status checkDeed(const RecordType& type, const FieldDeclaration& field, const Deed& deed);

// Every value that the deed brings, by the declaration, and no more of them than the limits. The
// deed must fit the rule. Of rows, nothing: their cells are checked as the fields that they are.
Status checkValues(const RecordType& type, const FieldDeclaration& field, const Deed& deed);

// An immutable value known to the author stays; of several, one may be chosen. What never falls is
// not set back.
Status checkStanding(const RecordType& type, const FieldDeclaration& field, const KnownHeads& known,
                     const Value& written);

}  // namespace rapport
