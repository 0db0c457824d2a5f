#pragma once

#include <QString>
#include <string>
#include <string_view>

#include "mobile/viewmodels/partners_reading.h"
#include "shared/base/clock.h"
#include "shared/model/record_type.h"

namespace rapport {

// One value as people read it: an enumerator by its label, a moment on the wall clock here, a
// record by its name, our own side as "us". `names` may know the records that references point to.
QString wordsOf(const FieldDeclaration& field, const Value& value, const NameOf& names,
                const Clock& clock);
// Our own side, as fields with the widget "party" spell it, and as people here say it.
inline constexpr std::string_view kOurSide = "us";
QString ourSide();
// A language by its own name; plain text stays as it was written.
QString languageWord(const std::string& language);
// What a field is called.
QString nameOfField(const FieldDeclaration& field);

// Records as one line of a list: "Promise, Bus timetable in Spanish", and their icon.
QString typeWord(const RecordType& type);
QString iconOf(const RecordType& type);

}  // namespace rapport
