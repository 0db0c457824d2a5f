#pragma once

#include "shared/model/record_type.h"
#include "shared/model/strict_object.h"

namespace rapport {

// How a declaration says where things are shown, and what text looks like. Each takes its keys off
// the object; what makes no sense is refused there.

// Of a field or a cell: "max_length" and "spelling".
void readTextShape(StrictObject& object, FieldDeclaration& field);
// Of a field or a cell: "hint" and "widget".
void readFieldLayout(StrictObject& object, FieldDeclaration& field);
// Of a field alone: "group", "shown_when" and "required_when".
void readFieldPlace(StrictObject& object, FieldDeclaration& field);
// Of a type: "area", "everyday", "unreviewed" and "groups".
void readTypePlace(StrictObject& object, RecordType& type);

// Why groups and conditions do not fit the type's fields: the field concerned, empty if none, and
// the reason, empty if nothing is wrong.
struct LayoutComplaint {
  std::string field;
  std::string reason;
};
LayoutComplaint layoutComplaint(const RecordType& type);

}  // namespace rapport
