#pragma once

#include <QString>
#include <optional>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/model/record_type.h"

namespace rapport {

// A register as text that a person can type, and the way back.

// Can a plain editor change this field? Sets, rows and counts have ways of their own.
bool isPlain(const FieldDeclaration& field);
// A moment is "2026-11-28 18:30" on the wall here; everything else is spelled as records spell it.
QString enteredText(const FieldDeclaration& field, const Value& value, const Clock& clock);
// Empty text clears. kInvalid with a sentence that begins with a verb.
Result<Value> valueOf(const FieldDeclaration& field, const QString& entered, const Clock& clock);

}  // namespace rapport
