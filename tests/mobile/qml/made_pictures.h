#pragma once

#include <QString>

namespace rapport::testing {

// Pictures as somebody might take them, drawn here: nobody is on them. Written as JPEG; the path.
QString wallOfNotes(const QString& folder);  // "wall of notes.jpg", lying
QString busStop(const QString& folder);      // "bus stop.jpg", upright

}  // namespace rapport::testing
