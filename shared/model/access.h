#pragma once

#include "shared/model/record_type.h"

namespace rapport {

// Who may see and change what. One place for tablets, server and console.
//
// A declaration names the roles that read and write a type; a field may name fewer. Where a field
// names no readers, its class bounds them: volunteers read classes 0 and 1, administrators
// up to 2, workers and coordinators up to 3, safeguarding officers all. Class 4 is theirs alone,
// whatever a declaration says.

// May somebody in this role read records of this type at all?
bool mayRead(const RecordType& type, Role role);
// … and this field of it? An unknown field has the highest class: pass nullptr.
bool mayRead(const RecordType& type, const FieldDeclaration* field, Role role);
// … and this cell of a row in that field? For both nullptr is an unknown one.
bool mayRead(const RecordType& type, const FieldDeclaration* field, const FieldDeclaration* cell,
             Role role);
// May this role read a record whose `sealedWhen` field is true? For a type without one, as mayRead.
bool mayReadSealed(const RecordType& type, Role role);

// Does this role read every field that the type declares, of every record of it? Then what lies in
// the store goes to it as it is.
bool mayReadWhole(const RecordType& type, Role role);

// Writing does not need reading: volunteers hand in what they cannot read back.
bool mayWrite(const RecordType& type, Role role);
// An unknown field (nullptr) is written by newer tablets, and is taken from whoever may write the
// type.
bool mayWrite(const RecordType& type, const FieldDeclaration* field, Role role);

}  // namespace rapport
