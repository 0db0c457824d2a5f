#pragma once

#include "shared/model/record_type.h"

namespace rapport {

// Who may see and change what. One place for tablets, server and console.

// May somebody in this role read records of this type at all?
bool mayRead(const RecordType& type, Role role);
// … and this field of it? An unknown field has the highest class: pass nullptr.
bool mayRead(const RecordType& type, const FieldDeclaration* field, Role role);
bool mayWrite(const RecordType& type, Role role);
bool mayWrite(const RecordType& type, const FieldDeclaration* field, Role role);

}  // namespace rapport
