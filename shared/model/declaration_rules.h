#pragma once

#include <string>

#include "shared/model/record_type.h"

namespace rapport {

// Why this field (or this cell of a row) makes no sense by itself; empty if it does. One sentence
// without its full stop.
std::string fieldComplaint(const FieldDeclaration& field);

// Why this type makes no sense as a whole, with the name of the field concerned, empty if none.
struct TypeComplaint {
  std::string field;
  std::string reason;  // empty: nothing is wrong
};
TypeComplaint typeComplaint(const RecordType& type);

}  // namespace rapport
