#pragma once

#include <QByteArrayList>
#include <QList>
#include <QVariantList>

#include "mobile/viewmodels/entered.h"
#include "mobile/viewmodels/form_reading.h"

namespace rapport {

// Up to so many choices lie on the form; more are looked for in a sheet.
inline constexpr int kChoicesOnForm = 8;

// How a field is edited: "plain" by one editor, "set" by choices and names that come and go, "rows"
// by rows that open one at a time.
//
// Of every field that this person may edit, or may read where it says something, in the order and
// under the headings that the type declares; what does not apply (`shown_when`) is left out unless
// something was entered there.
QByteArrayList formFieldRoles();
QList<QVariantList> formFields(const FormReading& reading, const Entered& entered,
                               const Clock& clock);
// The cells of one row, by the same roles. Sets in cells are shown and not edited.
QList<QVariantList> formCells(const FormReading& reading, const FieldDeclaration& field,
                              const EnteredRow& row, const Clock& clock);

// Everything that may be chosen for a field or cell, by name: {"name", "label"}.
QVariantList choicesOf(const FormReading& reading, const FieldDeclaration& field);

// Labels of required fields that say nothing yet, in the order of the form.
QStringList missingFields(const FormReading& reading, const Entered& entered, const Clock& clock);

}  // namespace rapport
