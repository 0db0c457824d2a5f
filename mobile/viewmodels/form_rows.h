#pragma once

#include <QString>
#include <QVariantList>

#include "mobile/viewmodels/entered.h"
#include "mobile/viewmodels/form_reading.h"

namespace rapport {

// A field's rows as a form lists them, what stands first and then what was begun:
// {"key", "words", "opens"}. A row that was added once stays as it is and does not open.
QVariantList rowItems(const FormReading& reading, const FieldDeclaration& field,
                      const Entered& entered, const Clock& clock);

// What a cell of a standing row says, as a form spells it; empty of a row that was begun here.
QString presentCell(const FormReading& reading, const FieldDeclaration& field, const QString& key,
                    const FieldDeclaration& cell, const Clock& clock);

// What an operation would have done, for a field that no plain editor changes.
QString wordsOfDeed(const FieldDeclaration& field, const Deed& deed, const NameOf& names,
                    const Clock& clock);

}  // namespace rapport
