#pragma once

#include <optional>
#include <string>

#include "shared/model/record_type.h"

namespace rapport {

// Where a type keeps the texts that safeguarding officers alone read, once its `sealedWhen` field
// is true: two fields of class 4 whose rows are added and never change, each of one cell.
struct Sealing {
  const FieldDeclaration* bodies;  // the texts, encrypted
  const FieldDeclaration* keys;    // for each body and officer the key to it
};

// Nothing: what is sensitive of this type is kept from others by permission alone. Borrows the
// type.
std::optional<Sealing> sealingOf(const RecordType& type);

// Does the field hold words, which go into a body? Choices, times and references stay in the open:
// the office needs them to pass the record on.
bool isSealedText(const FieldDeclaration& field);

struct SealingComplaint {
  std::string field;  // empty: the type as a whole
  std::string reason;
};
// What stands against sealing this type; an empty reason: nothing.
SealingComplaint sealingComplaint(const RecordType& type);

}  // namespace rapport
